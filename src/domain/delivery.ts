import { Temporal } from '../lib/temporal.ts';
import type { LookSpan, PlacedMessage } from './delivery-port.ts';
import type { ChannelFacts, ChannelRight } from './discord-port.ts';
import { milestoneMark, parseMilestoneCode } from './milestone.ts';
import { MARKS_ON_A_POST } from './milestone-bundle.ts';
import type { DeliveryProblem, OutboxRecord } from './outbox.ts';
import type { PostReading } from './post-reading.ts';

/** How long an entry belongs to whoever claimed it, in seconds. Much longer than a request may take. */
export const LEASE_SECONDS = 120;

/** A post that was due longer ago looks first whether it is there: nonces are kept for a few minutes only. */
const FRESH_SECONDS = 120;

/** A post this much later than its hour says so, in minutes. */
const LATE_MINUTES = 60;

/** How long something blocked, or that no look can tell, waits when nothing tells that its cause has gone, in hours. */
const BLOCKED_HOURS = 6;

const FIRST_WAIT_SECONDS = 5;
const LONGEST_WAIT_SECONDS = 15 * 60;

/** A new thread takes its time to be listed, and knows no nonce. */
const FORUM_WAIT_SECONDS = 60;

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

/**
 * How long to wait after an attempt without an answer: half of the time for which it has been tried, so that the waits
 * grow, within 5 seconds and 15 minutes.
 */
export function retryAt(
  { firstAttemptAt }: Pick<OutboxRecord, 'firstAttemptAt'>,
  now: Temporal.Instant,
  isInForum: boolean,
): Temporal.Instant {
  const tried = firstAttemptAt === undefined ? 0 : now.since(firstAttemptAt).total('seconds');
  const least = isInForum ? FORUM_WAIT_SECONDS : FIRST_WAIT_SECONDS;
  return now.add({ seconds: Math.round(Math.min(Math.max(tried / 2, least), LONGEST_WAIT_SECONDS)) });
}

/** When something that waits for another post is tried again: the longer it has been due, the later. */
export function waitAt({ dueAt }: Pick<OutboxRecord, 'dueAt'>, now: Temporal.Instant): Temporal.Instant {
  return retryAt({ firstAttemptAt: dueAt }, now, false);
}

/** When something blocked, or that no look can tell, is tried again: at its time limit at the latest, so that it is reported then. */
export function blockedUntil({ notAfter }: Pick<OutboxRecord, 'notAfter'>, now: Temporal.Instant): Temporal.Instant {
  const next = now.add({ hours: BLOCKED_HOURS });
  const end = notAfter?.add({ milliseconds: 1 });
  return end && isAfter(next, end) && isAfter(end, now) ? end : next;
}

export function isTooLate({ notAfter }: Pick<OutboxRecord, 'notAfter'>, now: Temporal.Instant): boolean {
  return notAfter !== undefined && isAfter(now, notAfter);
}

/** How long what a moderator wants to be posted is of use, in days from that on: whatever it was too late for counts no more. */
const DECIDED_DAYS = 7;

export function decidedUntil(now: Temporal.Instant): Temporal.Instant {
  return now.add({ hours: DECIDED_DAYS * 24 });
}

/** Whether a post says that it comes late. */
export function isLate(dueAt: Temporal.Instant, now: Temporal.Instant): boolean {
  return isAfter(now, dueAt.add({ minutes: LATE_MINUTES }));
}

/** Why a post cannot appear in a channel, as far as is known without asking. Undefined: nothing is in its way. */
export function problemIn(
  facts: ChannelFacts | undefined,
  post: { readonly tagId: string | undefined },
): DeliveryProblem | undefined {
  if (!facts?.kind) return 'unknown-channel';
  if (facts.missing.includes('view')) return 'missing-access';
  if (facts.missing.some((right) => neededToPost.includes(right))) return 'missing-permission';
  const hasTag = facts.tags.some(({ id }) => id === post.tagId);
  return facts.kind === 'forum' && facts.demandsTag && !hasTag ? 'tag-required' : undefined;
}

/** Without one of these no post arrives. */
export const neededToPost: readonly ChannelRight[] = ['view', 'send', 'embed-links', 'attach-files'];

/** Whether moderators can be told here what went wrong. Not in a forum, where each notice would be a post of its own. */
export function takesNotices(facts: ChannelFacts | undefined): facts is ChannelFacts {
  return facts !== undefined && facts.kind !== 'forum' && problemIn(facts, { tagId: undefined }) === undefined;
}

function isAfter(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) > 0;
}
