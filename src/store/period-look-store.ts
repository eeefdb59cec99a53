import { fromStoredInstant, toStoredInstant } from '../lib/stored-instant.ts';
import type { Temporal } from '../lib/temporal.ts';
import type { Db } from './database.ts';

/** When to look next whether a period of this group opens. */
export async function savePeriodLook(trx: Db, groupId: string, at: Temporal.Instant): Promise<void> {
  const look_at = toStoredInstant(at);
  await trx
    .insertInto('period_look')
    .values({ group_id: groupId, look_at })
    .onConflict((conflict) => conflict.column('group_id').doUpdateSet({ look_at }))
    .execute();
}

/** No period of this group opens any more. */
export async function deletePeriodLook(trx: Db, groupId: string): Promise<void> {
  await trx.deleteFrom('period_look').where('group_id', '=', groupId).execute();
}

/** Groups to look at now, the longest due first. */
export async function listPeriodLooks(db: Db, now: Temporal.Instant): Promise<string[]> {
  const rows = await db
    .selectFrom('period_look')
    .select('group_id')
    .where('look_at', '<=', toStoredInstant(now))
    .orderBy('look_at')
    .execute();
  return rows.map(({ group_id }) => group_id);
}

/** When a period opens next, or a prompt or a recap is due, of any group. */
export async function findNextPeriodMoment(db: Db): Promise<Temporal.Instant | undefined> {
  const looks = db.selectFrom('period_look').select((expression) => expression.fn.min('look_at').as('at'));
  const prompts = db
    .selectFrom('period')
    .select((expression) => expression.fn.min('prompt_at').as('at'))
    .where('prompt_state', '=', 'due');
  const recaps = db
    .selectFrom('period')
    .select((expression) => expression.fn.min('recap_at').as('at'))
    .where('recap_state', '=', 'due');
  const moments = await Promise.all([looks, prompts, recaps].map((query) => query.executeTakeFirst()));
  const [next] = moments.flatMap((row) => row?.at ?? []).toSorted();
  return next === undefined ? undefined : fromStoredInstant(next);
}
