import type { Temporal } from '../lib/temporal.ts';
import type { ReadinessCheck, Roadmap } from './roadmap.ts';

/** How well a member says they can do something, weakest first. */
export const readinessLevels = ['not-yet', 'with-help', 'alone', 'teach'] as const;
export type ReadinessLevel = (typeof readinessLevels)[number];

/** How long evidence may be, in characters. */
export const EVIDENCE_LIMIT = 500;

/** What a member said about a check at one moment. The newest one says how it stands; none is ever changed. */
export interface ReadinessRating {
  readonly id: string;
  readonly checkId: string;
  readonly level: ReadinessLevel;
  /** A link, or what they did. Undefined: they only say so. */
  readonly evidence: string | undefined;
  readonly at: Temporal.Instant;
}

/** How a member stands with one check. */
export interface CheckStanding {
  readonly check: ReadinessCheck;
  /** Undefined: not rated yet. */
  readonly newest: ReadinessRating | undefined;
  /** Where the level changed, oldest first, beginning with the first rating. */
  readonly growth: readonly ReadinessRating[];
}

/** How a member stands with all checks of the roadmap. */
export interface Readiness {
  /** In the order of the roadmap. Ratings of retired checks are kept and not shown. */
  readonly checks: readonly CheckStanding[];
  /** How many are at "alone" or better, told apart by whether there is evidence. */
  readonly claimed: number;
  readonly proven: number;
  readonly unrated: number;
  /** What to work on next: the lowest rated check that is below "alone". */
  readonly weakest: CheckStanding | undefined;
  /** All of them are at "alone" or better. */
  readonly isReady: boolean;
}

/** Adds up the ratings of one member, given oldest first. */
export function summariseReadiness(roadmap: Roadmap, ratings: readonly ReadinessRating[]): Readiness {
  const byCheck = Map.groupBy(ratings, (rating) => rating.checkId);
  const checks = roadmap.readinessChecks.map((check) => standingOf(check, byCheck.get(check.id) ?? []));
  const able = checks.filter(({ newest }) => newest !== undefined && isAble(newest.level));
  const proven = able.filter(({ newest }) => newest?.evidence !== undefined).length;
  return {
    checks,
    claimed: able.length - proven,
    proven,
    unrated: checks.filter(({ newest }) => newest === undefined).length,
    weakest: weakestOf(checks),
    isReady: checks.length > 0 && able.length === checks.length,
  };
}

/** At "alone" or better: what a junior has to be. */
export function isAble(level: ReadinessLevel): boolean {
  return readinessLevels.indexOf(level) >= readinessLevels.indexOf('alone');
}

/** How often the level of any check went up. */
export function countStepsUp({ checks }: Readiness): number {
  return checks
    .flatMap(({ growth }) => growth.slice(1).map((rating, index) => [growth[index], rating] as const))
    .filter(([before, after]) => before && rankOf(after) > rankOf(before)).length;
}

/** What came of rating a check or of giving evidence for it. */
export type RatingOutcome =
  | {
      readonly kind: 'rated';
      readonly standing: CheckStanding;
      readonly readiness: Readiness;
      /** This rating made the last of all checks good: the moment for the ready screen. */
      readonly becameReady: boolean;
    }
  /** It was so already: nothing was written. */
  | { readonly kind: 'unchanged'; readonly standing: CheckStanding; readonly readiness: Readiness }
  /** Evidence belongs to a rating, and there is none yet. */
  | { readonly kind: 'not-rated'; readonly standing: CheckStanding; readonly readiness: Readiness }
  | { readonly kind: 'unknown-check'; readonly readiness: Readiness };

function standingOf(check: ReadinessCheck, ratings: readonly ReadinessRating[]): CheckStanding {
  const growth = ratings.filter((rating, index) => rating.level !== ratings[index - 1]?.level);
  return { check, newest: ratings.at(-1), growth };
}

function weakestOf(checks: readonly CheckStanding[]): CheckStanding | undefined {
  const weak = checks.filter(({ newest }) => newest !== undefined && !isAble(newest.level));
  return weak.toSorted((one, other) => rankOf(one.newest) - rankOf(other.newest))[0];
}

/** A check that was never rated ranks below all others. */
function rankOf(rating: ReadinessRating | undefined): number {
  return rating === undefined ? -1 : readinessLevels.indexOf(rating.level);
}
