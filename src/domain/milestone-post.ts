import { compareMilestones, type Milestone, milestoneCode } from './milestone.ts';
import { localDate } from './plan-days.ts';
import type { MilestonePost } from './post-reading.ts';

type PostParts = Omit<MilestonePost, 'kind' | 'milestones' | 'next'> & {
  /** All of the group. */
  readonly rows: readonly Milestone[];
  /** Of those that it announces. */
  readonly codes: readonly string[];
};

/** What a post says, from the group's calendar as it stands. */
export function milestonePost({ rows, codes, ...parts }: PostParts): MilestonePost {
  const { zone } = parts.group.schedule;
  const announced = rows.filter((row) => codes.includes(milestoneCode(row))).toSorted(compareMilestones);
  const last = announced.at(-1);
  const next = rows
    .toSorted(compareMilestones)
    .find((row) => row.fate === 'planned' && !announced.includes(row) && last && compareMilestones(row, last) > 0);
  const milestones = announced.map(({ kind, part, dueAt }) => ({ kind, part, day: localDate(dueAt, zone) }));
  return { ...parts, kind: 'milestones', milestones, next };
}
