import { isAfter } from '../lib/is-after.ts';
import type { Temporal } from '../lib/temporal.ts';
import type { GroupSettings } from './group-settings.ts';
import { compareMilestones, type Milestone } from './milestone.ts';
import type { GroupBreak, StudyGroup } from './study-group.ts';

/** What of a group's settings stands on its events, beside the dates. */
const shownFields: readonly (keyof GroupSettings)[] = ['name', 'channelId', 'language', 'months'];

export function isShownOnEvents(field: keyof GroupSettings): boolean {
  return shownFields.includes(field);
}

/** How many posts to come are shown as scheduled events. */
const SHOWN = 3;

/**
 * The milestones that a group shows as events now: of each of its next posts the one that opens something.
 *
 * @param pause The one that lasts: until it ends nobody knows the dates.
 */
export function eventsOf(
  group: StudyGroup,
  rows: readonly Milestone[],
  now: Temporal.Instant,
  pause: GroupBreak | undefined,
): Milestone[] {
  if (!group.showsEvents || group.archivedAt || pause) return [];
  const coming = rows
    .filter(({ fate, dueAt }) => fate === 'planned' && isAfter(dueAt, now))
    .toSorted(compareMilestones);
  const posts = Map.groupBy(coming, ({ dueAt }) => dueAt.epochMilliseconds);
  return [...posts.values()].slice(0, SHOWN).flatMap((rows) => rows.at(-1) ?? []);
}
