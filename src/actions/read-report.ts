import type { GroupReport } from '../domain/group-report.ts';
import { type Blocker, SHOWN_BLOCKERS } from '../domain/recap.ts';
import type { StudyGroup } from '../domain/study-group.ts';
import type { Temporal } from '../lib/temporal.ts';
import { findMemberById } from '../store/member-store.ts';
import { listClosedPeriods } from '../store/past-period-store.ts';
import { findPeriod } from '../store/period-store.ts';
import { addUpPeriod } from './add-up-period.ts';
import { checkPresence } from './check-presence.ts';
import type { Deps } from './deps.ts';
import { hideDeletedCards } from './hide-deleted-card.ts';
import { readRoadmap } from './read-roadmap.ts';

/** How many periods can be chosen from at a time: as many as a list of Discord's holds. */
const OFFERED = 25;

export interface ReadReportInput {
  readonly group: StudyGroup;
  /** Left out: the newest that is over. */
  readonly periodId?: string | undefined;
  /** How many newer ones are skipped in the choice. */
  readonly skipped: number;
  readonly language: string;
  readonly now: Temporal.Instant;
}

/** Undefined while no period is over, and for one that is not of this group. */
export async function readReport(deps: Deps, input: ReadReportInput): Promise<GroupReport | undefined> {
  const { group, periodId, skipped, language, now } = input;
  const listed = await listClosedPeriods(deps.db, { groupId: group.id, skipped, limit: OFFERED + 1 }, now);
  const periods = listed.slice(0, OFFERED);
  const period = periodId === undefined ? periods[0] : await findPeriod(deps.db, periodId);
  if (period?.groupId !== group.id || period.closesAt.since(now).sign > 0) return undefined;
  const roadmap = readRoadmap(deps, language);
  await hideDeletedCards(deps, { periodId: period.id, now });
  const recap = await deps.db.transaction().execute((trx) => addUpPeriod(trx, period, roadmap));
  const askers = await findAskers(deps, recap?.blockers ?? [], now);
  return { group, period, recap, askers, periods, hasOlder: listed.length > OFFERED };
}

/** Those whom the screen names. Nobody else is asked about, so the file has no ids of the others. */
async function findAskers(
  deps: Deps,
  blockers: readonly Blocker[],
  now: Temporal.Instant,
): Promise<ReadonlyMap<string, string>> {
  const askers = new Map<string, string>();
  for (const { memberId } of blockers.slice(0, SHOWN_BLOCKERS)) {
    const member = await findMemberById(deps.db, memberId);
    if (!member || member.leftAt) continue;
    if ((await checkPresence(deps, member, now)) !== 'gone') askers.set(memberId, member.userId);
  }
  return askers;
}
