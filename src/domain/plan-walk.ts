import type { DayNumber } from './plan-days.ts';

export interface Walk {
  /** The first day that counts is the one after this. */
  readonly after: DayNumber;
  /** Hours to be done. */
  readonly hours: number;
  readonly isRest: (day: DayNumber) => boolean;
  /** Hours a week on the n-th study day of the walk, counted from 1, which is this day. More than 0. */
  readonly weekly: (studyDay: number, day: DayNumber) => number;
}

/** Nobody plans longer than this: an end further away is given as this far away. */
const LONGEST = 100 * 366;

/** Less than a second of study: what is left of adding up sevenths. */
const NOTHING = 1e-6;

/** The day on which so many hours are done: each day outside of rests gives a seventh of a week. */
export function dayOfCompletion({ after, hours, isRest, weekly }: Walk): DayNumber {
  let day = after;
  let left = hours * 7;
  for (let studyDay = 1; left > NOTHING && day < after + LONGEST; ) {
    day += 1;
    if (isRest(day)) continue;
    left -= weekly(studyDay, day);
    studyDay += 1;
  }
  return day;
}

/** The day that lies so many study days further on. */
export function skipStudyDays(after: DayNumber, count: number, isRest: (day: DayNumber) => boolean): DayNumber {
  return dayOfCompletion({ after, hours: count / 7, isRest, weekly: () => 1 });
}

/** How many days after `after`, up to and with `last`, are no rest. */
export function countStudyDays(after: DayNumber, last: DayNumber, isRest: (day: DayNumber) => boolean): number {
  let count = 0;
  for (let day = after + 1; day <= last; day += 1) if (!isRest(day)) count += 1;
  return count;
}
