import { Temporal } from '../lib/temporal.ts';
import { compareMilestones, type Milestone } from './milestone.ts';
import type { GroupBreak, StudyGroup } from './study-group.ts';

/** Where a group stands on its calendar. */
export interface GroupPlace {
  /** The part that is open, 1 to 8; 0 before the first and 9 after graduation. */
  readonly part: number;
  /** The earliest that will be announced and is not due yet. Undefined while a pause lasts. */
  readonly next: Milestone | undefined;
}

/** A group that can be joined, and where it is on its trail. */
export interface OpenGroup {
  readonly group: StudyGroup;
  readonly place: GroupPlace;
  /** Of its kick-off. Undefined while it has no dates, or a pause holds them up. */
  readonly startsAt: Temporal.Instant | undefined;
}

/** A group with where it is. `rows`: its milestones; `pause`: the one that lasts. */
export function openGroup(
  group: StudyGroup,
  rows: readonly Milestone[],
  now: Temporal.Instant,
  pause: GroupBreak | undefined,
): OpenGroup {
  const place = groupPlace(rows, now, pause);
  const startsAt = rows.find(({ kind }) => kind === 'kick-off')?.dueAt;
  return { group, place, startsAt: pause && place.part === 0 ? undefined : startsAt };
}

/**
 * A part is open from the instant of its milestone on, also when nobody announces it.
 *
 * @param pause The one that lasts: the group stays where it was, and nobody knows when anything will come.
 */
export function groupPlace(rows: readonly Milestone[], now: Temporal.Instant, pause?: GroupBreak): GroupPlace {
  const isDue = (row: Milestone) => Temporal.Instant.compare(row.dueAt, pause?.recordedAt ?? now) <= 0;
  const opened = rows.filter(isDue).flatMap(({ kind, part }) => {
    if (kind === 'graduation') return [9];
    return kind === 'part' ? [part] : [];
  });
  const coming = rows.filter((row) => row.fate === 'planned' && !isDue(row));
  return { part: Math.max(0, ...opened), next: pause ? undefined : coming.toSorted(compareMilestones)[0] };
}
