import { isAfter } from '../lib/is-after.ts';
import type { Temporal } from '../lib/temporal.ts';
import { decidedUntil } from './delivery.ts';
import type { LookSpan, PlacedMessage } from './delivery-port.ts';
import { milestoneMark, parseMilestoneCode } from './milestone.ts';
import { MARKS_ON_A_POST } from './milestone-bundle.ts';
import type { OutboxRecord } from './outbox.ts';
import type { PostReading } from './post-reading.ts';

/** A post that was due longer ago looks first whether it is there: nonces are kept for a few minutes only. */
const FRESH_SECONDS = 120;

/** That the database was put back: what its copy does not know may have been sent from `madeAt` until `at`. */
export interface Restoration {
  readonly madeAt: Temporal.Instant;
  readonly at: Temporal.Instant;
}

/**
 * How long after a restore what is sent for the first time may have been sent in the time that the copy does not know,
 * in days. Posts of periods that are open then, and notices about what was in the way, are ordered again meanwhile.
 */
const CATCHING_UP_DAYS = 30;

/** The restore, where the copy may not know of this post; undefined where it is younger than what was lost. */
export function restorationOf(
  restoration: Restoration | undefined,
  { dueAt }: Pick<OutboxRecord, 'dueAt'>,
  reading: PostReading,
): Restoration | undefined {
  const isExtra = reading.kind === 'milestones' && reading.isExtra;
  // Of a milestone any day may be its own: moderators announce it early.
  const possibleSince = reading.kind === 'milestones' && !isExtra ? reading.group.createdAt : dueAt;
  // Whoever asks for one more does not mean one that the copy does not know.
  const end = restoration?.at.add({ hours: isExtra ? 0 : CATCHING_UP_DAYS * 24 });
  return end && isAfter(possibleSince, end) ? undefined : restoration;
}

export interface LookQuestion {
  readonly record: Pick<OutboxRecord, 'state' | 'attempts' | 'decisions' | 'dueAt' | 'notAfter'>;
  /** Since when posts leave one after the other without a pause: what waits for its turn in a queue is not late. */
  readonly drainingSince: Temporal.Instant;
  /** See `restorationOf`. */
  readonly restoration: Restoration | undefined;
}

/** Whether to look among the bot's own messages before this entry is sent. */
export function mustLook({ record, drainingSince, restoration }: LookQuestion): boolean {
  if (record.attempts > 0 || record.state === 'uncertain') return true;
  if (isDecided(record, restoration)) return false; // A moderator has looked.
  return restoration !== undefined || isAfter(drainingSince, record.dueAt.add({ seconds: FRESH_SECONDS }));
}

/** What a moderator decided before the database was put back may have been carried out in the time that the copy lacks. */
function isDecided(
  { decisions, notAfter }: Pick<OutboxRecord, 'decisions' | 'notAfter'>,
  restoration: Restoration | undefined,
): boolean {
  if (decisions === 0 || !restoration) return decisions > 0;
  return notAfter !== undefined && isAfter(notAfter, decidedUntil(restoration.at));
}

/** Whether it may stand there though nobody wrote down that it was sent: it was sent perhaps, or before a restore. */
export function mayStand(
  { attempts, dueAt }: Pick<OutboxRecord, 'attempts' | 'dueAt'>,
  restoration: Restoration | undefined,
): boolean {
  return attempts > 0 || (restoration !== undefined && isAfter(restoration.at, dueAt));
}

/**
 * Where in time to look: from the due instant or the first attempt on, whichever is earlier; after a restore also in
 * the time that the copy knows nothing of, for a moderator may have announced early.
 */
export function lookSpans(
  { dueAt, firstAttemptAt = dueAt }: Pick<OutboxRecord, 'dueAt' | 'firstAttemptAt'>,
  restoration: Restoration | undefined,
): LookSpan[] {
  const from = isAfter(dueAt, firstAttemptAt) ? firstAttemptAt : dueAt;
  if (!restoration) return [{ from }];
  if (!isAfter(from, restoration.madeAt)) return [{ from }];
  if (!isAfter(from, restoration.at)) return [{ from: restoration.madeAt }];
  return [{ from: restoration.madeAt, to: restoration.at }, { from }];
}

/**
 * What of an entry is still to be sent after a look. A digest may hold milestones of which some were announced before,
 * as posts of their own: then the others are sent. Undefined: all of it is there.
 */
export function withoutFound<Entry extends Pick<OutboxRecord, 'marks' | 'order' | 'groupId'>>(
  entry: Entry,
  found: ReadonlyMap<string, PlacedMessage>,
): Entry | undefined {
  const carried = entry.marks.slice(0, MARKS_ON_A_POST);
  const marks = carried.filter((mark) => !found.has(mark));
  if (marks.length === 0) return undefined;
  if (marks.length === carried.length || entry.order.kind !== 'milestones') return entry;
  const codes = entry.order.codes.filter((code) => {
    const id = parseMilestoneCode(code);
    return id && !found.has(milestoneMark(entry.groupId ?? '', id));
  });
  return { ...entry, marks, order: { ...entry.order, codes } };
}
