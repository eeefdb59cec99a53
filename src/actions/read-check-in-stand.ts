import type { CheckInStand, OpenPeriod } from '../domain/check-in-reading.ts';
import type { Member } from '../domain/member.ts';
import {
  firstPeriod,
  groupCalendar,
  type PeriodCalendar,
  periodAfter,
  periodAt,
  soloCalendar,
} from '../domain/period-calendar.ts';
import type { Temporal } from '../lib/temporal.ts';
import { findCheckInOf } from '../store/check-in-store.ts';
import type { Db } from '../store/database.ts';
import { listPaces } from '../store/member-store.ts';
import { listSchedules } from '../store/study-group-store.ts';
import type { Deps } from './deps.ts';
import { findOwnGroup } from './find-own-group.ts';
import { listOpenPeriods } from './list-open-periods.ts';

export interface ReadCheckInStandInput {
  readonly member: Pick<Member, 'id' | 'joinedAt'>;
  readonly now: Temporal.Instant;
}

/** What a member can check in for now, with what they said about it already, and when the next period opens. */
export async function readCheckInStand(deps: Deps, { member, now }: ReadCheckInStandInput): Promise<CheckInStand> {
  return deps.db.transaction().execute(async (trx) => {
    const open: OpenPeriod[] = [];
    for (const period of await listOpenPeriods(trx, member, now)) {
      open.push({ period, checkIn: await findCheckInOf(trx, member.id, period.id) });
    }
    return { open, nextOpensAt: nextOpening(await calendarOf(trx, member), now) };
  });
}

async function calendarOf(db: Db, member: ReadCheckInStandInput['member']): Promise<PeriodCalendar> {
  const group = await findOwnGroup({ db }, member.id);
  return group
    ? groupCalendar(await listSchedules(db, group.id))
    : soloCalendar(await listPaces(db, member.id), member.joinedAt);
}

function nextOpening(calendar: PeriodCalendar, now: Temporal.Instant): Temporal.Instant {
  const running = periodAt(calendar, now);
  return (running ? periodAfter(calendar, running) : firstPeriod(calendar)).opensAt;
}
