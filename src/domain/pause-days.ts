import { Temporal } from '../lib/temporal.ts';

/** How somebody who types a day is to be understood. */
export interface DayContext {
  readonly today: Temporal.PlainDate;
  /** Language part of the reader's locale: months and "yesterday" are read in it and in English. */
  readonly language: string;
  /** A day without a year is the first one from here on; without this, the one nearest to today. */
  readonly from?: Temporal.PlainDate;
}

/**
 * A day that a person typed: `2026-12-24`, `24.12.`, `24.12.2026`, `Dec 24`, `24 December 2026`, `yesterday`,
 * `3 days ago`. Undefined where it is none, or where day and month cannot be told apart (`4/5`).
 */
export function readDay(typed: string, context: DayContext): Temporal.PlainDate | undefined {
  const text = fold(typed).replace(/\s+/g, ' ');
  return readRelative(text, context) ?? readIso(text) ?? readNumbers(text, context) ?? readMonthName(text, context);
}

function readRelative(text: string, { today, language }: DayContext): Temporal.PlainDate | undefined {
  const words = [language, 'en'].flatMap((code) => {
    const format = new Intl.RelativeTimeFormat(code, { numeric: 'auto' });
    return [-1, 0, 1].map((days) => ({ word: fold(format.format(days, 'day')), days }));
  });
  const named = words.find(({ word }) => word === text);
  if (named) return today.add({ days: named.days });
  const [, sign, count, unit, ago] = /^(in )?(\d{1,3}) (day|week)s?( ago)?$/.exec(text) ?? [];
  if (!count || (sign === undefined) === (ago === undefined)) return undefined;
  const days = Number(count) * (unit === 'week' ? 7 : 1);
  return today.add({ days: ago ? -days : days });
}

function readIso(text: string): Temporal.PlainDate | undefined {
  const [, year, month, day] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? [];
  return year ? dateOf(Number(year), Number(month), Number(day)) : undefined;
}

/** With dots the day comes first. With slashes it depends on the country, so it must be told by a number above 12. */
function readNumbers(text: string, context: DayContext): Temporal.PlainDate | undefined {
  const [, one, separator, other, year] =
    /^(\d{1,2})\s?([./])\s?(\d{1,2})(?:[./]?|[./]\s?(\d{2}|\d{4}))$/.exec(text) ?? [];
  if (!one || !other) return undefined;
  const [first, second] = [Number(one), Number(other)];
  if (separator === '/' && first <= 12 && second <= 12 && first !== second) return undefined;
  return separator === '/' && second > 12
    ? placeInTime(first, second, year, context)
    : placeInTime(second, first, year, context);
}

function readMonthName(text: string, context: DayContext): Temporal.PlainDate | undefined {
  const plain = text
    .replace(/(\d)(st|nd|rd|th)\b/, '$1')
    .replace(/[.,]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const dayFirst = /^(\d{1,2}) (?:of )?(\p{L}+)(?: (\d{2}|\d{4}))?$/u.exec(plain);
  const monthFirst = /^(\p{L}+) (\d{1,2})(?: (\d{2}|\d{4}))?$/u.exec(plain);
  const [day, name, year] = dayFirst
    ? [dayFirst[1], dayFirst[2], dayFirst[3]]
    : [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]];
  const month = name ? monthNamed(name, context.language) : undefined;
  return month === undefined ? undefined : placeInTime(month, Number(day), year, context);
}

/** The month whose name begins so, by at least three letters. */
function monthNamed(name: string, language: string): number | undefined {
  if (name.length < 3) return undefined;
  const months = Array.from({ length: 12 }, (_, index) => index + 1);
  for (const code of [language, 'en']) {
    const fitting = months.filter((month) => monthName(month, code).startsWith(name));
    if (fitting.length === 1) return fitting[0];
  }
  return name === 'sept' ? 9 : undefined;
}

function monthName(month: number, language: string): string {
  const date = new Temporal.PlainDate(2026, month, 1);
  return fold(date.toLocaleString(language, { month: 'long' }));
}

function placeInTime(
  month: number,
  day: number,
  year: string | undefined,
  { today, from }: DayContext,
): Temporal.PlainDate | undefined {
  if (year) return dateOf(year.length === 2 ? 2000 + Number(year) : Number(year), month, day);
  // Nine years hold every day of the year, also 29 February.
  const dates = [-4, -3, -2, -1, 0, 1, 2, 3, 4].flatMap((years) => dateOf(today.year + years, month, day) ?? []);
  if (from) return dates.find((date) => compare(date, from) >= 0);
  const distance = (date: Temporal.PlainDate) => Math.abs(today.until(date).days);
  return dates.toSorted((one, other) => distance(one) - distance(other))[0];
}

function dateOf(year: number, month: number, day: number): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
  } catch {
    return undefined; // 31 February.
  }
}

const compare = Temporal.PlainDate.compare;

function fold(text: string): string {
  return text.trim().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}
