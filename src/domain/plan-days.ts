import { Temporal } from '../lib/temporal.ts';

/**
 * A plan is reckoned in whole days, counted from 1970-01-01. Months, leap days and clock changes then do not matter;
 * a zone says which day an instant belongs to, and nothing else.
 */
export type DayNumber = number;

const FIRST = new Temporal.PlainDate(1970, 1, 1);

export function dayNumber(date: Temporal.PlainDate): DayNumber {
  return FIRST.until(date).days;
}

export function dateOfDay(day: DayNumber): Temporal.PlainDate {
  return FIRST.add({ days: day });
}

/** The day on the calendar on the wall. */
export function localDate(instant: Temporal.Instant, zone: string): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(zone).toPlainDate();
}

/** Noon of a day there: readers in zones not too far away are shown the same day. */
export function noonOf(date: Temporal.PlainDate, zone: string): Temporal.Instant {
  return date.toZonedDateTime({ timeZone: zone, plainTime: '12:00' }).toInstant();
}

/** The week that a day belongs to, Monday to Sunday, as a number that grows by one each week. */
export function weekOfDay(day: DayNumber): number {
  return Math.floor((day + 3) / 7); // 1970-01-01 was a Thursday.
}

/** Whole days, both ends included. */
export interface Span {
  readonly firstDay: Temporal.PlainDate;
  readonly lastDay: Temporal.PlainDate;
}

/** Tells whether a day lies in one of these spans. Overlapping ones count once. */
export function restDays(spans: readonly Span[]): (day: DayNumber) => boolean {
  const ranges = spans.map(({ firstDay, lastDay }) => [dayNumber(firstDay), dayNumber(lastDay)] as const);
  return (day) => ranges.some(([first, last]) => first <= day && day <= last);
}
