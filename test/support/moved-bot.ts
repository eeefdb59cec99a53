import '../../src/lean-heap.ts';

import { startBot } from '../../src/bot.ts';
import { parseConfig } from '../../src/config.ts';
import { createLog } from '../../src/discord/log.ts';
import { runProcess, stopOnSignals } from '../../src/host-process.ts';
import { createMovableClock } from '../../src/jobs/movable-clock.ts';
import { createSystemClock } from '../../src/jobs/runner.ts';

/** What whoever started this process may ask of it. `offset` is how far its clock is from the real time, in milliseconds. */
export type Question =
  | { readonly kind: 'move'; readonly offset: number }
  | { readonly kind: 'tick' }
  | { readonly kind: 'idle' }
  | { readonly kind: 'next-due' };

/** The real bot, on a clock that another process moves. */
await runProcess(async (host) => {
  const config = parseConfig(process.env);
  const base = createSystemClock();
  const clock = createMovableClock(base);
  const move = (offset: number) => clock.moveTo(base.now().add({ milliseconds: offset }));
  move(Number(process.env.CLOCK_OFFSET ?? 0));
  const { token = '', apiUrl, databaseFile = '' } = config;
  const log = createLog(config.logLevel, [token]);
  stopOnSignals(host, log);
  const requestsPerSecond = Number(process.env.REQUESTS_PER_SECOND ?? Number.POSITIVE_INFINITY);
  const bot = await startBot({
    config,
    databaseFile,
    clock,
    log,
    discord: { token, apiUrl },
    host,
    requestsPerSecond,
  });
  if (!bot) return;
  const { runner } = bot;

  const answer = async (question: Question): Promise<number | null> => {
    if (question.kind === 'move') move(question.offset);
    if (question.kind === 'tick') clock.strike();
    if (question.kind === 'idle') await runner.idle();
    if (question.kind === 'next-due') return (await runner.nextDue())?.epochMilliseconds ?? null;
    return null;
  };
  process.on('message', ({ id, question }: { readonly id: number; readonly question: Question }) => {
    void answer(question).then((value) => process.send?.({ id, value }));
  });
  process.stdout.write(`${bot.client.user.username} is connected.\n`);
});
