import type { StoredPeriod } from '../domain/stored-period.ts';
import { toStoredInstant } from '../lib/stored-instant.ts';
import type { Temporal } from '../lib/temporal.ts';
import type { Db } from './database.ts';
import { toStoredPeriod } from './period-store.ts';

/** Periods of a group that are over, the newest first. */
export async function listClosedPeriods(
  db: Db,
  { groupId, skipped, limit }: { readonly groupId: string; readonly skipped: number; readonly limit: number },
  now: Temporal.Instant,
): Promise<StoredPeriod[]> {
  const rows = await newestPast(db, groupId, 'closes_at', now).limit(limit).offset(skipped).execute();
  return rows.map(toStoredPeriod);
}

/** The last periods of a group whose grace is over, the newest last. */
export async function listSettledPeriods(
  db: Db,
  groupId: string,
  limit: number,
  now: Temporal.Instant,
): Promise<StoredPeriod[]> {
  const rows = await newestPast(db, groupId, 'grace_ends_at', now).limit(limit).execute();
  return rows.map(toStoredPeriod).reverse();
}

/** The periods of a group of which this moment has passed, the newest first. */
function newestPast(db: Db, groupId: string, moment: 'closes_at' | 'grace_ends_at', now: Temporal.Instant) {
  return db
    .selectFrom('period')
    .selectAll()
    .where('group_id', '=', groupId)
    .where(moment, '<=', toStoredInstant(now))
    .orderBy('sequence', 'desc');
}

/** Members of a group in none of these periods of which a check-in counts, who were there by then. */
export async function listWithoutCheckIn(
  db: Db,
  groupId: string,
  { periodIds, joinedBy }: { readonly periodIds: readonly string[]; readonly joinedBy: Temporal.Instant },
): Promise<string[]> {
  const rows = await db
    .selectFrom('membership')
    .select('member_id')
    .where('group_id', '=', groupId)
    .where('left_at', 'is', null)
    .where('joined_at', '<=', toStoredInstant(joinedBy))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('check_in')
            .select('check_in.id')
            .whereRef('check_in.member_id', '=', 'membership.member_id')
            .where('check_in.period_id', 'in', periodIds)
            .where('check_in.counts', '=', 1),
        ),
      ),
    )
    .orderBy('joined_at')
    .orderBy('member_id')
    .execute();
  return rows.map(({ member_id }) => member_id);
}
