import type { MovableClock } from './jobs/movable-clock.ts';
import type { Runner } from './jobs/runner.ts';
import { Temporal } from './lib/temporal.ts';

/** For trying the bot out: its time goes on by itself and can be moved. Milliseconds since 1970. */
export interface TimeTravel {
  now(): number;
  /** When the bot has something to do next. */
  nextDue(): Promise<number | undefined>;
  /** Goes there, and on the way to every instant at which something is due; at each it waits until that is done. */
  travelTo(moment: number): Promise<void>;
}

export function createTimeTravel(clock: MovableClock, runner: Pick<Runner, 'idle' | 'nextDue'>): TimeTravel {
  const at = Temporal.Instant.fromEpochMilliseconds;
  return {
    now: () => clock.now().epochMilliseconds,
    nextDue: async () => (await runner.nextDue())?.epochMilliseconds,
    async travelTo(moment) {
      await runner.idle();
      for (;;) {
        const due = (await runner.nextDue())?.epochMilliseconds ?? moment;
        // What was due already and is not done by now waits for something else than time: a minute later, then.
        const next = Math.max(due, clock.now().epochMilliseconds + 60_000);
        if (next >= moment) break;
        clock.moveTo(at(next));
        await runner.idle();
      }
      if (moment > clock.now().epochMilliseconds) clock.moveTo(at(moment));
      await runner.idle();
    },
  };
}
