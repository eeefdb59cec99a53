import { Temporal } from '../lib/temporal.ts';
import type { Pace } from './member.ts';
import { countPeriods, type Period, type PeriodSchedule, type PlainPeriod, plainPeriodAt } from './period.ts';
import { localDate } from './plan-days.ts';
import { instantAt } from './wall-time.ts';

/**
 * All periods of a group, or of somebody who learns alone. A changed schedule takes over where a period closes, so what
 * has opened keeps its times, and there is neither a gap nor an overlap. Any period is found without walking through
 * those before it.
 */
export type PeriodCalendar = readonly Stretch[];

/** Periods under one schedule, until the next stretch begins. All but the first are whole spans of the calendar. */
interface Stretch {
  readonly schedule: PeriodSchedule;
  readonly first: Period;
}

/**
 * The periods of a group. The first one is the first whose prompt is still to come, when it is set up and when it
 * starts: nobody is asked about a week that the group did not have.
 * @param schedules every version, oldest first, at least one.
 */
export function groupCalendar(schedules: readonly PeriodSchedule[]): PeriodCalendar {
  const [oldest] = schedules;
  if (!oldest) throw new RangeError('A calendar needs a schedule.');
  return layStretches(schedules, oldest.validFrom);
}

/**
 * The weeks of a member who learns alone, in their own zone, from the one in which they joined.
 * @param paces every version, oldest first, at least one.
 */
export function soloCalendar(
  paces: readonly Pick<Pace, 'validFrom' | 'zone'>[],
  joinedAt: Temporal.Instant,
): PeriodCalendar {
  const schedules = paces.map(({ validFrom, zone }): PeriodSchedule => {
    return { validFrom, zone, startDay: localDate(joinedAt, zone), postTime: SOLO_TIME, rhythm: 'weekly' };
  });
  const [oldest] = schedules;
  if (!oldest) throw new RangeError('A calendar needs a pace.');
  return layStretches(schedules, startOf(oldest));
}

/** Undefined before the first one. */
export function periodAt(calendar: PeriodCalendar, moment: Temporal.Instant): Period | undefined {
  const stretch = calendar.findLast(({ first }) => compare(first.opensAt, moment) <= 0);
  if (!stretch || compare(moment, stretch.first.closesAt) < 0) return stretch?.first;
  const { schedule, first } = stretch;
  const period = plainPeriodAt(schedule, moment);
  return { ...period, sequence: first.sequence + countPeriods(schedule, first.lastDay, period.lastDay) };
}

/** The one that opens when this one closes. */
export function periodAfter(calendar: PeriodCalendar, period: Pick<Period, 'closesAt'>): Period {
  return getPeriodAt(calendar, period.closesAt);
}

/** Those that close after one moment and have opened at another, oldest first. Left out: from the first one on. */
export function listPeriods(
  calendar: PeriodCalendar,
  { after, until }: { readonly after?: Temporal.Instant | undefined; readonly until: Temporal.Instant },
): Period[] {
  const periods: Period[] = [];
  let period = (after && periodAt(calendar, after)) ?? firstPeriod(calendar);
  while (period && compare(period.opensAt, until) <= 0) {
    periods.push(period);
    period = periodAfter(calendar, period);
  }
  return periods;
}

/** The first one: until it opens there is nothing to check in for. */
export function firstPeriod(calendar: PeriodCalendar): Period {
  const [stretch] = calendar;
  if (!stretch) throw new RangeError('A calendar has a stretch.');
  return stretch.first;
}

/** When somebody who learns alone is reminded of their week. */
const SOLO_TIME = new Temporal.PlainTime(18);

function layStretches(schedules: readonly PeriodSchedule[], since: Temporal.Instant): PeriodCalendar {
  const calendar: Stretch[] = [];
  for (const schedule of schedules) {
    const opensAt = calendar.length > 0 ? firstOpeningFrom(calendar, schedule.validFrom) : undefined;
    // What never opened under its schedule gives way.
    while (calendar.length > 0 && (!opensAt || compare(getLast(calendar).first.opensAt, opensAt) >= 0)) calendar.pop();
    const first =
      opensAt && calendar.length > 0 ? continuePeriods(calendar, schedule, opensAt) : begin(schedule, since);
    calendar.push({ schedule, first });
  }
  return calendar;
}

/** The first moment from here on at which a period opens; undefined where none has opened yet. */
function firstOpeningFrom(calendar: PeriodCalendar, moment: Temporal.Instant): Temporal.Instant | undefined {
  const period = periodAt(calendar, moment);
  return period?.opensAt.equals(moment) ? moment : period?.closesAt;
}

function begin(schedule: PeriodSchedule, since: Temporal.Instant): Period {
  const from = later(since, startOf(schedule));
  let period = plainPeriodAt(schedule, from);
  while (compare(period.promptAt, from) < 0) period = plainPeriodAt(schedule, period.closesAt);
  return { ...period, sequence: 1 };
}

/**
 * The first period under another schedule. What is left of the span at which it takes over is a period of its own if
 * that is half of it and its prompt is still to come; a shorter rest is added to the next span.
 */
function continuePeriods(calendar: PeriodCalendar, schedule: PeriodSchedule, opensAt: Temporal.Instant): Period {
  const before = getPeriodAt(calendar, opensAt.subtract({ milliseconds: 1 }));
  const rest = plainPeriodAt(schedule, opensAt);
  const period = isEnough(rest, opensAt) ? rest : plainPeriodAt(schedule, rest.closesAt);
  return { ...period, sequence: before.sequence + 1, firstDay: localDate(opensAt, schedule.zone), opensAt };
}

function isEnough({ opensAt, closesAt, promptAt }: PlainPeriod, from: Temporal.Instant): boolean {
  const left = closesAt.epochMilliseconds - from.epochMilliseconds;
  return left * 2 >= closesAt.epochMilliseconds - opensAt.epochMilliseconds && compare(from, promptAt) <= 0;
}

function startOf({ startDay, zone }: PeriodSchedule): Temporal.Instant {
  return instantAt(startDay, new Temporal.PlainTime(0), zone);
}

function getPeriodAt(calendar: PeriodCalendar, moment: Temporal.Instant): Period {
  const period = periodAt(calendar, moment);
  if (!period) throw new RangeError(`No period has opened at ${moment}.`);
  return period;
}

function getLast(calendar: PeriodCalendar): Stretch {
  const stretch = calendar.at(-1);
  if (!stretch) throw new RangeError('A calendar has a stretch.');
  return stretch;
}

function later(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return compare(one, other) >= 0 ? one : other;
}

const compare = Temporal.Instant.compare;
