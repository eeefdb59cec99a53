import { sql } from 'kysely';
import { type AttemptedPlace, type OutboxRecord, openStates } from '../domain/outbox.ts';
import { toStoredInstant } from '../lib/stored-instant.ts';
import type { Temporal } from '../lib/temporal.ts';
import type { Db } from './database.ts';
import { toOutboxRecord } from './outbox-store.ts';

/** That an entry belongs to one process for a while. */
export interface Lease {
  readonly id: string;
  readonly until: Temporal.Instant;
}

/** A claimed entry as it stands now. Undefined when it is no longer ours, or no longer wanted. */
export async function findClaimedEntry(db: Db, key: string, leaseId: string): Promise<OutboxRecord | undefined> {
  const row = await db
    .selectFrom('outbox')
    .selectAll()
    .where('key', '=', key)
    .where('lease_id', '=', leaseId)
    .where('state', 'in', openStates)
    .executeTakeFirst();
  return row && toOutboxRecord(row);
}

/**
 * Notes directly before it is sent that it may have been, and all places where it may stand then, and takes the decision
 * about it out of the moderators' hands. False when it is no longer ours, or no longer wanted: it must not be sent then.
 */
export async function beginAttempt(
  db: Db,
  key: string,
  lease: Lease,
  now: Temporal.Instant,
  attemptedIn: readonly AttemptedPlace[] = [],
): Promise<boolean> {
  const moment = toStoredInstant(now);
  const { numUpdatedRows } = await db
    .updateTable('outbox')
    .set(({ fn, val, eb }) => ({
      state: 'waiting',
      attempts: eb('attempts', '+', 1),
      first_attempt_at: fn.coalesce('first_attempt_at', val(moment)),
      attempted_in: JSON.stringify(attemptedIn),
      lease_until: toStoredInstant(lease.until),
    }))
    .where('key', '=', key)
    .where('lease_id', '=', lease.id)
    .where('lease_until', '>', moment)
    .where('state', 'in', openStates)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Ends the lease of entries of which there is nothing to write down. False where it is over for all of them. */
export async function freeEntries(db: Db, leaseId: string, keys: readonly string[]): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('outbox')
    .set({ lease_id: null, lease_until: null })
    .where('key', 'in', keys)
    .where('lease_id', '=', leaseId)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** How an entry stands after it was dealt with. */
export type EntryChange =
  /** Tried again then. `attempts`: how often it may have been sent so far. */
  | {
      readonly state: 'waiting' | 'blocked' | 'uncertain';
      readonly nextAttemptAt: Temporal.Instant;
      readonly attempts: number;
      readonly problem?: string;
    }
  | {
      readonly state: 'sent' | 'failed' | 'missed' | 'dropped';
      readonly problem?: string;
      readonly channelId?: string;
      readonly messageId?: string;
    };

/** Writes down what became of a claimed entry and gives it free. False when it was no longer ours, or is due anew since. */
export async function releaseEntry(
  trx: Db,
  { key, dueAt, nextAttemptAt }: Pick<OutboxRecord, 'key' | 'dueAt' | 'nextAttemptAt'>,
  leaseId: string,
  change: EntryChange,
  now: Temporal.Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('outbox')
    .set({
      state: change.state,
      problem: change.problem ?? null,
      lease_id: null,
      lease_until: null,
      ...('nextAttemptAt' in change ? triedAgain(change, nextAttemptAt, now) : settled(change, now)),
    })
    .where('key', '=', key)
    .where('due_at', '=', toStoredInstant(dueAt))
    .where('lease_id', '=', leaseId)
    .where('state', 'in', openStates)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

function settled(
  { channelId, messageId }: Extract<EntryChange, { state: 'sent' | 'failed' | 'missed' | 'dropped' }>,
  now: Temporal.Instant,
) {
  return {
    settled_at: toStoredInstant(now),
    ...(channelId === undefined ? {} : { channel_id: channelId }),
    ...(messageId === undefined ? {} : { message_id: messageId }),
  };
}

/** `before`: when it was to be dealt with, as whoever did so read it. Where that is another since, rights changed: it stays. */
function triedAgain(
  { state, nextAttemptAt, attempts }: Extract<EntryChange, { nextAttemptAt: Temporal.Instant }>,
  before: Temporal.Instant,
  now: Temporal.Instant,
) {
  const next = toStoredInstant(nextAttemptAt);
  const known = toStoredInstant(before);
  const unlessDueAnew = sql<string>`CASE WHEN next_attempt_at = ${known} THEN ${next} ELSE next_attempt_at END`;
  return {
    next_attempt_at: state === 'waiting' ? next : unlessDueAnew,
    attempts,
    first_attempt_at: sql<string>`coalesce(first_attempt_at, ${toStoredInstant(now)})`,
    ...(attempts === 0 ? { attempted_in: null } : {}),
  };
}
