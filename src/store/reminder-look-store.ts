import { sql } from 'kysely';
import { fromStoredInstant, toStoredInstant } from '../lib/stored-instant.ts';
import type { Temporal } from '../lib/temporal.ts';
import type { Db } from './database.ts';

/** That a member is looked at, at the latest then. What was to come earlier stays. */
export interface ReminderLook {
  readonly memberId: string;
  readonly at: Temporal.Instant;
}

/** From now on the member is looked at: they want reminders, or have a partner. */
export async function wantLook(trx: Db, memberId: string, at: Temporal.Instant): Promise<void> {
  const look_at = toStoredInstant(at);
  await trx
    .insertInto('reminder_look')
    .values({ member_id: memberId, look_at })
    .onConflict((conflict) => conflict.column('member_id').doUpdateSet({ look_at: sql`min(look_at, ${look_at})` }))
    .execute();
}

/** Something changed that may bring a reminder forward. Whoever is not looked at stays so. */
export async function hastenLook(trx: Db, memberId: string, at: Temporal.Instant): Promise<void> {
  const look_at = toStoredInstant(at);
  await trx
    .updateTable('reminder_look')
    .set({ look_at })
    .where('member_id', '=', memberId)
    .where('look_at', '>', look_at)
    .execute();
}

/** After a look: when the next one is. */
export async function saveLook(trx: Db, { memberId, at }: ReminderLook): Promise<void> {
  await trx
    .updateTable('reminder_look')
    .set({ look_at: toStoredInstant(at) })
    .where('member_id', '=', memberId)
    .execute();
}

export async function deleteLook(trx: Db, memberId: string): Promise<void> {
  await trx.deleteFrom('reminder_look').where('member_id', '=', memberId).execute();
}

export async function findLook(db: Db, memberId: string): Promise<ReminderLook | undefined> {
  const row = await db.selectFrom('reminder_look').selectAll().where('member_id', '=', memberId).executeTakeFirst();
  return row && { memberId, at: fromStoredInstant(row.look_at) };
}

/** Who is to be looked at now, the longest due first. */
export async function listDueLooks(db: Db, now: Temporal.Instant, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('reminder_look')
    .select('member_id')
    .where('look_at', '<=', toStoredInstant(now))
    .orderBy('look_at')
    .limit(limit)
    .execute();
  return rows.map(({ member_id }) => member_id);
}

/** When the next look is due. */
export async function findNextLook(db: Db): Promise<Temporal.Instant | undefined> {
  const row = await db.selectFrom('reminder_look').select('look_at').orderBy('look_at').limit(1).executeTakeFirst();
  return row && fromStoredInstant(row.look_at);
}
