import type { Milestone } from '../domain/milestone.ts';
import { listMilestones } from '../store/milestone-store.ts';
import type { Deps } from './deps.ts';

export interface GroupDates {
  /** What is announced from now on, the earliest first. */
  readonly coming: readonly Milestone[];
  /** How many lay in the past already when their date was set. */
  readonly passed: number;
}

/** A group's calendar, as far as it is still to come. */
export async function readGroupDates(deps: Deps, groupId: string): Promise<GroupDates> {
  const milestones = await listMilestones(deps.db, groupId);
  return {
    coming: milestones.filter(({ fate }) => fate === 'planned'),
    passed: milestones.filter(({ fate }) => fate === 'before-cairn').length,
  };
}
