import type { Temporal } from '../lib/temporal.ts';
import type { CheckIn } from './check-in.ts';
import type { PlacedCheckIn } from './check-in-outcome.ts';
import type { Step } from './roadmap.ts';
import type { StoredPeriod } from './stored-period.ts';
import type { StudyGroup } from './study-group.ts';

/** A period that can be checked in for now, with what the member said about it already. */
export interface OpenPeriod {
  readonly period: StoredPeriod;
  readonly checkIn: CheckIn | undefined;
}

/** Where a member stands with their check-ins. */
export interface CheckInStand {
  /** The oldest first: one in its grace, then the running one. */
  readonly open: readonly OpenPeriod[];
  /** When the next one opens. */
  readonly nextOpensAt: Temporal.Instant;
}

/** What the form is made of. */
export interface CheckInFormReading {
  readonly period: StoredPeriod;
  /** Whose channel will read it; undefined: nobody but the member. */
  readonly group: StudyGroup | undefined;
  /** Of the channel in which it appears. */
  readonly channelId: string | undefined;
  /** Undefined where the bot does not know it. */
  readonly channelName: string | undefined;
  /** Whether what they say may stand in that channel: they may write there, or it does so already. */
  readonly mayBePublic: boolean;
  /** What stands there already. */
  readonly checkIn: CheckIn | undefined;
  /** The step that can be ticked as finished: the one that was, else the one that the member is at. */
  readonly step: Step | undefined;
  /** The pair that the member is one of. */
  readonly pairId: string | undefined;
}

/** One page of what a member wrote, the newest first. */
export interface CheckInList {
  readonly entries: readonly PlacedCheckIn[];
  /** Counted from 0. */
  readonly page: number;
  readonly pages: number;
}

/** The periods that the member has still to write, or took back, the oldest first. */
export function unwrittenOf({ open }: CheckInStand): StoredPeriod[] {
  return open.filter(({ checkIn }) => !checkIn || checkIn.takenBackAt).map(({ period }) => period);
}

/** What to ask of whoever opens the form without saying for which period. */
export type WhichPeriod =
  | { readonly kind: 'this'; readonly period: StoredPeriod }
  /** One in its grace and the running one are both not written yet. */
  | { readonly kind: 'choose'; readonly periods: readonly StoredPeriod[] }
  | { readonly kind: 'none-open' };

/** What is still to be written comes first; where nothing is, the running one is opened again. */
export function whichPeriod(stand: CheckInStand): WhichPeriod {
  const unwritten = unwrittenOf(stand);
  if (unwritten.length > 1) return { kind: 'choose', periods: unwritten };
  const period = unwritten[0] ?? stand.open.at(-1)?.period;
  return period ? { kind: 'this', period } : { kind: 'none-open' };
}
