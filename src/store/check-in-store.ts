import type { Insertable, Selectable } from 'kysely';
import {
  type CheckIn,
  type CheckInChange,
  type CheckInContent,
  type CheckInRevision,
  contentOf,
} from '../domain/check-in.ts';
import { fromStoredInstant, toStoredInstant } from '../lib/stored-instant.ts';
import type { Temporal } from '../lib/temporal.ts';
import type { CheckInTable, Db } from './database.ts';
import { deleteStreakFold } from './streak-store.ts';

/** Keeps how a check-in stands now, and an entry of its history. Call it in a transaction. */
export async function saveCheckIn(
  trx: Db,
  checkIn: CheckIn,
  revision: { readonly id: string; readonly change: CheckInChange; readonly at: Temporal.Instant },
): Promise<void> {
  const { id, member_id, period_id, ...values } = toRow(checkIn);
  const before = await trx.selectFrom('check_in').select('counts').where('id', '=', id).executeTakeFirst();
  await trx
    .insertInto('check_in')
    .values({ id, member_id, period_id, ...values })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
    .execute();
  const hasContent = revision.change === 'written' || revision.change === 'corrected';
  await trx
    .insertInto('check_in_revision')
    .values({
      id: revision.id,
      check_in_id: id,
      member_id,
      at: toStoredInstant(revision.at),
      kind: revision.change,
      content: hasContent ? JSON.stringify(contentOf(checkIn)) : null,
    })
    .execute();
  // What was reckoned with it, or without it, holds no longer. A new one is never part of what was reckoned before.
  if (before && before.counts !== values.counts) await deleteStreakFold(trx, checkIn.memberId);
}

/** Where its card stands; undefined when that is gone. */
export async function saveCard(trx: Db, checkInId: string, card: CheckIn['card']): Promise<void> {
  await trx
    .updateTable('check_in')
    .set({ channel_id: card?.channelId ?? null, message_id: card?.messageId ?? null })
    .where('id', '=', checkInId)
    .execute();
}

export async function findCheckIn(db: Db, id: string): Promise<CheckIn | undefined> {
  const row = await db.selectFrom('check_in').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toCheckIn(row);
}

/** What this member said about this period. */
export async function findCheckInOf(db: Db, memberId: string, periodId: string): Promise<CheckIn | undefined> {
  const row = await db
    .selectFrom('check_in')
    .selectAll()
    .where('member_id', '=', memberId)
    .where('period_id', '=', periodId)
    .executeTakeFirst();
  return row && toCheckIn(row);
}

/** The check-in of which this message is the card. */
export async function findCheckInByCard(db: Db, messageId: string): Promise<CheckIn | undefined> {
  const row = await db.selectFrom('check_in').selectAll().where('message_id', '=', messageId).executeTakeFirst();
  return row && toCheckIn(row);
}

/** Every check-in of a period, in the order in which they were written, also those taken back and hidden. */
export async function listCheckIns(db: Db, periodId: string): Promise<CheckIn[]> {
  const rows = await db
    .selectFrom('check_in')
    .selectAll()
    .where('period_id', '=', periodId)
    .orderBy('first_at')
    .orderBy('id')
    .execute();
  return rows.map(toCheckIn);
}

/** What a member wrote, the newest first, also what they took back. */
export async function listNewestCheckIns(db: Db, memberId: string, limit: number, offset = 0): Promise<CheckIn[]> {
  const rows = await db
    .selectFrom('check_in')
    .selectAll()
    .where('member_id', '=', memberId)
    .orderBy('first_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map(toCheckIn);
}

/** How many a member wrote, also what they took back. */
export async function countCheckIns(db: Db, memberId: string): Promise<number> {
  const { count } = await db
    .selectFrom('check_in')
    .select((expression) => expression.fn.countAll<number>().as('count'))
    .where('member_id', '=', memberId)
    .executeTakeFirstOrThrow();
  return count;
}

/** The history of a check-in, oldest first. */
export async function listRevisions(db: Db, checkInId: string): Promise<CheckInRevision[]> {
  const rows = await db
    .selectFrom('check_in_revision')
    .selectAll()
    .where('check_in_id', '=', checkInId)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    checkInId: row.check_in_id,
    memberId: row.member_id,
    at: fromStoredInstant(row.at),
    change: row.kind,
    content: row.content === null ? undefined : toContent(row.content),
  }));
}

/** JSON leaves out what is undefined. */
function toContent(json: string): CheckInContent {
  const absent = { next: undefined, obstacle: undefined, hours: undefined, finishedStepId: undefined };
  return contentOf({ ...absent, partnerPairId: undefined, ...JSON.parse(json) });
}

function toRow(checkIn: CheckIn): Insertable<CheckInTable> {
  return {
    id: checkIn.id,
    member_id: checkIn.memberId,
    period_id: checkIn.periodId,
    did: checkIn.did,
    next: checkIn.next ?? null,
    obstacle: checkIn.obstacle ?? null,
    hours: checkIn.hours ?? null,
    finished_step_id: checkIn.finishedStepId ?? null,
    asks_for_help: checkIn.asksForHelp ? 1 : 0,
    is_private: checkIn.isPrivate ? 1 : 0,
    partner_pair_id: checkIn.partnerPairId ?? null,
    first_at: toStoredInstant(checkIn.firstAt),
    changed_at: toStoredInstant(checkIn.changedAt),
    counts: checkIn.counts ? 1 : 0,
    taken_back_at: checkIn.takenBackAt ? toStoredInstant(checkIn.takenBackAt) : null,
    hidden_at: checkIn.hiddenAt ? toStoredInstant(checkIn.hiddenAt) : null,
    channel_id: checkIn.card?.channelId ?? null,
    message_id: checkIn.card?.messageId ?? null,
  };
}

function toCheckIn(row: Selectable<CheckInTable>): CheckIn {
  const { channel_id, message_id } = row;
  return {
    id: row.id,
    memberId: row.member_id,
    periodId: row.period_id,
    did: row.did,
    next: row.next ?? undefined,
    obstacle: row.obstacle ?? undefined,
    hours: row.hours ?? undefined,
    finishedStepId: row.finished_step_id ?? undefined,
    asksForHelp: row.asks_for_help === 1,
    isPrivate: row.is_private === 1,
    partnerPairId: row.partner_pair_id ?? undefined,
    firstAt: fromStoredInstant(row.first_at),
    changedAt: fromStoredInstant(row.changed_at),
    counts: row.counts === 1,
    takenBackAt: row.taken_back_at === null ? undefined : fromStoredInstant(row.taken_back_at),
    hiddenAt: row.hidden_at === null ? undefined : fromStoredInstant(row.hidden_at),
    card: channel_id === null || message_id === null ? undefined : { channelId: channel_id, messageId: message_id },
  };
}
