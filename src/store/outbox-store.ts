import type { Selectable } from 'kysely';
import type { AttemptedPlace, OutboxEntry, OutboxOrder, OutboxRecord } from '../domain/outbox.ts';
import { fromStoredInstant, toStoredInstant } from '../lib/stored-instant.ts';
import type { Temporal } from '../lib/temporal.ts';
import type { Db, OutboxTable } from './database.ts';

/** Writes down what is to appear. What has a row already, in whatever state, is left alone: its key decides. */
export async function insertOutboxEntry(trx: Db, entry: OutboxEntry, now: Temporal.Instant): Promise<void> {
  const { kind, ...payload } = entry.order;
  await trx
    .insertInto('outbox')
    .values({
      key: entry.key,
      marks: JSON.stringify(entry.marks),
      operation: kind,
      payload: JSON.stringify(payload),
      server_id: entry.serverId ?? null,
      group_id: entry.groupId ?? null,
      member_id: entry.memberId ?? null,
      user_id: entry.userId ?? null,
      due_at: toStoredInstant(entry.dueAt),
      not_after: entry.notAfter ? toStoredInstant(entry.notAfter) : null,
      state: 'waiting',
      problem: null,
      attempts: 0,
      first_attempt_at: null,
      attempted_in: null,
      decisions: 0,
      next_attempt_at: toStoredInstant(entry.dueAt),
      lease_id: null,
      lease_until: null,
      channel_id: null,
      message_id: null,
      created_at: toStoredInstant(now),
      settled_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/**
 * Has something brought up to date that is changed in place: it is due anew, as this entry says. What whoever works on it
 * this moment records counts no more, and nobody else begins before they are done: two at once would make it twice.
 */
export async function renewOutboxEntry(trx: Db, entry: OutboxEntry, now: Temporal.Instant): Promise<void> {
  await insertOutboxEntry(trx, entry, now);
  const { kind: _, ...payload } = entry.order;
  const dueAt = toStoredInstant(entry.dueAt);
  await trx
    .updateTable('outbox')
    .set({
      ...{ payload: JSON.stringify(payload), due_at: dueAt, next_attempt_at: dueAt },
      not_after: entry.notAfter ? toStoredInstant(entry.notAfter) : null,
      ...{
        state: 'waiting',
        problem: null,
        attempts: 0,
        first_attempt_at: null,
        attempted_in: null,
        decisions: 0,
        settled_at: null,
      },
    })
    .where('key', '=', entry.key)
    .execute();
}

/** Keeps where something stands that counts as sent. */
export async function placeOutboxEntry(
  trx: Db,
  key: string,
  { channelId, messageId }: { readonly channelId?: string | undefined; readonly messageId?: string | undefined },
): Promise<void> {
  const place = { channel_id: channelId ?? null, message_id: messageId ?? null };
  await trx.updateTable('outbox').set(place).where('key', '=', key).where('state', '=', 'sent').execute();
}

export async function findOutboxRecord(db: Db, key: string): Promise<OutboxRecord | undefined> {
  const row = await db.selectFrom('outbox').selectAll().where('key', '=', key).executeTakeFirst();
  return row && toOutboxRecord(row);
}

/** What a group posted and is to post, the earliest first; of one kind where that is enough, for cards are many. */
export async function listOutboxRecords(db: Db, groupId: string, kind?: OutboxOrder['kind']): Promise<OutboxRecord[]> {
  const all = db.selectFrom('outbox').selectAll().where('group_id', '=', groupId);
  const rows = await (kind === undefined ? all : all.where('operation', '=', kind))
    .orderBy('due_at')
    .orderBy('key')
    .execute();
  return rows.map(toOutboxRecord);
}

export function toOutboxRecord(row: Selectable<OutboxTable>): OutboxRecord {
  const optional = (text: string | null) => (text === null ? undefined : fromStoredInstant(text));
  return {
    key: row.key,
    marks: JSON.parse(row.marks) as string[],
    order: { kind: row.operation, ...JSON.parse(row.payload) } as OutboxOrder,
    serverId: row.server_id ?? undefined,
    groupId: row.group_id ?? undefined,
    memberId: row.member_id ?? undefined,
    userId: row.user_id ?? undefined,
    dueAt: fromStoredInstant(row.due_at),
    notAfter: optional(row.not_after),
    state: row.state,
    problem: row.problem ?? undefined,
    attempts: row.attempts,
    firstAttemptAt: optional(row.first_attempt_at),
    nextAttemptAt: fromStoredInstant(row.next_attempt_at),
    decisions: row.decisions,
    attemptedIn: JSON.parse(row.attempted_in ?? '[]') as AttemptedPlace[],
    channelId: row.channel_id ?? undefined,
    messageId: row.message_id ?? undefined,
    createdAt: fromStoredInstant(row.created_at),
    settledAt: optional(row.settled_at),
  };
}
