import type { Member } from '../domain/member.ts';
import { openPeriodsOf } from '../domain/member-periods.ts';
import { LONGEST_GRACE } from '../domain/period.ts';
import type { StoredPeriod } from '../domain/stored-period.ts';
import type { Temporal } from '../lib/temporal.ts';
import type { Db } from '../store/database.ts';
import { readMemberBackground, withPeriods } from './read-member-history.ts';

/**
 * The periods that a member can check in for now, oldest first: of their group, else their own weeks. A week of their
 * own need not be written down yet: `insertPeriod` before the check-in. Empty while their group has not begun.
 */
export async function listOpenPeriods(
  trx: Db,
  member: Pick<Member, 'id' | 'joinedAt'>,
  now: Temporal.Instant,
): Promise<StoredPeriod[]> {
  const background = await readMemberBackground(trx, member, now);
  const history = await withPeriods(trx, background, now.subtract({ hours: LONGEST_GRACE }));
  return openPeriodsOf(history, now).map((period) => {
    const stored = history.periods.find(({ id }) => id === period.id);
    if (stored) {
      const { keptAt: _, ...written } = stored;
      return written;
    }
    const states = { promptState: 'none', recapState: 'none' } as const;
    return { ...period, memberId: member.id, ...states, thread: undefined };
  });
}
