import './lean-heap.ts';

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from 'discord.js';
import { startBot } from './bot.ts';
import { type Config, ConfigError, parseConfig } from './config.ts';
import { connectedBanner, playgroundBanner } from './discord/banner.ts';
import { createLog } from './discord/log.ts';
import { type HostProcess, runProcess, stopOnSignals } from './host-process.ts';
import { createMovableClock, type MovableClock } from './jobs/movable-clock.ts';
import { createSystemClock } from './jobs/runner.ts';
import { giveBackMemory } from './lean-heap.ts';

await runProcess(async (host) => {
  const config = parseConfig(process.env);
  const clock = createMovableClock(createSystemClock()); // Moved in the playground alone.
  const discord = await reachDiscord(config, clock, host);
  const log = createLog(config.logLevel, [discord.token]);
  stopOnSignals(host, log);
  const databaseFile = config.databaseFile ?? temporaryDatabase(host);
  const bot = await startBot({ config, databaseFile, clock, log, discord, host });
  if (!bot) return;
  giveBackMemory();
  console.log(discord.banner(bot.client));
});

interface ReachedDiscord {
  readonly token: string;
  readonly apiUrl: string;
  banner(client: Client<true>): string;
}

/** Discord itself with a token; without one a Discord of our own, on this machine. */
async function reachDiscord(config: Config, clock: MovableClock, { open }: HostProcess): Promise<ReachedDiscord> {
  if (config.token !== undefined) return { token: config.token, apiUrl: config.apiUrl, banner: connectedBanner };
  const playground = await openPlayground(clock);
  open.defer(() => playground.close());
  const { url, token } = playground;
  const isTemporary = config.databaseFile === undefined;
  return { token, apiUrl: url, banner: (client) => playgroundBanner(client, url, isTemporary) };
}

/** It goes by the bot's clock. @throws ConfigError where the packages that it needs were not installed. */
async function openPlayground(clock: MovableClock) {
  try {
    import.meta.resolve('discord-api-spec/zod');
    const { startPlayground } = await import('../playground/start.ts');
    return await startPlayground({ clock: { now: () => clock.now().epochMilliseconds } });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'ERR_MODULE_NOT_FOUND') throw error;
    const advice = 'Set DISCORD_TOKEN, or install the development packages with "npm ci" to try it without Discord.';
    throw new ConfigError(`There is no token, and the Discord of its own is not installed here. ${advice}`);
  }
}

function temporaryDatabase({ open }: HostProcess): string {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-'));
  open.defer(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'cairn.sqlite');
}
