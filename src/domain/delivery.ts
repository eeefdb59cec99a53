import { isAfter } from '../lib/is-after.ts';
import type { Temporal } from '../lib/temporal.ts';
import type { ChannelFacts, ChannelRight } from './discord-port.ts';
import type { DeliveryProblem, OutboxRecord } from './outbox.ts';

/** How long an entry belongs to whoever claimed it, in seconds. Much longer than a request may take. */
export const LEASE_SECONDS = 120;

/** A post this much later than its hour says so, in minutes. */
const LATE_MINUTES = 60;

/** How long something blocked, or that no look can tell, waits when nothing tells that its cause has gone, in hours. */
const BLOCKED_HOURS = 6;

const FIRST_WAIT_SECONDS = 5;
const LONGEST_WAIT_SECONDS = 15 * 60;

/** A new thread takes its time to be listed, and knows no nonce. */
const FORUM_WAIT_SECONDS = 60;

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
