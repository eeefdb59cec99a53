import { Temporal } from '../lib/temporal.ts';
import { compareMilestones, type Milestone, milestoneCode, milestoneMark } from './milestone.ts';
import type { OutboxEntry } from './outbox.ts';

/** How late a milestone is still announced, in days. */
const LATEST_DAYS = 7;

/** How many marks surely fit a custom id. A post of more milestones is known by the first of them. */
export const MARKS_ON_A_POST = 4;

/** What becomes of a group's milestones that are due: at most one post, and those that nobody needs any more. */
export interface Bundle {
  readonly entry: OutboxEntry | undefined;
  readonly posted: readonly Milestone[];
  readonly missed: readonly Milestone[];
}

/** @param due milestones of one group, all of them planned and due */
export function bundleMilestones(
  group: { readonly id: string; readonly serverId: string },
  due: readonly Milestone[],
  now: Temporal.Instant,
): Bundle {
  const isTooLate = ({ dueAt }: Milestone) => Temporal.Instant.compare(latest(dueAt), now) < 0;
  const missed = due.filter(isTooLate).toSorted(compareMilestones);
  const posted = due.filter((milestone) => !isTooLate(milestone)).toSorted(compareMilestones);
  const [first] = posted;
  const last = posted.at(-1);
  if (!first || !last) return { entry: undefined, posted, missed };
  const entry: OutboxEntry = {
    key: milestoneMark(group.id, first),
    marks: posted.slice(0, MARKS_ON_A_POST).map((milestone) => milestoneMark(group.id, milestone)),
    order: { kind: 'milestones', codes: posted.map(milestoneCode) },
    serverId: group.serverId,
    groupId: group.id,
    memberId: undefined,
    userId: undefined,
    dueAt: first.dueAt,
    notAfter: latest(last.dueAt),
  };
  return { entry, posted, missed };
}

function latest(dueAt: Temporal.Instant): Temporal.Instant {
  return dueAt.add({ hours: LATEST_DAYS * 24 });
}
