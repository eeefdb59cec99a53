import { type Expression, sql } from 'kysely';
import type { PeriodOfMember } from '../domain/member-periods.ts';
import type { StreakFold } from '../domain/streak-fold.ts';
import type { Membership } from '../domain/study-group.ts';
import { fromStoredInstant, toStoredInstant } from '../lib/stored-instant.ts';
import type { Temporal } from '../lib/temporal.ts';
import type { Db } from './database.ts';
import { toStoredPeriod } from './period-store.ts';

export async function findStreakFold(db: Db, memberId: string): Promise<StreakFold | undefined> {
  const row = await db.selectFrom('streak_fold').selectAll().where('member_id', '=', memberId).executeTakeFirst();
  return (
    row && { through: fromStoredInstant(row.through), kept: row.kept, quarters: row.quarters, grounds: row.grounds }
  );
}

export async function saveStreakFold(trx: Db, memberId: string, fold: StreakFold): Promise<void> {
  const values = {
    through: toStoredInstant(fold.through),
    kept: fold.kept,
    quarters: fold.quarters,
    grounds: fold.grounds,
  };
  await trx
    .insertInto('streak_fold')
    .values({ member_id: memberId, ...values })
    .onConflict((conflict) => conflict.column('member_id').doUpdateSet(values))
    .execute();
}

/** The next reading reckons the streak from its beginning. */
export async function deleteStreakFold(trx: Db, memberId: string): Promise<void> {
  await trx.deleteFrom('streak_fold').where('member_id', '=', memberId).execute();
}

/**
 * Every group that the member is or was in, the earliest first. An archived group has ended for all who were in it then:
 * the weeks alone since stay theirs when they leave it later.
 */
export async function listStays(
  db: Db,
  memberId: string,
): Promise<Pick<Membership, 'groupId' | 'joinedAt' | 'leftAt'>[]> {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('study_group', 'study_group.id', 'membership.group_id')
    .select(['membership.group_id', 'membership.joined_at'])
    .select((expression) => earlierOf(expression.ref('membership.left_at'), expression.ref('study_group.archived_at')))
    .where('membership.member_id', '=', memberId)
    .orderBy('membership.joined_at')
    .orderBy('membership.id')
    .execute();
  return rows.map(({ group_id, joined_at, ended_at }) => ({
    groupId: group_id,
    joinedAt: fromStoredInstant(joined_at),
    leftAt: ended_at === null ? undefined : fromStoredInstant(ended_at),
  }));
}

/** Undefined times are not compared; as stored, the earlier one is the smaller text. */
function earlierOf(one: Expression<string | null>, other: Expression<string | null>) {
  return sql<string | null>`min(coalesce(${one}, ${other}), coalesce(${other}, ${one}))`.as('ended_at');
}

/** Periods of these groups and of the member alone that close after a moment, each with when they checked in. */
export async function listPeriodsOfMember(
  db: Db,
  { memberId, groupIds }: { readonly memberId: string; readonly groupIds: readonly string[] },
  after: Temporal.Instant | undefined,
): Promise<PeriodOfMember[]> {
  const since = after ? toStoredInstant(after) : '';
  const rows = await db
    .selectFrom('period')
    .leftJoin('check_in', (join) =>
      join
        .onRef('check_in.period_id', '=', 'period.id')
        .on('check_in.member_id', '=', memberId)
        .on('check_in.counts', '=', 1),
    )
    .selectAll('period')
    .select('check_in.first_at')
    .where((expression) =>
      expression.or([
        ...(groupIds.length > 0 ? [expression('period.group_id', 'in', groupIds)] : []),
        expression('period.member_id', '=', memberId),
      ]),
    )
    .where('period.closes_at', '>', since)
    .execute();
  return rows.map(({ first_at, ...row }) => ({
    ...toStoredPeriod(row),
    keptAt: first_at === null ? undefined : fromStoredInstant(first_at),
  }));
}
