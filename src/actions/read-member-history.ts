import type { Member } from '../domain/member.ts';
import type { MemberHistory } from '../domain/member-periods.ts';
import { soloCalendar } from '../domain/period-calendar.ts';
import type { Temporal } from '../lib/temporal.ts';
import type { Db } from '../store/database.ts';
import { listGroupBreaks } from '../store/group-break-store.ts';
import { listPaces } from '../store/member-store.ts';
import { listPauses } from '../store/pause-store.ts';
import { listPeriodsOfMember, listStays } from '../store/streak-store.ts';
import { openPeriods } from './open-periods.ts';

/** Everything but the periods: it grows only with what a member or a group decides. */
export type MemberBackground = Omit<MemberHistory, 'periods'>;

/** Where a member was and when anybody rested. What has opened in their groups since is written down first. */
export async function readMemberBackground(
  trx: Db,
  member: Pick<Member, 'id' | 'joinedAt'>,
  now: Temporal.Instant,
): Promise<MemberBackground> {
  const memberships = await listStays(trx, member.id);
  const groupIds = new Set(memberships.map(({ groupId }) => groupId));
  const breaks: MemberBackground['breaks'][number][] = [];
  for (const groupId of groupIds) {
    await openPeriods(trx, groupId, now);
    breaks.push(...(await listGroupBreaks(trx, groupId)));
  }
  const solo = soloCalendar(await listPaces(trx, member.id), member.joinedAt);
  return { memberId: member.id, memberships, solo, pauses: await listPauses(trx, member.id), breaks };
}

/** The same with the periods that close after a moment; left out: with all of them. */
export async function withPeriods(
  trx: Db,
  background: MemberBackground,
  after?: Temporal.Instant,
): Promise<MemberHistory> {
  const groupIds = [...new Set(background.memberships.map(({ groupId }) => groupId))];
  const periods = await listPeriodsOfMember(trx, { memberId: background.memberId, groupIds }, after);
  return { ...background, periods };
}
