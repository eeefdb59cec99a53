import { isAfter } from '../lib/is-after.ts';
import type { Temporal } from '../lib/temporal.ts';
import { compareMilestones, isSameMilestone, type Milestone, type MilestoneId } from './milestone.ts';

/** The milestones to come that this one would be announced before, or after, other than now, if it were due then. */
export function passedOver(rows: readonly Milestone[], id: MilestoneId, dueAt: Temporal.Instant): Milestone[] {
  const row = rows.find((one) => isSameMilestone(one, id));
  if (!row) return [];
  const moved = { ...row, dueAt };
  return rows.filter(
    (other) =>
      other !== row &&
      other.fate === 'planned' &&
      Math.sign(compareMilestones(other, row)) !== Math.sign(compareMilestones(other, moved)),
  );
}

/** The milestones that one post announces together with this one: those to come at the same instant. */
export function companionsOf(rows: readonly Milestone[], id: MilestoneId): Milestone[] {
  const row = rows.find((one) => isSameMilestone(one, id));
  if (!row) return [];
  if (row.fate !== 'planned') return [row];
  return rows.filter((one) => one.fate === 'planned' && one.dueAt.equals(row.dueAt)).toSorted(compareMilestones);
}

/** Whether it is due later than now. */
export function isAhead({ dueAt }: Milestone, now: Temporal.Instant): boolean {
  return isAfter(dueAt, now);
}

/** What is to be announced before this one. */
export function comingBefore(rows: readonly Milestone[], { dueAt }: Milestone): Milestone[] {
  return rows.filter((row) => row.fate === 'planned' && isAhead({ ...row, dueAt }, row.dueAt));
}
