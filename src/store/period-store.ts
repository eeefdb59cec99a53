import type { Insertable, Selectable } from 'kysely';
import type { PeriodThread, StoredPeriod } from '../domain/stored-period.ts';
import { fromStoredInstant, toStoredInstant } from '../lib/stored-instant.ts';
import { Temporal } from '../lib/temporal.ts';
import type { Db, PeriodTable } from './database.ts';

/** Writes a period down. One that is there already stays as it is. */
export async function insertPeriod(trx: Db, period: StoredPeriod): Promise<void> {
  await trx
    .insertInto('period')
    .values(toRow(period))
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

export async function findPeriod(db: Db, id: string): Promise<StoredPeriod | undefined> {
  const row = await db.selectFrom('period').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toStoredPeriod(row);
}

/** The newest period of a group that was written down. */
export async function findLastPeriod(db: Db, groupId: string): Promise<StoredPeriod | undefined> {
  const row = await db
    .selectFrom('period')
    .selectAll()
    .where('group_id', '=', groupId)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && toStoredPeriod(row);
}

/** The periods of a group that close after a moment, the newest last. */
export async function listPeriodsAfter(db: Db, groupId: string, after: Temporal.Instant): Promise<StoredPeriod[]> {
  const rows = await db
    .selectFrom('period')
    .selectAll()
    .where('group_id', '=', groupId)
    .where('closes_at', '>', toStoredInstant(after))
    .orderBy('closes_at')
    .execute();
  return rows.map(toStoredPeriod);
}

/** The group in one of whose threads this is. */
export async function findGroupOfThread(db: Db, threadId: string): Promise<string | undefined> {
  const row = await db.selectFrom('period').select('group_id').where('thread_id', '=', threadId).executeTakeFirst();
  return row?.group_id ?? undefined;
}

/** Where the cards of a period stand; undefined when that is gone. */
export async function saveThread(trx: Db, id: string, thread: PeriodThread | undefined): Promise<void> {
  await trx.updateTable('period').set(threadRow(thread)).where('id', '=', id).execute();
}

function toRow(period: StoredPeriod): Insertable<PeriodTable> {
  return {
    id: period.id,
    group_id: period.groupId ?? null,
    member_id: period.memberId ?? null,
    sequence: period.sequence,
    rhythm: period.rhythm,
    zone: period.zone,
    first_day: period.firstDay.toString(),
    last_day: period.lastDay.toString(),
    opens_at: toStoredInstant(period.opensAt),
    prompt_at: toStoredInstant(period.promptAt),
    closes_at: toStoredInstant(period.closesAt),
    grace_ends_at: toStoredInstant(period.graceEndsAt),
    recap_at: toStoredInstant(period.recapAt),
    prompt_state: period.promptState,
    recap_state: period.recapState,
    ...threadRow(period.thread),
  };
}

function threadRow(thread: PeriodThread | undefined) {
  return {
    channel_id: thread?.channelId ?? null,
    starter_message_id: thread?.starterMessageId ?? null,
    thread_id: thread?.threadId ?? null,
  };
}

export function toStoredPeriod(row: Selectable<PeriodTable>): StoredPeriod {
  const { channel_id, starter_message_id, thread_id } = row;
  const isComplete = channel_id !== null && starter_message_id !== null && thread_id !== null;
  return {
    id: row.id,
    groupId: row.group_id ?? undefined,
    memberId: row.member_id ?? undefined,
    sequence: row.sequence,
    rhythm: row.rhythm,
    zone: row.zone,
    firstDay: Temporal.PlainDate.from(row.first_day),
    lastDay: Temporal.PlainDate.from(row.last_day),
    opensAt: fromStoredInstant(row.opens_at),
    promptAt: fromStoredInstant(row.prompt_at),
    closesAt: fromStoredInstant(row.closes_at),
    graceEndsAt: fromStoredInstant(row.grace_ends_at),
    recapAt: fromStoredInstant(row.recap_at),
    promptState: row.prompt_state,
    recapState: row.recap_state,
    thread: isComplete
      ? { channelId: channel_id, starterMessageId: starter_message_id, threadId: thread_id }
      : undefined,
  };
}
