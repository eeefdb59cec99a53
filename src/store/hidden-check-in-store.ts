import type { Db } from './database.ts';

/** Ids of the check-ins of a group that moderators hid and that could be shown again, the newest period first. */
export async function listHiddenCheckIns(
  db: Db,
  { groupId, skipped, limit }: { readonly groupId: string; readonly skipped: number; readonly limit: number },
): Promise<string[]> {
  const rows = await db
    .selectFrom('check_in')
    .innerJoin('period', 'period.id', 'check_in.period_id')
    .select('check_in.id')
    .where('check_in.hidden_at', 'is not', null)
    .where('check_in.taken_back_at', 'is', null)
    .where('check_in.is_private', '=', 0)
    .where('period.group_id', '=', groupId)
    .orderBy('period.sequence', 'desc')
    .orderBy('check_in.hidden_at', 'desc')
    .orderBy('check_in.id')
    .offset(skipped)
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}
