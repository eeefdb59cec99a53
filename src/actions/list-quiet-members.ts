import { QUIET_PERIODS, type QuietMembers } from '../domain/group-report.ts';
import type { Member } from '../domain/member.ts';
import { periodResults, settledResults } from '../domain/member-periods.ts';
import { hadPrompt } from '../domain/stored-period.ts';
import type { StudyGroup } from '../domain/study-group.ts';
import type { Temporal } from '../lib/temporal.ts';
import type { Db } from '../store/database.ts';
import { findMemberById } from '../store/member-store.ts';
import { listSettledPeriods, listWithoutCheckIn } from '../store/past-period-store.ts';
import { checkPresence } from './check-presence.ts';
import type { Deps } from './deps.ts';
import { readMemberBackground, withPeriods } from './read-member-history.ts';

/** How many are named on a screen, how many are asked about in Discord for it, and how many are looked at. */
const NAMED = 15;
const ASKED = 30;
const LOOKED_AT = 120;

export interface ListQuietMembersInput {
  readonly group: StudyGroup;
  /** The member with whom to begin; left out, or quiet no more: with the first. */
  readonly from?: string | undefined;
  readonly now: Temporal.Instant;
}

/**
 * Who has not checked in for three periods in a row, though the group was asked and neither they nor the group rested.
 * Whoever has left the server is not named, and is in the group no more.
 */
export async function listQuietMembers(deps: Deps, { group, from, now }: ListQuietMembersInput): Promise<QuietMembers> {
  const all = await deps.db.transaction().execute((trx) => listCandidates(trx, group.id, now));
  const candidates = all.slice(Math.max(all.indexOf(from ?? ''), 0));
  const userIds: string[] = [];
  let asked = 0;
  for (const memberId of candidates.slice(0, LOOKED_AT)) {
    const member = await findMemberById(deps.db, memberId);
    const isQuiet = member && (await deps.db.transaction().execute((trx) => hasBeenQuiet(trx, member, group.id, now)));
    if (!isQuiet) continue;
    if (userIds.length === NAMED || asked === ASKED) return { group, userIds, next: { memberId, isQuiet } };
    asked += 1;
    if ((await checkPresence(deps, member, now)) === 'there') userIds.push(member.userId);
  }
  const unknown = candidates[LOOKED_AT];
  return { group, userIds, next: unknown === undefined ? undefined : { memberId: unknown, isQuiet: false } };
}

/** Nobody while one of the last periods had no prompt: they were not asked. */
async function listCandidates(trx: Db, groupId: string, now: Temporal.Instant): Promise<string[]> {
  const periods = await listSettledPeriods(trx, groupId, QUIET_PERIODS, now);
  const first = periods[0];
  if (!first || periods.length < QUIET_PERIODS || !periods.every(hadPrompt)) return [];
  return listWithoutCheckIn(trx, groupId, { periodIds: periods.map(({ id }) => id), joinedBy: first.closesAt });
}

async function hasBeenQuiet(
  trx: Db,
  member: Pick<Member, 'id' | 'joinedAt'>,
  groupId: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const history = await withPeriods(trx, await readMemberBackground(trx, member, now));
  const last = settledResults(periodResults(history, { after: undefined, now }), now).slice(-QUIET_PERIODS);
  return (
    last.length === QUIET_PERIODS &&
    last.every(({ period, outcome }) => outcome === 'no-check-in' && period.groupId === groupId)
  );
}
