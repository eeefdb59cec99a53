import { type ExpressionBuilder, sql } from 'kysely';
import { type DeliveryLane, kindsBesidePosts, type OutboxOrder, openStates, privateKinds } from '../domain/outbox.ts';
import { fromStoredInstant, toStoredInstant } from '../lib/stored-instant.ts';
import type { Temporal } from '../lib/temporal.ts';
import type { Db, Tables } from './database.ts';
import type { Lease } from './outbox-lease-store.ts';

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
        .where('state', 'in', openStates)
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
    .where('state', 'in', openStates)
    .where(isIn(lane))
    .executeTakeFirst();
  return row?.next == null ? undefined : fromStoredInstant(row.next);
}

function compareTexts(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
