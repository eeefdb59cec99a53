import { Temporal } from '../lib/temporal.ts';
import { dateOfDay, dayNumber, localDate, type Span, weekOfDay } from './plan-days.ts';
import type { GroupBreak, GroupSchedule, Rhythm } from './study-group.ts';
import { instantAt } from './wall-time.ts';

/** What the periods of a group, or of somebody who learns alone, follow from. */
export type PeriodSchedule = Pick<GroupSchedule, 'validFrom' | 'zone' | 'startDay' | 'postTime' | 'rhythm'>;

/** The span that one check-in covers. It can be written from `opensAt` until `graceEndsAt`, which is no longer open. */
export interface Period {
  /** Counts up from 1 in its group, or for its member who learns alone. */
  readonly sequence: number;
  readonly rhythm: Rhythm;
  readonly zone: string;
  /** Its days on the calendar there, both included: they name it. */
  readonly firstDay: Temporal.PlainDate;
  readonly lastDay: Temporal.PlainDate;
  readonly opensAt: Temporal.Instant;
  /** Here the next one opens. */
  readonly closesAt: Temporal.Instant;
  /** When the group is asked to check in. */
  readonly promptAt: Temporal.Instant;
  /** Until here a check-in still counts. */
  readonly graceEndsAt: Temporal.Instant;
  readonly recapAt: Temporal.Instant;
}

/** A period of the calendar, before anything is known of the ones before it. */
export type PlainPeriod = Omit<Period, 'sequence'>;

/** In hours: no grace is longer, wherever clocks are put back. */
export const LONGEST_GRACE = 96;

/** What a period is known by everywhere: made of whose it is and its number, so that a restored backup knows it again. */
export function periodId(ownerId: string, sequence: number): string {
  return `${ownerId}.c.${sequence}`;
}

/** The whole period of this schedule that holds a moment, whatever schedule was in force before. */
export function plainPeriodAt(schedule: PeriodSchedule, moment: Temporal.Instant): PlainPeriod {
  let index = spanIndex(schedule, localDate(moment, schedule.zone));
  let period = plainPeriod(schedule, index);
  // A clock that goes back over midnight shows a day twice; a day that a zone skips has no length.
  while (compare(moment, period.closesAt) >= 0) period = plainPeriod(schedule, ++index);
  return period;
}

/** How many periods of this schedule lie between the ones that hold these two days. */
export function countPeriods(schedule: PeriodSchedule, from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  return spanIndex(schedule, to) - spanIndex(schedule, from);
}

/**
 * Whether the period is at rest: any of its days lies in one of these breaks or pauses. Whole days are compared as the
 * calendar names them, those of a member with those of their group: who rests on the 3rd rests on the 3rd.
 */
export function isAtRest(period: Span, rests: readonly (Span | Pick<GroupBreak, 'firstDay' | 'lastDay'>)[]): boolean {
  return rests.some(
    ({ firstDay, lastDay }) =>
      compareDays(firstDay, period.lastDay) <= 0 && (!lastDay || compareDays(lastDay, period.firstDay) >= 0),
  );
}

function plainPeriod(schedule: PeriodSchedule, index: number): PlainPeriod {
  const { zone, postTime, rhythm } = schedule;
  const { firstDay, lastDay } = spanOf(schedule, index);
  const graceEndsAt =
    rhythm === 'daily'
      ? instantAt(lastDay.add({ days: 1 }), NOON, zone)
      : instantAt(lastDay.add({ days: 3 }), MIDNIGHT, zone); // The end of the second day after.
  return {
    rhythm,
    zone,
    firstDay,
    lastDay,
    opensAt: instantAt(firstDay, MIDNIGHT, zone),
    closesAt: instantAt(lastDay.add({ days: 1 }), MIDNIGHT, zone),
    promptAt: instantAt(lastDay, postTime, zone),
    graceEndsAt,
    recapAt: nextAt(postTime, graceEndsAt, zone),
  };
}

/** The first moment from here on at which the clock there shows this. */
function nextAt(time: Temporal.PlainTime, from: Temporal.Instant, zone: string): Temporal.Instant {
  const today = localDate(from, zone);
  const at = instantAt(today, time, zone);
  return compare(at, from) >= 0 ? at : instantAt(today.add({ days: 1 }), time, zone);
}

/** A number for the span that holds a day; the next span has the next number. */
function spanIndex({ rhythm, startDay }: PeriodSchedule, date: Temporal.PlainDate): number {
  const day = dayNumber(date);
  const week = weekOfDay(day);
  switch (rhythm) {
    case 'weekly':
      return week;
    case 'twice-weekly':
      return 2 * week + (day < mondayOf(week) + THURSDAY ? 0 : 1);
    case 'two-weekly':
      return Math.floor((week - weekOfDay(dayNumber(startDay))) / 2);
    case 'daily':
      return day;
  }
}

/** The days of the span with this number. */
function spanOf({ rhythm, startDay }: PeriodSchedule, index: number): Span {
  switch (rhythm) {
    case 'weekly':
      return daysFrom(mondayOf(index), 7);
    case 'twice-weekly': {
      const monday = mondayOf(Math.floor(index / 2));
      return index % 2 === 0 ? daysFrom(monday, THURSDAY) : daysFrom(monday + THURSDAY, 7 - THURSDAY);
    }
    case 'two-weekly':
      return daysFrom(mondayOf(weekOfDay(dayNumber(startDay)) + 2 * index), 14);
    case 'daily':
      return daysFrom(index, 1);
  }
}

function daysFrom(first: number, count: number): Span {
  return { firstDay: dateOfDay(first), lastDay: dateOfDay(first + count - 1) };
}

/** The first day of a week as `weekOfDay` numbers them. */
function mondayOf(week: number): number {
  return week * 7 - 3;
}

/** Days after Monday. */
const THURSDAY = 3;

const MIDNIGHT = new Temporal.PlainTime(0);
const NOON = new Temporal.PlainTime(12);
const compare = Temporal.Instant.compare;
const compareDays = Temporal.PlainDate.compare;
