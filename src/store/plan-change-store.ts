import type { Selectable } from 'kysely';
import type { PlanChange } from '../domain/plan.ts';
import { toStoredInstant } from '../lib/stored-instant.ts';
import { Temporal } from '../lib/temporal.ts';
import type { Db, PlanChangeTable } from './database.ts';

/** Keeps a change of the plan. True when this very call did it: an id counts once, also after it was taken back. */
export async function insertPlanChange(
  db: Db,
  memberId: string,
  change: PlanChange,
  recordedAt: Temporal.Instant,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('plan_change')
    .values({
      id: change.id,
      member_id: memberId,
      kind: change.kind,
      first_day: change.firstDay.toString(),
      days: change.days,
      hours: change.kind === 'more-hours' ? change.hours : null,
      recorded_at: toStoredInstant(recordedAt),
      cancelled_at: null,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** The changes of a member's plan that were not taken back, oldest first. */
export async function listPlanChanges(db: Db, memberId: string): Promise<PlanChange[]> {
  const rows = await db
    .selectFrom('plan_change')
    .selectAll()
    .where('member_id', '=', memberId)
    .where('cancelled_at', 'is', null)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute();
  return rows.map(toPlanChange);
}

/** Takes a change of this member's back. True when this very call did it. */
export async function cancelPlanChange(db: Db, memberId: string, id: string, at: Temporal.Instant): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('plan_change')
    .set({ cancelled_at: toStoredInstant(at) })
    .where('id', '=', id)
    .where('member_id', '=', memberId)
    .where('cancelled_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

function toPlanChange({ id, kind, first_day, days, hours }: Selectable<PlanChangeTable>): PlanChange {
  const firstDay = Temporal.PlainDate.from(first_day);
  return kind === 'more-hours' ? { id, kind, firstDay, days, hours: hours ?? 0 } : { id, kind, firstDay, days };
}
