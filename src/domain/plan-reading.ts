import type { Temporal } from '../lib/temporal.ts';
import type { GroupRest } from './group-rest.ts';
import type { Pace, Pause } from './member.ts';
import type { Plan, PlanChange } from './plan.ts';
import type { WaysBack } from './plan-ways.ts';
import type { Progress } from './progress.ts';
import type { Roadmap } from './roadmap.ts';

/** A member's plan with all that it follows from, and the roadmap to show it in. */
export interface PlanReading {
  readonly roadmap: Roadmap;
  readonly progress: Progress;
  /** The pace in force. */
  readonly pace: Pace;
  readonly today: Temporal.PlainDate;
  /** Oldest first, without those that were taken back. */
  readonly pauses: readonly Pause[];
  /** Of the groups that they are or were in, while they were in them. */
  readonly groupRests: readonly GroupRest[];
  readonly changes: readonly PlanChange[];
  readonly plan: Plan;
  /** For whoever is behind. */
  readonly ways: WaysBack | undefined;
  /** What an offered way will be known by, so that it counts once. */
  readonly offerId: string;
}
