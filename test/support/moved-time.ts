import type { Playground } from '../../playground/start.ts';
import { Temporal } from '../../src/lib/temporal.ts';
import { type HostedBot, type HostedBotOptions, startBot } from './hosted-bot.ts';
import { aPlayground } from './playground.ts';

/** A time that the test moves, for Discord and for the bots on it alike. */
export interface MovedTime {
  now(): Temporal.Instant;
  readonly playground: Playground;
  /** The newest bot. */
  readonly bot: MovedBot;
  /** One more bot on the same database: beside the first, or after it. */
  start(options?: HostedBotOptions): Promise<MovedBot>;
  /** Everybody's clock is set, and every bot that runs is done with what that made due. */
  moveTo(moment: Temporal.Instant): Promise<void>;
  /** The same with a stop at every instant on the way at which something is due. */
  travelTo(moment: Temporal.Instant): Promise<void>;
  /** Sets the clocks of Discord and of bots to come, for the time while none runs. */
  passTo(moment: Temporal.Instant): void;
}

export interface MovedBot extends HostedBot {
  /** Resolves when the bot has done everything that it can do now. Rejects when it ends before. */
  idle(): Promise<void>;
  tick(): Promise<void>;
  nextDue(): Promise<Temporal.Instant | undefined>;
}

/** Starts a Discord and a bot at this moment. The bot sends as fast as it can. */
export async function aMovedTime(
  moment: Temporal.Instant,
  options: { readonly playground?: Parameters<typeof aPlayground>[0]; readonly bot?: HostedBotOptions } = {},
): Promise<MovedTime> {
  let offset = moment.epochMilliseconds - Date.now();
  const playground = await aPlayground({ ...options.playground, clock: { now: () => Date.now() + offset } });
  const start = (given: HostedBotOptions = {}) => startMovedBot(playground, offset, { ...options.bot, ...given });
  const bots = [await start()];
  const alive = () => bots.filter(({ isRunning }) => isRunning);
  const newest = () => bots.at(-1) as MovedBot;
  const at = Temporal.Instant.fromEpochMilliseconds;
  const now = () => at(Date.now() + offset);
  const passTo = (to: Temporal.Instant) => {
    offset = to.epochMilliseconds - Date.now();
  };
  const moveTo = async (to: Temporal.Instant) => {
    passTo(to);
    await Promise.all(alive().map((bot) => bot.ask({ kind: 'move', offset })));
    await idle();
  };
  // One bot may leave to the other what it did not get.
  const idle = async () => {
    for (const bot of alive()) await bot.idle();
  };
  return {
    now,
    playground,
    get bot() {
      return newest();
    },
    async start(given) {
      bots.push(await start({ databaseFile: newest().databaseFile, ...given }));
      return newest();
    },
    moveTo,
    passTo,
    async travelTo(to) {
      await idle();
      for (;;) {
        const due = (await newest().nextDue()) ?? to;
        const least = now().add({ minutes: 1 });
        const next = Temporal.Instant.compare(due, least) > 0 ? due : least;
        if (Temporal.Instant.compare(next, to) >= 0) break;
        await moveTo(next);
      }
      await moveTo(to);
    },
  };
}

async function startMovedBot(playground: Playground, offset: number, options: HostedBotOptions): Promise<MovedBot> {
  const pace = { requestsPerSecond: Number.POSITIVE_INFINITY };
  const bot = await startBot(playground, { ...pace, ...options, offset, env: { LOG_LEVEL: 'warn', ...options.env } });
  return Object.assign(bot, {
    idle: async () => void (await bot.ask({ kind: 'idle' })),
    tick: async () => void (await bot.ask({ kind: 'tick' })),
    async nextDue() {
      const due = await bot.ask({ kind: 'next-due' });
      return due === null ? undefined : Temporal.Instant.fromEpochMilliseconds(due);
    },
  });
}
