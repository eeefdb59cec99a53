import { Temporal } from '../lib/temporal.ts';
import type { Period } from './period.ts';

/** In characters. The form states them. */
export const DID_LENGTH = 1000;
export const NEXT_LENGTH = 500;
export const OBSTACLE_LENGTH = 500;

/** What a member says about a period. */
export interface CheckInContent {
  readonly did: string;
  readonly next: string | undefined;
  /** What is in the way. */
  readonly obstacle: string | undefined;
  /** For the member alone; the recap adds them up. */
  readonly hours: number | undefined;
  /** The step that they ticked as finished. */
  readonly finishedStepId: string | undefined;
  readonly asksForHelp: boolean;
  /** For the member alone: neither the channel nor moderators see it. */
  readonly isPrivate: boolean;
  /** The pair of which the other one may read it although it is private: theirs when they ticked that. */
  readonly partnerPairId: string | undefined;
}

/** One a member and period. */
export interface CheckIn extends CheckInContent {
  readonly id: string;
  readonly memberId: string;
  readonly periodId: string;
  /** When it was written first, and last. */
  readonly firstAt: Temporal.Instant;
  readonly changedAt: Temporal.Instant;
  /** Whether it keeps its period. The end of the grace decides that for good. */
  readonly counts: boolean;
  /** By its author. What was written stays for them, should they want it back. */
  readonly takenBackAt: Temporal.Instant | undefined;
  /** By a moderator, or by deleting the card. */
  readonly hiddenAt: Temporal.Instant | undefined;
  /** Where its card stands. */
  readonly card: { readonly channelId: string; readonly messageId: string } | undefined;
}

export const checkInChanges = ['written', 'corrected', 'taken-back', 'hidden', 'shown'] as const;
export type CheckInChange = (typeof checkInChanges)[number];

/** An entry of the history of a check-in, never changed. */
export interface CheckInRevision {
  readonly id: string;
  readonly checkInId: string;
  readonly memberId: string;
  readonly at: Temporal.Instant;
  readonly change: CheckInChange;
  /** What it said from then on; undefined where the words did not change. */
  readonly content: CheckInContent | undefined;
}

/** Who is where in time: what decides whether a check-in counts. */
export interface CheckInMoment {
  readonly period: Pick<Period, 'opensAt' | 'graceEndsAt'>;
  readonly now: Temporal.Instant;
}

/** What came of a form. Only `written` and `corrected` change anything. */
export type CheckInDecision =
  | { readonly kind: 'written' | 'corrected'; readonly checkIn: CheckIn }
  /** The very same form again. */
  | { readonly kind: 'unchanged'; readonly checkIn: CheckIn }
  | { readonly kind: 'too-early' | 'too-late' };

/** A first check-in is for an open period; whoever has written one can correct it at any time. */
export function decideCheckIn(
  found: CheckIn | undefined,
  given: {
    readonly id: string;
    readonly memberId: string;
    readonly periodId: string;
    readonly content: CheckInContent;
  },
  { period, now }: CheckInMoment,
): CheckInDecision {
  const isInTime = compare(now, period.graceEndsAt) < 0;
  if (!found) {
    if (compare(now, period.opensAt) < 0) return { kind: 'too-early' };
    if (!isInTime) return { kind: 'too-late' };
    const { content, ...key } = given;
    const fresh = { firstAt: now, changedAt: now, counts: true, takenBackAt: undefined, hiddenAt: undefined };
    return { kind: 'written', checkIn: { ...key, ...content, ...fresh, card: undefined } };
  }
  if (!found.takenBackAt && isSameContent(found, given.content)) return { kind: 'unchanged', checkIn: found };
  const counts = found.counts || isInTime;
  return {
    kind: 'corrected',
    checkIn: { ...found, ...given.content, counts, changedAt: now, takenBackAt: undefined },
  };
}

/** After the grace the words go and the period stays kept. The same check-in where it was taken back already. */
export function takeBack(checkIn: CheckIn, { period, now }: CheckInMoment): CheckIn {
  if (checkIn.takenBackAt) return checkIn;
  const isInTime = compare(now, period.graceEndsAt) < 0;
  return { ...checkIn, counts: checkIn.counts && !isInTime, changedAt: now, takenBackAt: now };
}

/** Whether anybody but its author may read it in the channel. */
export function isPublic(checkIn: Pick<CheckIn, 'isPrivate' | 'takenBackAt' | 'hiddenAt'>): boolean {
  return !checkIn.isPrivate && !checkIn.takenBackAt && !checkIn.hiddenAt;
}

/** Whether the author's partner of now may read it: what the channel may read, and private ones ticked for this pair. */
export function partnerMayRead(
  checkIn: Pick<CheckIn, 'isPrivate' | 'partnerPairId' | 'takenBackAt' | 'hiddenAt'>,
  pairId: string,
): boolean {
  return isPublic(checkIn) || (checkIn.isPrivate && checkIn.partnerPairId === pairId && !checkIn.takenBackAt);
}

function isSameContent(one: CheckInContent, other: CheckInContent): boolean {
  return contentKeys.every((key) => one[key] === other[key]);
}

/** What of this is the content alone. */
export function contentOf(checkIn: CheckInContent): CheckInContent {
  const { did, next, obstacle, hours, finishedStepId, asksForHelp, isPrivate, partnerPairId } = checkIn;
  return { did, next, obstacle, hours, finishedStepId, asksForHelp, isPrivate, partnerPairId };
}

const contentKeys: readonly (keyof CheckInContent)[] = [
  'did',
  'next',
  'obstacle',
  'hours',
  'finishedStepId',
  'asksForHelp',
  'isPrivate',
  'partnerPairId',
];

const compare = Temporal.Instant.compare;
