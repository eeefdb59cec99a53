import type { PromptState, RecapState } from '../domain/stored-period.ts';
import { toStoredInstant } from '../lib/stored-instant.ts';
import type { Temporal } from '../lib/temporal.ts';
import type { Db } from './database.ts';

/** Says what became of a prompt. When the grace has ended that is settled, as streaks are: false, and nothing changes. */
export async function setPromptState(trx: Db, id: string, state: PromptState, now: Temporal.Instant): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('period')
    .set({ prompt_state: state })
    .where('id', '=', id)
    .where('grace_ends_at', '>', toStoredInstant(now))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** It was not posted and is not any more. A period in which nobody was asked costs nobody anything, whenever that is said. */
export async function giveUpPrompt(trx: Db, id: string): Promise<void> {
  await trx
    .updateTable('period')
    .set({ prompt_state: 'missed' })
    .where('id', '=', id)
    .where('prompt_state', 'in', ['due', 'ordered'])
    .execute();
}

export async function setRecapState(trx: Db, id: string, state: RecapState): Promise<void> {
  await trx.updateTable('period').set({ recap_state: state }).where('id', '=', id).execute();
}

/** Ids of periods whose prompt is due, the longest due first. */
export function listDuePrompts(db: Db, now: Temporal.Instant, limit: number): Promise<string[]> {
  return listDue(db, { state: 'prompt_state', at: 'prompt_at' }, now, limit);
}

/** Ids of periods whose recap is due, the longest due first. */
export function listDueRecaps(db: Db, now: Temporal.Instant, limit: number): Promise<string[]> {
  return listDue(db, { state: 'recap_state', at: 'recap_at' }, now, limit);
}

interface DueColumns {
  readonly state: 'prompt_state' | 'recap_state';
  readonly at: 'prompt_at' | 'recap_at';
}

async function listDue(db: Db, { state, at }: DueColumns, now: Temporal.Instant, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('period')
    .select('id')
    .where(state, '=', 'due')
    .where(at, '<=', toStoredInstant(now))
    .orderBy(at)
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}
