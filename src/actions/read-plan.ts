import type { Member } from '../domain/member.ts';
import { makePlan, type PlanInput } from '../domain/plan.ts';
import { localDate } from '../domain/plan-days.ts';
import type { PlanReading } from '../domain/plan-reading.ts';
import { waysBack } from '../domain/plan-ways.ts';
import { hoursToPhaseEnd, workOf } from '../domain/plan-work.ts';
import { summariseProgress } from '../domain/progress.ts';
import type { Temporal } from '../lib/temporal.ts';
import { listPaces } from '../store/member-store.ts';
import { listPauses } from '../store/pause-store.ts';
import { listPlanChanges } from '../store/plan-change-store.ts';
import { listItemRecords } from '../store/progress-store.ts';
import type { Deps } from './deps.ts';
import { listGroupRests } from './list-group-rests.ts';
import { readRoadmap } from './read-roadmap.ts';

export interface ReadPlanInput {
  readonly member: Pick<Member, 'id' | 'joinedAt'>;
  readonly language: string;
  readonly now: Temporal.Instant;
}

/** How a member stands against their own pace, read afresh: also right after something was changed. */
export async function readPlan(deps: Deps, { member, language, now }: ReadPlanInput): Promise<PlanReading> {
  const roadmap = readRoadmap(deps, language);
  const [paces, pauses, changes, records] = await Promise.all([
    listPaces(deps.db, member.id),
    listPauses(deps.db, member.id),
    listPlanChanges(deps.db, member.id),
    listItemRecords(deps.db, member.id, roadmap.id),
  ]);
  const pace = paces.at(-1);
  if (!pace) throw new Error(`Member ${member.id} has no pace`);
  const { zone } = pace;
  const today = localDate(now, zone);
  const groupRests = await listGroupRests(deps, { memberId: member.id, zone, today });
  const progress = summariseProgress(roadmap, records);
  const input: PlanInput = {
    today,
    joinedOn: localDate(member.joinedAt, zone),
    paces: paces.map(({ validFrom, hours }) => ({ from: localDate(validFrom, zone), hours })),
    rests: [...pauses, ...groupRests],
    changes,
    work: workOf(roadmap, records, zone),
    hours: progress.hours,
    hoursToPhaseEnd: hoursToPhaseEnd(progress),
  };
  const plan = makePlan(input);
  const ways = waysBack(input, progress);
  const decided = { pauses, groupRests, changes };
  return { roadmap, progress, pace, today, ...decided, plan, ways, offerId: deps.newId() };
}
