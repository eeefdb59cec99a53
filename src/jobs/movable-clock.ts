import type { Clock } from '../domain/clock.ts';
import type { Temporal } from '../lib/temporal.ts';

/** A clock that goes on by itself and can be set: real time with an offset. For the playground and for tests. */
export interface MovableClock extends Clock {
  /** Sets the time, forwards or back, and ticks as a machine does that wakes up. */
  moveTo(moment: Temporal.Instant): void;
  /** Ticks now. */
  strike(): void;
}

/** Waiting takes as long as ever: only what the clock shows is moved. */
export function createMovableClock(base: Clock): MovableClock {
  const listeners = new Set<() => void>();
  let offset = 0; // In milliseconds.
  const strike = () => {
    for (const onTick of listeners) onTick();
  };
  return {
    now: () => base.now().add({ milliseconds: offset }),
    tick(onTick) {
      listeners.add(onTick);
      const stop = base.tick(onTick);
      return () => {
        listeners.delete(onTick);
        stop();
      };
    },
    wait: (milliseconds, signal) => base.wait(milliseconds, signal),
    moveTo(moment) {
      offset = moment.epochMilliseconds - base.now().epochMilliseconds;
      strike();
    },
    strike,
  };
}
