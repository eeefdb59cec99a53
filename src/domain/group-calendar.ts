import { isSameMilestone, type Milestone, type MilestoneId } from './milestone.ts';
import type { MovedDate } from './milestone-plan.ts';
import type { OutboxRecord } from './outbox.ts';
import type { GroupBreak, StudyGroup } from './study-group.ts';

/** A milestone with its post, where it has one. */
export interface CalendarEntry {
  readonly milestone: Milestone;
  readonly record: OutboxRecord | undefined;
}

/** The whole calendar of a group. */
export interface CalendarReading {
  readonly group: StudyGroup;
  /** The earliest first. */
  readonly entries: readonly CalendarEntry[];
  /** The pause that lasts. */
  readonly pause: GroupBreak | undefined;
}

export function findEntry({ entries }: CalendarReading, id: MilestoneId): CalendarEntry | undefined {
  return entries.find(({ milestone }) => isSameMilestone(milestone, id));
}

/** What a break would do. */
export interface BreakPreview {
  /** These very days are a break already. */
  readonly isThere: boolean;
  readonly moved: readonly MovedDate[];
}

/** What ending the pause would do, in both ways. */
export interface ResumePreview {
  readonly pause: GroupBreak;
  /** Whole days that it lasted until yesterday. */
  readonly days: number;
  /** What comes later if everything moves. */
  readonly moved: readonly MovedDate[];
  /** What is skipped if the dates are kept. */
  readonly skipped: readonly Milestone[];
}
