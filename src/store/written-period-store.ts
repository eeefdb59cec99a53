import type { StoredPeriod } from '../domain/stored-period.ts';
import type { Db } from './database.ts';
import { toStoredPeriod } from './period-store.ts';

export interface WrittenPeriod {
  readonly checkInId: string;
  readonly period: StoredPeriod;
}

/** The periods about which a member wrote, also what they took back, the newest first. */
export async function listWrittenPeriods(db: Db, memberId: string, limit: number): Promise<WrittenPeriod[]> {
  const rows = await db
    .selectFrom('check_in')
    .innerJoin('period', 'period.id', 'check_in.period_id')
    .selectAll('period')
    .select('check_in.id as check_in_id')
    .where('check_in.member_id', '=', memberId)
    .orderBy('check_in.first_at', 'desc')
    .orderBy('check_in.id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ checkInId: row.check_in_id, period: toStoredPeriod(row) }));
}
