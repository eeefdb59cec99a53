import { isAfter } from '../lib/is-after.ts';
import type { Temporal } from '../lib/temporal.ts';
import { isLate } from './delivery.ts';
import { type Milestone, milestoneCode } from './milestone.ts';
import { localDate } from './plan-days.ts';
import type { MilestonePost } from './post-reading.ts';
import type { GroupBreak } from './study-group.ts';

type PostParts = Omit<MilestonePost, 'kind' | 'milestones' | 'next' | 'isLate'> & {
  /** All of the group, the earliest first. */
  readonly rows: readonly Milestone[];
  /** Of those that it announces. */
  readonly codes: readonly string[];
  /** The one that lasts then. */
  readonly pause: GroupBreak | undefined;
  /** When it appears. */
  readonly at: Temporal.Instant;
};

/** What a post says at a moment, from the group's calendar as it stands. Undefined where there is nothing to announce. */
export function milestonePost({ rows, codes, at, pause, ...parts }: PostParts): MilestonePost | undefined {
  const announced = rows.filter((row) => codes.includes(milestoneCode(row)));
  const [first] = announced;
  if (!first) return undefined;
  const { zone } = parts.group.schedule;
  const milestones = announced.map(({ kind, part, dueAt }) => ({ kind, part, day: localDate(dueAt, zone) }));
  const next = nextOf(
    rows.filter((row) => !announced.includes(row)),
    at,
    pause,
  );
  return { ...parts, kind: 'milestones', milestones, isLate: !parts.isExtra && isLate(first.dueAt, at), next };
}

/** The earliest that is still to come at this moment. Undefined while a pause lasts: nobody knows when it will come. */
export function nextOf(
  rows: readonly Milestone[],
  at: Temporal.Instant,
  pause: GroupBreak | undefined,
): Milestone | undefined {
  if (pause) return undefined;
  return rows.find(({ fate, dueAt }) => fate === 'planned' && isAfter(dueAt, at));
}
