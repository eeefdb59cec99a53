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

/** How far behind its rate it may catch up, in milliseconds: timers are late by a few. */
const SLACK = 40;

/** In real time, whatever the clock shows: Discord counts in real time, too. `perSecond` may be Infinity. */
export function createPacer(clock: Pick<Clock, 'wait'>, perSecond: number): Pacer {
  const interval = 1000 / perSecond;
  let last = Number.NEGATIVE_INFINITY;
  return {
    interval,
    async turn() {
      const now = performance.now();
      last = Math.max(last + interval, now - SLACK);
      if (last > now) await clock.wait(last - now);
    },
    rest(milliseconds) {
      last = Math.max(last, performance.now() + milliseconds);
    },
  };
}
