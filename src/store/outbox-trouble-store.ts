import type { OutboxOrder, OutboxRecord } from '../domain/outbox.ts';
import { toStoredInstant } from '../lib/stored-instant.ts';
import type { Temporal } from '../lib/temporal.ts';
import type { Db } from './database.ts';
import { toOutboxRecord } from './outbox-store.ts';

/**
 * What is blocked there, or could not be looked for or found, is due at once, and so is what somebody deals with now, if
 * that ends so. Returns how many entries that were.
 */
export async function reopenHeldUp(
  db: Db,
  where: { readonly groupId: string } | { readonly serverId: string },
  now: Temporal.Instant,
): Promise<number> {
  const moment = toStoredInstant(now);
  const { numUpdatedRows } = await db
    .updateTable('outbox')
    .set({ next_attempt_at: moment })
    .where((entry) =>
      entry.or([
        entry('state', 'in', ['blocked', 'uncertain']),
        entry.and([entry('operation', '=', 'finding'), entry('state', '=', 'waiting')]),
      ]),
    )
    .where((entry) => entry.or([entry('next_attempt_at', '>', moment), entry('lease_until', '>', moment)]))
    .where((entry) =>
      'groupId' in where ? entry('group_id', '=', where.groupId) : entry('server_id', '=', where.serverId),
    )
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/**
 * A moderator says that an uncertain entry is there, or that it is to be sent. Whoever looks for it this moment loses the
 * lease. False when it is not uncertain any more.
 */
export async function settleUncertain(
  trx: Db,
  key: string,
  decision: { readonly state: 'sent' } | { readonly state: 'waiting'; readonly notAfter: Temporal.Instant },
  now: Temporal.Instant,
): Promise<boolean> {
  const moment = toStoredInstant(now);
  const { state } = decision;
  const { numUpdatedRows } = await trx
    .updateTable('outbox')
    .set(({ eb }) => ({
      ...{ state, lease_id: null, lease_until: null },
      ...(state === 'sent'
        ? { settled_at: moment }
        : {
            ...{ attempts: 0, attempted_in: null, next_attempt_at: moment, settled_at: null },
            decisions: eb('decisions', '+', 1),
            not_after: toStoredInstant(decision.notAfter),
          }),
    }))
    .where('key', '=', key)
    .where('state', '=', 'uncertain')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/**
 * Whether the moderators of a group were told of something, and nothing of these kinds has arrived since: then they
 * know. `cause` is the beginning of what the notice is about.
 */
export async function isToldSince(
  db: Db,
  groupId: string,
  cause: string,
  kinds: readonly OutboxOrder['kind'][],
): Promise<boolean> {
  const told = await db
    .selectFrom('outbox')
    .select((entry) => entry.fn.max('created_at').as('at'))
    .where('key', '>', `${groupId}.n.${cause}.`)
    .where('key', '<', `${groupId}.n.${cause}/`) // The sign after the dot.
    .executeTakeFirst();
  if (!told?.at) return false;
  const arrived = await db
    .selectFrom('outbox')
    .select('key')
    .where('group_id', '=', groupId)
    .where('operation', 'in', kinds)
    .where('state', '=', 'sent')
    .where('settled_at', '>', told.at)
    .limit(1)
    .executeTakeFirst();
  return arrived === undefined;
}

/**
 * What of a group did not arrive, the newest first: what waits for somebody, however old, and what failed or came too
 * late, of those due after a moment.
 */
export async function listTroubles(db: Db, groupId: string, since: Temporal.Instant): Promise<OutboxRecord[]> {
  const rows = await db
    .selectFrom('outbox')
    .selectAll()
    .where('group_id', '=', groupId)
    .where((row) =>
      row.or([
        row('state', 'in', ['blocked', 'uncertain']),
        row.and([row('state', 'in', ['failed', 'missed']), row('due_at', '>', toStoredInstant(since))]),
      ]),
    )
    .orderBy('due_at', 'desc')
    .orderBy('key', 'desc')
    .execute();
  return rows.map(toOutboxRecord);
}

/** The newest of these kinds that arrived. */
export async function findLastSent(
  db: Db,
  groupId: string,
  kinds: readonly OutboxOrder['kind'][],
): Promise<OutboxRecord | undefined> {
  const row = await db
    .selectFrom('outbox')
    .selectAll()
    .where('group_id', '=', groupId)
    .where('operation', 'in', kinds)
    .where('state', '=', 'sent')
    .orderBy('due_at', 'desc')
    .orderBy('key', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && toOutboxRecord(row);
}
