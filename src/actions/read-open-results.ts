import type { Member } from '../domain/member.ts';
import { type PeriodResult, periodResults } from '../domain/member-periods.ts';
import { LONGEST_GRACE } from '../domain/period.ts';
import { restsSince } from '../domain/recap.ts';
import { Temporal } from '../lib/temporal.ts';
import type { Db } from '../store/database.ts';
import { listGroupBreaks } from '../store/group-break-store.ts';
import { findPromptWake, listTellingPeriods } from '../store/prompt-rest-store.ts';
import { readMemberBackground, withPeriods } from './read-member-history.ts';

/** The periods that can be checked in for now, oldest first, each with how it stands for this member. */
export async function readOpenResults(
  trx: Db,
  member: Pick<Member, 'id' | 'joinedAt'>,
  now: Temporal.Instant,
): Promise<PeriodResult[]> {
  const after = now.subtract({ hours: LONGEST_GRACE });
  const history = await withPeriods(trx, await readMemberBackground(trx, member, now), after);
  return periodResults(history, { after, now }).filter(
    ({ period }) => Temporal.Instant.compare(now, period.graceEndsAt) < 0,
  );
}

/** Whether a member may be reminded of it: not kept, nobody rests, and the group is still asked to check in. */
export async function isToBeKept(trx: Db, { period, outcome }: PeriodResult, now: Temporal.Instant): Promise<boolean> {
  if (outcome !== 'open') return false;
  if (period.groupId === undefined) return true;
  const told = await listTellingPeriods(trx, period.groupId, TOLD_PERIODS);
  const wokenAt = await findPromptWake(trx, period.groupId);
  return restsSince(told, { now, wokenAt, breaks: await listGroupBreaks(trx, period.groupId) }) === undefined;
}

/** How many periods of a group are looked at for whether its prompts rest: those in a break tell nothing. */
const TOLD_PERIODS = 20;
