import { type ExpressionBuilder, sql } from 'kysely';
import {
  type AttemptedPlace,
  type DeliveryLane,
  kindsBesidePosts,
  type OutboxOrder,
  type OutboxRecord,
  type OutboxState,
  privateKinds,
} from '../domain/outbox.ts';
import { fromStoredInstant, toStoredInstant } from '../lib/stored-instant.ts';
import type { Temporal } from '../lib/temporal.ts';
import type { Db, Tables } from './database.ts';
import { toOutboxRecord } from './outbox-store.ts';

/** That an entry belongs to one process for a while. */
export interface Lease {
  readonly id: string;
  readonly until: Temporal.Instant;
}

/** States in which an entry is still to be delivered, or to be looked for. */
const open: readonly OutboxState[] = ['waiting', 'blocked', 'uncertain'];

/**
 * Takes what is due. Gives the keys, the earliest due first: what is read of hundreds of entries at once would hold up
 * answers. One statement: no two processes ever get the same entry.
 */
export async function claimOutboxEntries(
  db: Db,
  lease: Lease,
  limit: number,
  now: Temporal.Instant,
  lane?: DeliveryLane,
): Promise<string[]> {
  const moment = toStoredInstant(now);
  const rows = await db
    .updateTable('outbox')
    .set({ lease_id: lease.id, lease_until: toStoredInstant(lease.until) })
    .where('key', 'in', (query) =>
      query
        .selectFrom('outbox')
        .select('key')
        .where('state', 'in', open)
        .where('next_attempt_at', '<=', moment)
        .where((where) => where.or([where('lease_until', 'is', null), where('lease_until', '<=', moment)]))
        .where(isIn(lane))
        .orderBy('due_at')
        .orderBy('key')
        .limit(limit),
    )
    .returning(['key', 'due_at'])
    .execute();
  return rows.toSorted((a, b) => compareTexts(a.due_at, b.due_at) || compareTexts(a.key, b.key)).map(({ key }) => key);
}

/** A claimed entry as it stands now. Undefined when it is no longer ours, or no longer wanted. */
export async function findClaimedEntry(db: Db, key: string, leaseId: string): Promise<OutboxRecord | undefined> {
  const row = await db
    .selectFrom('outbox')
    .selectAll()
    .where('key', '=', key)
    .where('lease_id', '=', leaseId)
    .where('state', 'in', open)
    .executeTakeFirst();
  return row && toOutboxRecord(row);
}

/** Whether an entry leaves in this lane. Without one: in any. */
function isIn(lane: DeliveryLane | undefined) {
  return (entry: ExpressionBuilder<Tables, 'outbox'>) =>
    lane === undefined ? entry.lit(true) : entry('operation', operatorOf[lane], operationsOf[lane]);
}

/** Which operations leave in a lane. */
const operatorOf = { posts: 'not in', private: 'in', notices: 'in' } as const;
const operationsOf: Readonly<Record<DeliveryLane, readonly OutboxOrder['kind'][]>> = {
  ...kindsBesidePosts,
  posts: Object.values(kindsBesidePosts).flat(),
};

/** Whether at least so many private messages wait for their turn. */
export async function hasPrivateBacklog(db: Db, size: number): Promise<boolean> {
  const rows = await db
    .selectFrom('outbox')
    .select('key')
    .where('state', '=', 'waiting')
    .where('operation', 'in', privateKinds)
    .limit(size)
    .execute();
  return rows.length === size;
}

/** When the next entry can be claimed: its time has come, and nobody holds it. */
export async function findNextClaim(db: Db, lane?: DeliveryLane): Promise<Temporal.Instant | undefined> {
  const row = await db
    .selectFrom('outbox')
    .select(sql<string | null>`min(max(next_attempt_at, coalesce(lease_until, next_attempt_at)))`.as('next'))
    .where('state', 'in', open)
    .where(isIn(lane))
    .executeTakeFirst();
  return row?.next == null ? undefined : fromStoredInstant(row.next);
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
    .where('state', 'in', open)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Ends the lease of entries of which nothing was begun. */
export async function freeEntries(db: Db, leaseId: string, keys: readonly string[]): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ lease_id: null, lease_until: null })
    .where('key', 'in', keys)
    .where('lease_id', '=', leaseId)
    .execute();
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

/** Writes down what became of a claimed entry and gives it free. False when it was no longer ours. */
export async function releaseEntry(
  trx: Db,
  key: string,
  leaseId: string,
  change: EntryChange,
  now: Temporal.Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('outbox')
    .set(({ fn, val }) => ({
      state: change.state,
      problem: change.problem ?? null,
      lease_id: null,
      lease_until: null,
      ...('nextAttemptAt' in change
        ? {
            next_attempt_at: toStoredInstant(change.nextAttemptAt),
            attempts: change.attempts,
            first_attempt_at: fn.coalesce('first_attempt_at', val(toStoredInstant(now))),
            ...(change.attempts === 0 ? { attempted_in: null } : {}),
          }
        : { settled_at: toStoredInstant(now) }),
      ...('channelId' in change ? { channel_id: change.channelId ?? null } : {}),
      ...('messageId' in change ? { message_id: change.messageId ?? null } : {}),
    }))
    .where('key', '=', key)
    .where('lease_id', '=', leaseId)
    .where('state', 'in', open)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

function compareTexts(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
