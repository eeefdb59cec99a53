import type { Clock } from '../domain/clock.ts';

/** Lets one request leave after the other, at a steady rate. */
export interface Pacer {
  /** From one to the next, in milliseconds. */
  readonly interval: number;
  /** Resolves when the next one may leave, in the order in which it was asked. */
  turn(): Promise<void>;
  /** Lets nothing leave for so many milliseconds: Discord asked for it. */
  rest(milliseconds: number): void;
}

/** How far behind its rate it may catch up, in milliseconds, unless told: timers are late by a few. */
const SLACK = 40;

/**
 * In real time, whatever the clock shows: Discord counts in real time, too. `perSecond` may be Infinity. Nobody's turn
 * comes before the one before has had theirs, so timers that are late together do not let a crowd out.
 */
export function createPacer(clock: Pick<Clock, 'wait'>, perSecond: number, slack = SLACK): Pacer {
  const interval = 1000 / perSecond;
  let last = Number.NEGATIVE_INFINITY;
  let queue = Promise.resolve();
  const next = async () => {
    const now = performance.now();
    const at = Math.max(last + interval, now - slack);
    if (at > now) await clock.wait(at - now);
    last = Math.max(last, at);
  };
  return {
    interval,
    turn() {
      queue = queue.then(next);
      return queue;
    },
    rest(milliseconds) {
      last = Math.max(last, performance.now() + milliseconds);
    },
  };
}
