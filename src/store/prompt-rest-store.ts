import { sql } from 'kysely';
import type { TellingPeriod } from '../domain/recap.ts';
import { fromStoredInstant, toStoredInstant } from '../lib/stored-instant.ts';
import type { Temporal } from '../lib/temporal.ts';
import type { Db } from './database.ts';
import { toStoredPeriod } from './period-store.ts';

/**
 * The newest periods of a group with whether any check-in counts in each, the newest last. Those in which nobody was asked
 * and nobody checked in are left out: they tell nothing.
 */
export async function listTellingPeriods(db: Db, groupId: string, limit: number): Promise<TellingPeriod[]> {
  const exists = sql<number>`EXISTS (SELECT 1 FROM check_in WHERE check_in.period_id = period.id AND check_in.counts = 1)`;
  const rows = await db
    .selectFrom('period')
    .selectAll()
    .select(exists.as('has_check_ins'))
    .where('group_id', '=', groupId)
    .where((expression) => expression.or([expression('prompt_state', '=', 'posted'), expression(exists, '=', 1)]))
    .orderBy('sequence', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...toStoredPeriod(row), hasCheckIns: row.has_check_ins === 1 })).reverse();
}

/** A moderator wakes the prompts of a group. */
export async function savePromptWake(trx: Db, groupId: string, now: Temporal.Instant): Promise<void> {
  const woken_at = toStoredInstant(now);
  await trx
    .insertInto('prompt_wake')
    .values({ group_id: groupId, woken_at })
    .onConflict((conflict) => conflict.column('group_id').doUpdateSet({ woken_at }))
    .execute();
}

/** When a moderator last woke them. */
export async function findPromptWake(db: Db, groupId: string): Promise<Temporal.Instant | undefined> {
  const row = await db.selectFrom('prompt_wake').selectAll().where('group_id', '=', groupId).executeTakeFirst();
  return row && fromStoredInstant(row.woken_at);
}
