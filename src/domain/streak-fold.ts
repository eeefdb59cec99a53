import type { Temporal } from '../lib/temporal.ts';
import type { StreakState } from './streak.ts';

/**
 * Where a streak stood when the last settled period closed, so that the next reading looks at what came since. It
 * follows from the history alone, and holds as long as `grounds` is what `groundsUntil` says.
 */
export interface StreakFold extends StreakState {
  readonly through: Temporal.Instant;
  readonly grounds: string;
}
