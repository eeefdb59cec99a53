import { Temporal } from '../lib/temporal.ts';
import { compareWithinDay, type MilestoneId } from './milestone.ts';
import { type DayNumber, dateOfDay, dayNumber } from './plan-days.ts';
import type { Roadmap } from './roadmap.ts';
import type { GroupBreak, GroupSchedule } from './study-group.ts';
import { instantAt } from './wall-time.ts';

/** The roadmap in equal parts. A group that takes 16 months spends two on each. */
export const PARTS = 8;

export interface CalendarInput {
  readonly schedule: GroupSchedule;
  /** For each phase the number of the part (1 to 8) with which it ends. */
  readonly phaseEnds: readonly number[];
  /** When its start day was chosen. */
  readonly startSetAt: Temporal.Instant;
  /** Those not taken back. */
  readonly breaks: readonly GroupBreak[];
  readonly moves: readonly MilestoneMove[];
}

/** The day that a moderator gave a milestone, and when. */
export interface MilestoneMove extends MilestoneId {
  readonly to: Temporal.PlainDate;
  readonly at: Temporal.Instant;
}

export interface DatedMilestone extends MilestoneId {
  /** On the group's calendar. */
  readonly day: Temporal.PlainDate;
  readonly dueAt: Temporal.Instant;
}

/**
 * When the start day in force was chosen: other changes of the schedule leave it as it was.
 *
 * @param schedules Every version, the oldest first. @throws RangeError when there is none.
 */
export function startSetAt(schedules: readonly GroupSchedule[]): Temporal.Instant {
  const last = schedules.at(-1);
  if (!last) throw new RangeError('A group has a schedule.');
  const before = schedules.findLastIndex(({ startDay }) => !startDay.equals(last.startDay));
  return schedules[before + 1]?.validFrom ?? last.validFrom;
}

/** For each phase the number of the part with which it ends. */
export function phaseEndsOf(roadmap: Roadmap): number[] {
  return roadmap.phases.map((phase) => Math.max(...phase.months));
}

/** The day and the instant of every milestone, the earliest first; those of one day in a fixed order. */
export function datesOf(input: CalendarInput): DatedMilestone[] {
  const { schedule, moves } = input;
  const shifting = input.breaks.filter((one) => one.shifts);
  const resting = daysOf(shifting);
  return scheduledDays(input)
    .map(({ kind, part, day }) => {
      const move = moves.find((one) => one.kind === kind && one.part === part);
      const known = move ? daysKnownAt(shifting, move.at) : daysBeforeStart(input, shifting);
      return { kind, part, day: shifted(move?.to ?? day, known, resting) };
    })
    .toSorted((one, other) => Temporal.PlainDate.compare(one.day, other.day) || compareWithinDay(one, other))
    .map((one) => ({ ...one, dueAt: instantAt(one.day, schedule.postTime, schedule.zone) }));
}

type ScheduledDay = MilestoneId & { readonly day: Temporal.PlainDate };

/** As if there were no breaks. Each day is reckoned from the start: 31 January, 28 February, 31 March. */
function scheduledDays({ schedule, phaseEnds }: CalendarInput): ScheduledDay[] {
  const { startDay, months } = schedule;
  const opening = (part: number) => startDay.add({ months: ((part - 1) * months) / PARTS });
  const graduation = opening(PARTS + 1);
  return [
    { kind: 'week-before', part: 0, day: startDay.subtract({ days: 7 }) },
    { kind: 'kick-off', part: 0, day: startDay },
    ...Array.from({ length: PARTS }, (_, index) => {
      return { kind: 'part', part: index + 1, day: opening(index + 1) } as const;
    }),
    ...phaseEnds.map((end, index) => {
      const day = index === phaseEnds.length - 1 ? graduation : opening(end + 1);
      return { kind: 'phase-end', part: index + 1, day } as const;
    }),
    { kind: 'half-way', part: 0, day: opening(PARTS / 2 + 1) },
    { kind: 'graduation', part: 0, day: graduation },
  ];
}

/** The days on which the group rests. Those of a pause that lasts are not known yet. */
function daysOf(breaks: readonly GroupBreak[]): ReadonlySet<DayNumber> {
  return new Set(
    breaks.flatMap(({ firstDay, lastDay }) => {
      const first = dayNumber(firstDay);
      const length = lastDay ? dayNumber(lastDay) - first + 1 : 0;
      return Array.from({ length }, (_, index) => first + index);
    }),
  );
}

/** The rest days that were said by then. */
function daysKnownAt(breaks: readonly GroupBreak[], at: Temporal.Instant): ReadonlySet<DayNumber> {
  return daysOf(breaks.filter(({ recordedAt }) => Temporal.Instant.compare(recordedAt, at) <= 0));
}

/** The rest days before the start that were said when it was chosen: it is on that day all the same. */
function daysBeforeStart(
  { schedule, startSetAt }: CalendarInput,
  breaks: readonly GroupBreak[],
): ReadonlySet<DayNumber> {
  const start = dayNumber(schedule.startDay);
  const said = daysOf(breaks.filter(({ recordedAt }) => Temporal.Instant.compare(recordedAt, startSetAt) < 0));
  return new Set([...said].filter((one) => one < start));
}

/**
 * As many days later as breaks have taken away up to it, reckoned in days on which nobody rests: so a date on or after
 * the first day of a break moves by its length, days of two breaks count once, and no date lands in a break.
 *
 * @param known The rest days that were known when this day was set: they do not move it.
 */
function shifted(
  day: Temporal.PlainDate,
  known: ReadonlySet<DayNumber>,
  resting: ReadonlySet<DayNumber>,
): Temporal.PlainDate {
  let landing = dayNumber(day);
  let lost = [...resting].filter((one) => one <= landing && !known.has(one)).length;
  while (lost > 0) {
    landing += 1;
    if (!resting.has(landing)) lost -= 1;
  }
  return dateOfDay(landing);
}
