import type { Milestone } from '../domain/milestone.ts';
import type { GroupBreak } from '../domain/study-group.ts';
import { isAfter } from '../lib/is-after.ts';
import type { Temporal } from '../lib/temporal.ts';
import { findOpenPause } from '../store/group-break-store.ts';
import { listMilestones } from '../store/milestone-store.ts';
import type { Deps } from './deps.ts';

export interface GroupDates {
  /** What is announced from now on, the earliest first. */
  readonly coming: readonly Milestone[];
  /** How many lay in the past already when their date was set. */
  readonly passed: number;
  /** The one that lasts: until it ends nothing is announced. */
  readonly pause: GroupBreak | undefined;
}

/** A group's calendar, as far as it is still to come. */
export async function readGroupDates(deps: Deps, groupId: string, now: Temporal.Instant): Promise<GroupDates> {
  const milestones = await listMilestones(deps.db, groupId);
  return {
    coming: milestones.filter((milestone) => isComing(milestone, now)),
    passed: milestones.filter(({ fate }) => fate === 'before-cairn').length,
    pause: await findOpenPause(deps.db, groupId),
  };
}

/** Whether it is still to be announced. One that is due and only waits to be posted is not. */
export function isComing({ fate, dueAt }: Milestone, now: Temporal.Instant): boolean {
  return fate === 'planned' && isAfter(dueAt, now);
}
