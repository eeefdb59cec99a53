import type { Temporal } from '../lib/temporal.ts';

/** The only source of time. Made once in main.ts; everything else is handed `now`. */
export interface Clock {
  now(): Temporal.Instant;
  /** Calls back once a minute until the returned function is called. */
  tick(onTick: () => void): () => void;
  /** Resolves after `milliseconds`, or at once when `signal` aborts. */
  wait(milliseconds: number, signal?: AbortSignal): Promise<void>;
}
