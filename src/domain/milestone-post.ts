import { Temporal } from '../lib/temporal.ts';
import { isLate } from './delivery.ts';
import { type Milestone, milestoneCode } from './milestone.ts';
import { localDate } from './plan-days.ts';
import type { MilestonePost } from './post-reading.ts';

type PostParts = Omit<MilestonePost, 'kind' | 'milestones' | 'next' | 'isLate'> & {
  /** All of the group, the earliest first. */
  readonly rows: readonly Milestone[];
  /** Of those that it announces. */
  readonly codes: readonly string[];
  /** When it appears. */
  readonly at: Temporal.Instant;
};

/** What a post says at a moment, from the group's calendar as it stands. Undefined where there is nothing to announce. */
export function milestonePost({ rows, codes, at, ...parts }: PostParts): MilestonePost | undefined {
  const announced = rows.filter((row) => codes.includes(milestoneCode(row)));
  const [first] = announced;
  if (!first) return undefined;
  const { zone } = parts.group.schedule;
  const milestones = announced.map(({ kind, part, dueAt }) => ({ kind, part, day: localDate(dueAt, zone) }));
  const next = nextOf(
    rows.filter((row) => !announced.includes(row)),
    at,
  );
  return { ...parts, kind: 'milestones', milestones, isLate: !parts.isExtra && isLate(first.dueAt, at), next };
}

/** The earliest that is still to come at this moment. */
export function nextOf(rows: readonly Milestone[], at: Temporal.Instant): Milestone | undefined {
  return rows.find(({ fate, dueAt }) => fate === 'planned' && Temporal.Instant.compare(dueAt, at) > 0);
}
