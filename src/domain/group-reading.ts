import { Temporal } from '../lib/temporal.ts';
import type { OpenGroup } from './group-place.ts';
import type { Milestone } from './milestone.ts';
import { type ItemRecord, summariseProgress } from './progress.ts';
import type { Stand } from './progress-outcome.ts';
import type { Roadmap, Step } from './roadmap.ts';
import type { GroupBreak, GroupSchedule, StudyGroup } from './study-group.ts';

/** What a member sees of their group: where it is, how it does, and their own place beside it. */
export interface GroupReading extends Stand, OpenGroup {
  readonly members: number;
  /** Which day of the part it is, from 1; 0 before the start and after the end. It stands still while a pause lasts. */
  readonly day: number;
  /** The break or pause that lasts today. */
  readonly rest: GroupBreak | undefined;
  /** Undefined while so few show the group their steps that numbers would name somebody. */
  readonly counts: StepCounts | undefined;
  /** The groups of the server that the member may moderate: their own may be among them. */
  readonly moderated: readonly StudyGroup[];
}

/** How many have done which step: of those who show it to the group, in the order of the roadmap. */
export interface StepCounts {
  readonly sharing: number;
  readonly steps: readonly { readonly step: Step; readonly done: number }[];
}

/**
 * Fewer people than this give no numbers. Of two, whoever looks knows the other one by subtracting themselves; from
 * three on a number leaves open who it is. Whoever keeps their steps to themselves is not counted at all.
 */
export const FEWEST_COUNTED = 3;

/** Counts who has done which step. `records`: of each member who shows the group their steps. */
export function countSteps(
  roadmap: Roadmap,
  records: ReadonlyMap<string, readonly Pick<ItemRecord, 'itemId' | 'state'>[]>,
): StepCounts | undefined {
  if (records.size < FEWEST_COUNTED) return undefined;
  const since = Temporal.Instant.fromEpochMilliseconds(0);
  const members = [...records.values()].map((own) =>
    summariseProgress(
      roadmap,
      own.map((record) => ({ ...record, since })),
    ),
  );
  const steps = roadmap.steps.map((step, index) => ({
    step,
    done: members.filter((progress) => progress.steps[index]?.state === 'done').length,
  }));
  return { sharing: records.size, steps };
}

/** The day of the part that is open, from 1, on the group's own calendar. 0 where none is. */
export function dayOfPart(
  rows: readonly Milestone[],
  part: number,
  { zone }: Pick<GroupSchedule, 'zone'>,
  now: Temporal.Instant,
): number {
  const opened = rows.find((row) => row.kind === 'part' && row.part === part)?.dueAt;
  if (!opened) return 0;
  const day = (instant: Temporal.Instant) => instant.toZonedDateTimeISO(zone).toPlainDate();
  return day(opened).until(day(now), { largestUnit: 'days' }).days + 1;
}

/** The break or pause that lasts on this day. */
export function restOn(breaks: readonly GroupBreak[], today: Temporal.PlainDate): GroupBreak | undefined {
  const { compare } = Temporal.PlainDate;
  return breaks.find(
    ({ firstDay, lastDay }) => compare(firstDay, today) <= 0 && (!lastDay || compare(today, lastDay) <= 0),
  );
}
