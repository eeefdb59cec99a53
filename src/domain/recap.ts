import { Temporal } from '../lib/temporal.ts';
import { type CheckIn, isPublic } from './check-in.ts';
import { isAtRest } from './period.ts';
import { hadPrompt, type StoredPeriod } from './stored-period.ts';
import type { GroupBreak } from './study-group.ts';

/** What a recap needs of a check-in. */
export type CheckInOfRecap = Pick<
  CheckIn,
  | 'id'
  | 'memberId'
  | 'obstacle'
  | 'hours'
  | 'asksForHelp'
  | 'isPrivate'
  | 'counts'
  | 'takenBackAt'
  | 'hiddenAt'
  | 'card'
>;

const keysOfRecap = [
  'obstacle',
  'hours',
  'asksForHelp',
  'isPrivate',
  'counts',
  'takenBackAt',
  'hiddenAt',
] as const satisfies readonly (keyof CheckInOfRecap)[];

/** Whether a change of a check-in can be seen in the recap of its period. */
export function concernsRecap(before: CheckInOfRecap, after: CheckInOfRecap): boolean {
  return keysOfRecap.some((key) => before[key] !== after[key]);
}

/** How many members finished a step. */
export interface FinishedStep {
  readonly stepId: string;
  readonly count: number;
}

/** Something in the way of a member who asked the group for help. */
export interface Blocker {
  readonly checkInId: string;
  readonly memberId: string;
  /** Undefined: they ask for help and do not say with what. */
  readonly words: string | undefined;
  readonly card: CheckIn['card'];
}

/** What a group is told about a period. It never says who did not check in, nor of how many. */
export interface Recap {
  readonly checkIns: number;
  /** Undefined where so few gave theirs that each could work out the others'. */
  readonly hours: number | undefined;
  readonly steps: readonly FinishedStep[];
  /** In the order in which they were written. */
  readonly blockers: readonly Blocker[];
}

/** How many blockers a recap shows; the rest stands behind **More**. */
export const SHOWN_BLOCKERS = 8;

/** Hours are a member's own. A sum of fewer than this tells what one of them gave. */
const FEWEST_WITH_HOURS = 3;

/**
 * Adds a period up, without what members keep private: in a small group a sum would give them away. Undefined for one in
 * which nobody checked in for others to see: it gets no recap.
 * @param checkIns of the period, in the order in which they were written.
 */
export function makeRecap(checkIns: readonly CheckInOfRecap[], steps: readonly FinishedStep[]): Recap | undefined {
  const counted = checkIns.filter(({ counts, isPrivate }) => counts && !isPrivate);
  if (!counted.some(isPublic)) return undefined;
  const hours = counted.flatMap(({ hours, takenBackAt }) => (hours === undefined || takenBackAt ? [] : hours));
  return {
    checkIns: counted.length,
    hours: hours.length < FEWEST_WITH_HOURS ? undefined : hours.reduce((sum, one) => sum + one, 0),
    steps,
    blockers: blockersOf(checkIns),
  };
}

/** Whether a recap that is posted may have something to tell again: with a check-in that nobody may read just now. */
export function mayTellAgain(checkIns: readonly Pick<CheckInOfRecap, 'counts'>[]): boolean {
  return checkIns.some(({ counts }) => counts);
}

/** What is in the way of those who asked for help, of all that the channel may read. */
export function blockersOf(checkIns: readonly CheckInOfRecap[]): Blocker[] {
  return checkIns
    .filter((one) => one.asksForHelp && isPublic(one))
    .map(({ id, memberId, obstacle, card }) => ({ checkInId: id, memberId, words: obstacle, card }));
}

/** A period with whether any check-in counts in it, a private one, too: each is a sign of life. */
export type TellingPeriod = Pick<
  StoredPeriod,
  'sequence' | 'firstDay' | 'lastDay' | 'closesAt' | 'graceEndsAt' | 'promptState'
> & { readonly hasCheckIns: boolean };

/** After so many empty periods in a row, prompts rest. */
export const EMPTY_UNTIL_REST = 3;

/**
 * The number of the period with which prompts came to rest: the third in a row in which the group was asked and nobody
 * checked in. Undefined while they do not rest. A check-in wakes them, and so does a moderator.
 * @param periods the newest last; those without a prompt and without check-ins may be left out.
 */
export function restsSince(
  periods: readonly TellingPeriod[],
  {
    now,
    wokenAt,
    breaks,
  }: {
    readonly now: Temporal.Instant;
    readonly wokenAt: Temporal.Instant | undefined;
    readonly breaks: readonly GroupBreak[];
  },
): number | undefined {
  const afterLast = periods.slice(periods.findLastIndex(({ hasCheckIns }) => hasCheckIns) + 1);
  const empty = afterLast.filter(
    (period) =>
      hadPrompt(period) &&
      compare(period.graceEndsAt, now) <= 0 &&
      (!wokenAt || compare(period.closesAt, wokenAt) > 0) &&
      !isAtRest(period, breaks),
  );
  return empty[EMPTY_UNTIL_REST - 1]?.sequence;
}

const compare = Temporal.Instant.compare;
