import { Temporal } from '../lib/temporal.ts';
import { compareMilestones, type Milestone } from './milestone.ts';
import type { StudyGroup } from './study-group.ts';

/** Where a group stands on its calendar. */
export interface GroupPlace {
  /** The part that is open, 1 to 8; 0 before the first and 9 after graduation. */
  readonly part: number;
  /** The earliest that will be announced and is not due yet. */
  readonly next: Milestone | undefined;
}

/** A group that can be joined, and where it is on its trail. */
export interface OpenGroup {
  readonly group: StudyGroup;
  readonly place: GroupPlace;
  /** Of its kick-off. Undefined while it has no dates. */
  readonly startsAt: Temporal.Instant | undefined;
}

/** A part is open from the instant of its milestone on, also when nobody announces it. */
export function groupPlace(rows: readonly Milestone[], now: Temporal.Instant): GroupPlace {
  const isDue = (row: Milestone) => Temporal.Instant.compare(row.dueAt, now) <= 0;
  const opened = rows.filter(isDue).flatMap(({ kind, part }) => {
    if (kind === 'graduation') return [9];
    return kind === 'part' ? [part] : [];
  });
  const coming = rows.filter((row) => row.fate === 'planned' && !isDue(row));
  return { part: Math.max(0, ...opened), next: coming.toSorted(compareMilestones)[0] };
}
