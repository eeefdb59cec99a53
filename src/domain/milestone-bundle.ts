import { isAfter } from '../lib/is-after.ts';
import type { Temporal } from '../lib/temporal.ts';
import { isTooLate } from './delivery.ts';
import { compareMilestones, type Milestone, milestoneCode, milestoneMark } from './milestone.ts';
import { isHeldUp, type OutboxEntry, type OutboxRecord } from './outbox.ts';

/** How late a milestone is still announced, in days. */
const LATEST_DAYS = 7;

/** How many marks surely fit a custom id. A post of more milestones is known by the first of them. */
export const MARKS_ON_A_POST = 4;

/** What becomes of a group's milestones that are due: mostly one post, and those that nobody needs any more. */
export interface Bundle {
  readonly posts: readonly BoundPost[];
  readonly missed: readonly Milestone[];
}

export interface BoundPost {
  readonly entry: OutboxEntry;
  readonly milestones: readonly Milestone[];
}

type BoundFor = { readonly id: string; readonly serverId: string };

/**
 * @param due milestones of one group, all of them planned and due
 * @param restoredAt when the database was put back from a copy. What was due before stands in the channel perhaps, so
 *   what is too late is bound as it was then, a post for each hour: it is looked for, and only then missed.
 */
export function bundleMilestones(
  group: BoundFor,
  due: readonly Milestone[],
  now: Temporal.Instant,
  restoredAt?: Temporal.Instant,
): Bundle {
  const tooLate = due.filter(({ dueAt }) => isAfter(now, latest(dueAt))).toSorted(compareMilestones);
  const posted = due.filter((milestone) => !tooLate.includes(milestone)).toSorted(compareMilestones);
  const mayStand = ({ dueAt }: Milestone) => restoredAt !== undefined && isAfter(restoredAt, dueAt);
  const together = [...Map.groupBy(tooLate.filter(mayStand), ({ dueAt }) => dueAt.epochMilliseconds).values(), posted];
  return {
    posts: together.flatMap((milestones) => boundPost(group, milestones) ?? []),
    missed: tooLate.filter((milestone) => !mayStand(milestone)),
  };
}

/** @param milestones in the order in which the post has them */
function boundPost(group: BoundFor, milestones: readonly Milestone[]): BoundPost | undefined {
  const [first] = milestones;
  const last = milestones.at(-1);
  if (!first || !last) return undefined;
  const entry: OutboxEntry = {
    key: milestoneMark(group.id, first),
    marks: milestones.slice(0, MARKS_ON_A_POST).map((milestone) => milestoneMark(group.id, milestone)),
    order: { kind: 'milestones', codes: milestones.map(milestoneCode) },
    serverId: group.serverId,
    groupId: group.id,
    memberId: undefined,
    userId: undefined,
    dueAt: first.dueAt,
    notAfter: latest(last.dueAt),
  };
  return { entry, milestones };
}

/** Whether some of what a post announces is too late by now, and some is not. It surely was not sent yet. */
export function isOutdated(record: OutboxRecord, now: Temporal.Instant): boolean {
  return (
    isHeldUp(record) &&
    record.order.kind === 'milestones' &&
    isAfter(now, latest(record.dueAt)) &&
    !isTooLate(record, now)
  );
}

function latest(dueAt: Temporal.Instant): Temporal.Instant {
  return dueAt.add({ hours: LATEST_DAYS * 24 });
}
