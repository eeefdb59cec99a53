import './lean-heap.ts';

import { startBot } from './bot.ts';
import { type Config, ConfigError, parseConfig } from './config.ts';
import { connectedBanner } from './discord/banner.ts';
import { createLog } from './discord/log.ts';
import { type HostProcess, runProcess, stopOnSignals } from './host-process.ts';
import { createSystemClock } from './jobs/runner.ts';
import { giveBackMemory } from './lean-heap.ts';

await runProcess(async (host) => {
  const config = parseConfig(process.env);
  const { token, databaseFile, apiUrl } = config;
  if (token === undefined || databaseFile === undefined) return tryOut(config, host);
  const log = createLog(config.logLevel, [token]);
  stopOnSignals(host, log);
  const clock = createSystemClock();
  const bot = await startBot({ config, databaseFile, clock, log, discord: { token, apiUrl }, host });
  if (!bot) return;
  giveBackMemory();
  console.log(connectedBanner(bot.client));
});

/** Loaded only here: what it needs is not installed in production. @throws ConfigError where it is missing */
async function tryOut(config: Config, host: HostProcess): Promise<void> {
  try {
    import.meta.resolve('discord-api-spec/zod');
  } catch {
    const advice = 'Set DISCORD_TOKEN, or install the development packages with "npm ci" to try it without Discord.';
    throw new ConfigError(`There is no token, and the Discord of its own is not installed here. ${advice}`);
  }
  const { startTryOut } = await import('./try-out/start-try-out.ts');
  await startTryOut(config, host, console.log);
}
