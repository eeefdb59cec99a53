import { type Bot, startBot } from '../../src/bot.ts';
import { parseConfig } from '../../src/config.ts';
import { createLog } from '../../src/discord/log.ts';
import type { HostProcess } from '../../src/host-process.ts';
import { createMovableClock, type MovableClock } from '../../src/jobs/movable-clock.ts';
import { createSystemClock } from '../../src/jobs/runner.ts';
import { type Question, STOPPED } from './bot-questions.ts';

interface RunningBot {
  readonly bot: Bot;
  readonly clock: MovableClock;
  move(offset: number): void;
  stop(): Promise<void>;
}

/** One bot after the other in one process: a start takes a tenth of what a new process does. */
let running: RunningBot | undefined;

async function start({ env, offset, requestsPerSecond }: Question & { kind: 'start' }): Promise<RunningBot> {
  const config = parseConfig(env);
  const base = createSystemClock();
  const clock = createMovableClock(base);
  const move = (to: number) => clock.moveTo(base.now().add({ milliseconds: to }));
  move(offset);
  const { token = '', apiUrl, databaseFile = '' } = config;
  const { host, close } = aHost();
  const bot = await startBot({
    config,
    databaseFile,
    clock,
    log: createLog(config.logLevel, [token]),
    discord: { token, apiUrl },
    host,
    ...(requestsPerSecond === undefined ? {} : { requestsPerSecond }),
    isBackedUp: false, // A copy for each day that a test travels through would take longer than the rest.
  });
  if (!bot) throw new Error('The bot was stopped before it was connected.');
  return { bot, clock, move, stop: close };
}

/** Whatever ends the bot but a test's wish ends the process. */
function aHost(): { readonly host: HostProcess; close(): Promise<void> } {
  const open = new AsyncDisposableStack();
  const stopping = new AbortController();
  const close = async () => {
    stopping.abort();
    await open.disposeAsync();
  };
  const host: HostProcess = {
    open,
    stopping: stopping.signal,
    async stop(log, reason, exitCode, error) {
      log.fatal({ err: error }, `Stopping: ${reason}`);
      await close();
      process.exit(exitCode);
    },
  };
  return { host, close };
}

async function answer(question: Question): Promise<number | null> {
  if (question.kind === 'start') running = await start(question);
  if (!running) throw new Error('No bot is running here.');
  const { bot, clock, move, stop } = running;
  if (question.kind === 'move') move(question.offset);
  if (question.kind === 'tick') clock.strike();
  if (question.kind === 'idle') await bot.runner.idle();
  if (question.kind === 'next-due') return (await bot.runner.nextDue())?.epochMilliseconds ?? null;
  if (question.kind === 'stop') {
    running = undefined;
    await stop();
    process.stderr.write(STOPPED);
  }
  return null;
}

process.on('message', ({ id, question }: { readonly id: number; readonly question: Question }) => {
  void answer(question).then((value) => process.send?.({ id, value }));
});
process.on('disconnect', () => process.exit()); // The test file is over.
