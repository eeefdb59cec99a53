import { periodId } from '../domain/period.ts';
import { groupCalendar, listPeriods } from '../domain/period-calendar.ts';
import { Temporal } from '../lib/temporal.ts';
import type { Db } from '../store/database.ts';
import { findLastPeriod, insertPeriod } from '../store/period-store.ts';
import { findStudyGroup, listSchedules } from '../store/study-group-store.ts';

/**
 * Writes down every period of a group that has opened and is not written down yet, as its schedule was when it opened.
 * Done twice, or late after an outage, it leads to the same. A group that is archived opens no more.
 */
export async function openPeriods(trx: Db, groupId: string, now: Temporal.Instant): Promise<void> {
  const group = await findStudyGroup(trx, groupId);
  if (!group) return;
  const until = group.archivedAt && Temporal.Instant.compare(group.archivedAt, now) < 0 ? group.archivedAt : now;
  const last = await findLastPeriod(trx, groupId);
  if (last && Temporal.Instant.compare(until, last.closesAt) < 0) return;
  const calendar = groupCalendar(await listSchedules(trx, groupId));
  for (const period of listPeriods(calendar, { after: last?.closesAt, until })) {
    const id = periodId(groupId, period.sequence);
    const states = { promptState: 'due', recapState: 'due' } as const;
    await insertPeriod(trx, { ...period, id, groupId, memberId: undefined, ...states, thread: undefined });
  }
}
