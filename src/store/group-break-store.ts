import type { Selectable } from 'kysely';
import { type GroupBreak, isOpenPause } from '../domain/study-group.ts';
import { fromStoredInstant, toStoredInstant } from '../lib/stored-instant.ts';
import { Temporal } from '../lib/temporal.ts';
import type { Db, GroupBreakTable } from './database.ts';

/** A break that is planned, or a pause that begins. The same id twice is kept once. */
export async function insertGroupBreak(trx: Db, rest: GroupBreak): Promise<void> {
  await trx
    .insertInto('group_break')
    .values({
      id: rest.id,
      group_id: rest.groupId,
      kind: rest.kind,
      first_day: rest.firstDay.toString(),
      last_day: rest.lastDay?.toString() ?? null,
      shifts: rest.shifts ? 1 : 0,
      recorded_at: toStoredInstant(rest.recordedAt),
      cancelled_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Ends a pause that lasts. False where it had ended already. */
export async function endGroupPause(
  trx: Db,
  breakId: string,
  end: { readonly lastDay: Temporal.PlainDate; readonly shifts: boolean; readonly recordedAt: Temporal.Instant },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('group_break')
    .set({
      last_day: end.lastDay.toString(),
      shifts: end.shifts ? 1 : 0,
      recorded_at: toStoredInstant(end.recordedAt),
    })
    .where('id', '=', breakId)
    .where('kind', '=', 'pause')
    .where('last_day', 'is', null)
    .where('cancelled_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Makes a pause last again, since when it did, that was ended, or taken back because it was ended on its first day. */
export async function reopenGroupPause(trx: Db, breakId: string, since: Temporal.Instant): Promise<void> {
  await trx
    .updateTable('group_break')
    .set({ last_day: null, shifts: 0, cancelled_at: null, recorded_at: toStoredInstant(since) })
    .where('id', '=', breakId)
    .where('kind', '=', 'pause')
    .execute();
}

/** Takes a break back. False where it was taken back already, or never was. */
export async function cancelGroupBreak(trx: Db, breakId: string, now: Temporal.Instant): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('group_break')
    .set({ cancelled_at: toStoredInstant(now) })
    .where('id', '=', breakId)
    .where('cancelled_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Also one that was taken back. */
export async function findGroupBreak(
  db: Db,
  breakId: string,
): Promise<(GroupBreak & { readonly isTakenBack: boolean }) | undefined> {
  const row = await db.selectFrom('group_break').selectAll().where('id', '=', breakId).executeTakeFirst();
  return row && { ...toGroupBreak(row), isTakenBack: row.cancelled_at !== null };
}

/** Breaks and pauses of a group that were not taken back, the earliest first. */
export async function listGroupBreaks(db: Db, groupId: string): Promise<GroupBreak[]> {
  const rows = await db
    .selectFrom('group_break')
    .selectAll()
    .where('group_id', '=', groupId)
    .where('cancelled_at', 'is', null)
    .orderBy('first_day')
    .orderBy('id')
    .execute();
  return rows.map(toGroupBreak);
}

/** The pause that lasts, where there is one. */
export async function findOpenPause(db: Db, groupId: string): Promise<GroupBreak | undefined> {
  return (await listGroupBreaks(db, groupId)).find(isOpenPause);
}

function toGroupBreak(row: Selectable<GroupBreakTable>): GroupBreak {
  return {
    id: row.id,
    groupId: row.group_id,
    kind: row.kind,
    firstDay: Temporal.PlainDate.from(row.first_day),
    lastDay: row.last_day === null ? undefined : Temporal.PlainDate.from(row.last_day),
    shifts: row.shifts === 1,
    recordedAt: fromStoredInstant(row.recorded_at),
  };
}
