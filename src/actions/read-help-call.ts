import type { PeriodErrand } from '../domain/period-order.ts';
import type { ReadPost } from '../domain/post-reading.ts';
import { stepTitle } from '../domain/roadmap.ts';
import { findHelpRequest } from '../store/help-store.ts';
import { findMemberById } from '../store/member-store.ts';
import { findPeriod } from '../store/period-store.ts';
import type { Deps } from './deps.ts';
import { findThreadPlace } from './find-thread-place.ts';
import { readRoadmap } from './read-roadmap.ts';

/** Asks the group for help with a step, in the thread of a period. */
export async function readHelpCall(deps: Deps, { record, order, group }: PeriodErrand<'help-call'>): Promise<ReadPost> {
  const request = await findHelpRequest(deps.db, order.requestId);
  const asker = request && (await findMemberById(deps.db, request.memberId));
  const period = await findPeriod(deps.db, order.periodId);
  if (!request || request.settledAt || !asker || asker.leftAt || !period) return { kind: 'dropped' };
  const found = await findThreadPlace(deps, group, period);
  if (found.kind !== 'place') return found;
  const roadmap = readRoadmap(deps, group.language);
  const about = {
    requestId: request.id,
    askerId: asker.userId,
    stepTitle: stepTitle(roadmap, request.stepId),
    words: request.words,
  };
  return { ...found, kind: 'ready', reading: { kind: 'help-call', group, roadmap, marks: record.marks, ...about } };
}
