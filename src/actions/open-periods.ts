import { periodId } from '../domain/period.ts';
import { firstPeriod, groupCalendar, listPeriods, periodAfter } from '../domain/period-calendar.ts';
import { Temporal } from '../lib/temporal.ts';
import type { Db } from '../store/database.ts';
import { deletePeriodLook, savePeriodLook } from '../store/period-look-store.ts';
import { findLastPeriod, insertPeriod } from '../store/period-store.ts';
import { findStudyGroup, listSchedules } from '../store/study-group-store.ts';

/**
 * Writes down every period of a group that has opened and is not written down yet, as its schedule was when it opened,
 * and when the next one does. Done twice, or late after an outage, it leads to the same. A group that is archived opens
 * no more.
 */
export async function openPeriods(trx: Db, groupId: string, now: Temporal.Instant): Promise<void> {
  const group = await findStudyGroup(trx, groupId);
  if (!group) return;
  const isArchived = group.archivedAt !== undefined && Temporal.Instant.compare(group.archivedAt, now) < 0;
  const until = isArchived ? group.archivedAt : now;
  const nextAt = await openUntil(trx, groupId, { until, now });
  await (isArchived ? deletePeriodLook(trx, groupId) : savePeriodLook(trx, groupId, nextAt));
}

/** Returns when the next one opens. */
async function openUntil(
  trx: Db,
  groupId: string,
  { until, now }: { readonly until: Temporal.Instant; readonly now: Temporal.Instant },
): Promise<Temporal.Instant> {
  const last = await findLastPeriod(trx, groupId);
  if (last && Temporal.Instant.compare(until, last.closesAt) < 0) return last.closesAt;
  const calendar = groupCalendar(await listSchedules(trx, groupId));
  const opened = listPeriods(calendar, { after: last?.closesAt, until });
  for (const period of opened) {
    const id = periodId(groupId, period.sequence);
    // Nobody can be asked about what is over already.
    const promptState = Temporal.Instant.compare(period.closesAt, now) <= 0 ? 'missed' : 'due';
    const states = { promptState, recapState: 'due' } as const;
    await insertPeriod(trx, { ...period, id, groupId, memberId: undefined, ...states, thread: undefined });
  }
  const newest = opened.at(-1) ?? last;
  return newest ? periodAfter(calendar, newest).opensAt : firstPeriod(calendar).opensAt;
}
