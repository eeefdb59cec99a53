import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Period, PeriodSchedule } from '../../src/domain/period.ts';
import {
  firstPeriod,
  groupCalendar,
  listPeriods,
  periodAfter,
  periodAt,
  soloCalendar,
} from '../../src/domain/period-calendar.ts';
import { rhythms } from '../../src/domain/study-group.ts';
import { Temporal } from '../../src/lib/temporal.ts';
import { instant } from '../support/builders.ts';
import { aPeriodSchedule, time } from '../support/periods.ts';
import { day } from '../support/plans.ts';
import { runs } from '../support/sample.ts';

const daysOf = (periods: readonly Period[]) =>
  periods.map(({ sequence, firstDay, lastDay }) => `${sequence}: ${firstDay} to ${lastDay}`);
const until = (text: string) => ({ until: instant(text) });

test.each([
  { what: 'a Monday to come', startDay: '2026-01-05', validFrom: '2026-01-01T12:00Z', first: '2026-01-05' },
  { what: 'a Thursday to come', startDay: '2026-01-08', validFrom: '2026-01-01T12:00Z', first: '2026-01-05' },
  { what: 'long ago', startDay: '2025-06-02', validFrom: '2026-01-07T12:00Z', first: '2026-01-05' },
  {
    what: 'today, on a Sunday before the prompt',
    startDay: '2026-01-04',
    validFrom: '2026-01-04T17:00Z',
    first: '2025-12-29',
  },
  {
    what: 'today, on a Sunday after the prompt',
    startDay: '2026-01-04',
    validFrom: '2026-01-04T17:01Z',
    first: '2026-01-05',
  },
])('a group that starts $what begins with the week of $first', ({ startDay, validFrom, first }) => {
  const calendar = groupCalendar([aPeriodSchedule({ startDay: day(startDay), validFrom: instant(validFrom) })]);
  expect(`${listPeriods(calendar, until('2026-02-01T00:00Z'))[0]?.firstDay}`).toBe(first);
  expect(listPeriods(calendar, until('2026-02-01T00:00Z'))[0]?.sequence).toBe(1);
});

test('before the first period opens there is none', () => {
  const calendar = groupCalendar([aPeriodSchedule()]);
  expect(periodAt(calendar, instant('2026-01-04T22:59Z'))).toBeUndefined();
  expect(periodAt(calendar, instant('2026-01-04T23:00Z'))).toEqual(firstPeriod(calendar));
});

test('whoever learns alone has the week in which they joined, even its last hour', () => {
  const joinedAt = instant('2026-01-11T22:30Z'); // Sunday 23:30 in Berlin.
  const calendar = soloCalendar([{ validFrom: joinedAt, zone: 'Europe/Berlin' }], joinedAt);
  expect(daysOf(listPeriods(calendar, { until: joinedAt }))).toEqual(['1: 2026-01-05 to 2026-01-11']);
});

test('a start that is put off before anything has opened puts the first period off', () => {
  const calendar = groupCalendar([
    aPeriodSchedule(),
    aPeriodSchedule({ validFrom: instant('2026-01-03T12:00Z'), startDay: day('2026-01-19') }),
  ]);
  expect(daysOf(listPeriods(calendar, until('2026-01-20T00:00Z')))).toEqual(['1: 2026-01-19 to 2026-01-25']);
});

test.each([
  { from: 'weekly', to: 'twice-weekly', on: '14', days: ['2026-01-12 to 2026-01-18', '2026-01-19 to 2026-01-21'] },
  { from: 'weekly', to: 'daily', on: '14', days: ['2026-01-12 to 2026-01-18', '2026-01-19 to 2026-01-19'] },
  { from: 'twice-weekly', to: 'weekly', on: '12', days: ['2026-01-12 to 2026-01-14', '2026-01-15 to 2026-01-18'] },
  { from: 'daily', to: 'weekly', on: '14', days: ['2026-01-14 to 2026-01-14', '2026-01-15 to 2026-01-18'] },
  { from: 'daily', to: 'weekly', on: '16', days: ['2026-01-16 to 2026-01-16', '2026-01-17 to 2026-01-25'] },
  { from: 'two-weekly', to: 'weekly', on: '08', days: ['2026-01-05 to 2026-01-18', '2026-01-19 to 2026-01-25'] },
  { from: 'weekly', to: 'two-weekly', on: '08', days: ['2026-01-05 to 2026-01-11', '2026-01-12 to 2026-01-18'] },
] as const)('from $from to $to on 2026-01-$on: the running period ends as it opened', ({ from, to, on, days }) => {
  const changedAt = instant(`2026-01-${on}T12:00Z`);
  const calendar = groupCalendar([
    aPeriodSchedule({ rhythm: from }),
    aPeriodSchedule({ rhythm: to, validFrom: changedAt }),
  ]);
  const running = periodAt(calendar, changedAt);
  const next = running && periodAfter(calendar, running);
  expect([running, next].map((period) => `${period?.firstDay} to ${period?.lastDay}`)).toEqual(days);
  expect(next?.opensAt).toEqual(running?.closesAt);
});

test('a group that moves west finishes its week, and the hours left of that Sunday belong to the next', () => {
  const calendar = groupCalendar([
    aPeriodSchedule(),
    aPeriodSchedule({ zone: 'America/New_York', validFrom: instant('2026-01-14T12:00Z') }),
  ]);
  const [, second, third] = listPeriods(calendar, until('2026-01-20T00:00Z'));
  expect(`${second?.closesAt}`).toBe('2026-01-18T23:00:00Z');
  expect([`${third?.opensAt}`, `${third?.promptAt}`, `${third?.closesAt}`]).toEqual([
    '2026-01-18T23:00:00Z',
    '2026-01-25T23:00:00Z',
    '2026-01-26T05:00:00Z',
  ]);
});

test('another post time holds from the next period on', () => {
  const calendar = groupCalendar([
    aPeriodSchedule(),
    aPeriodSchedule({ postTime: time('09:00'), validFrom: instant('2026-01-11T07:00Z') }),
  ]);
  const prompts = listPeriods(calendar, until('2026-01-12T00:00Z')).map(({ promptAt }) => `${promptAt}`);
  expect(prompts).toEqual(['2026-01-11T17:00:00Z', '2026-01-18T08:00:00Z']);
});

test('a change at the very moment in which a period opens holds for that period', () => {
  const calendar = groupCalendar([
    aPeriodSchedule(),
    aPeriodSchedule({ rhythm: 'daily', validFrom: instant('2026-01-11T23:00Z') }),
  ]);
  expect(daysOf(listPeriods(calendar, until('2026-01-12T12:00Z')))).toEqual([
    '1: 2026-01-05 to 2026-01-11',
    '2: 2026-01-12 to 2026-01-12',
  ]);
});

test('two changes within one period: the last one counts', () => {
  const calendar = groupCalendar([
    aPeriodSchedule(),
    aPeriodSchedule({ rhythm: 'daily', validFrom: instant('2026-01-06T12:00Z') }),
    aPeriodSchedule({ rhythm: 'twice-weekly', validFrom: instant('2026-01-07T12:00Z') }),
  ]);
  expect(daysOf(listPeriods(calendar, until('2026-01-15T12:00Z')))).toEqual([
    '1: 2026-01-05 to 2026-01-11',
    '2: 2026-01-12 to 2026-01-14',
    '3: 2026-01-15 to 2026-01-18',
  ]);
});

const zones = [
  'Europe/Berlin',
  'America/New_York',
  'America/Santiago',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Africa/Casablanca',
  'America/Havana',
  'UTC',
];

const BEGINNING = day('2026-01-01');

const aSchedule = fc.record({
  zone: fc.constantFrom(...zones),
  rhythm: fc.constantFrom(...rhythms),
  startDay: fc.integer({ min: 0, max: 30 }).map((days) => BEGINNING.add({ days })),
  postTime: fc.integer({ min: 0, max: 95 }).map((quarters) => time('00:00').add({ minutes: 15 * quarters })),
});

/** A group's schedules: the first, and up to four changes within a year. */
const schedules: fc.Arbitrary<PeriodSchedule[]> = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 24 * 365 }), aSchedule), { minLength: 1, maxLength: 5 })
  .map((versions) =>
    versions
      .toSorted(([one], [other]) => one - other)
      .map(([hours, version]) => ({ ...version, validFrom: instant('2025-12-20T00:00Z').add({ hours }) })),
  );

const END = instant('2027-03-01T00:00Z');

test('periods follow each other without gap or overlap, numbered in order, in any zone and through any changes', () => {
  fc.assert(
    fc.property(schedules, (versions) => {
      const periods = listPeriods(groupCalendar(versions), { until: END });
      expect(periods.length).toBeGreaterThan(0);
      periods.forEach((period, index) => {
        expect(period.sequence).toBe(index + 1);
        const before = periods[index - 1];
        if (before) expect(`${period.opensAt}`).toBe(`${before.closesAt}`);
      });
    }),
    { numRuns: runs(15) },
  );
});

test('in every period the prompt comes inside, the grace after the end, and the recap not before the end of the grace', () => {
  fc.assert(
    fc.property(schedules, (versions) => {
      for (const { opensAt, promptAt, closesAt, graceEndsAt, recapAt } of listPeriods(groupCalendar(versions), {
        until: END,
      })) {
        const moments = [opensAt, promptAt, closesAt, graceEndsAt, recapAt].map(
          ({ epochMilliseconds }) => epochMilliseconds,
        );
        const [opens = 0, asks = 0, closes = 0, ends = 0, recap = 0] = moments;
        expect(opens <= asks && asks < closes && closes < ends && ends <= recap).toBe(true);
        expect(recap - ends).toBeLessThanOrEqual(25 * 3_600_000);
      }
    }),
    { numRuns: runs(15) },
  );
});

test('every moment since the start lies in exactly the period that is found for it', () => {
  fc.assert(
    fc.property(schedules, fc.integer({ min: 0, max: 430 * 24 * 60 }), (versions, minutes) => {
      const calendar = groupCalendar(versions);
      const moment = instant('2025-12-20T00:00Z').add({ minutes });
      const [listed] = listPeriods(calendar, { until: moment }).slice(-1);
      expect(periodAt(calendar, moment)).toEqual(listed);
      if (listed) expect(Temporal.Instant.compare(moment, listed.closesAt)).toBe(-1);
    }),
    { numRuns: runs(50) },
  );
});

test('a change of today leaves every period that has opened as it was', () => {
  fc.assert(
    fc.property(schedules, aSchedule, fc.integer({ min: 1, max: 400 * 24 }), (versions, change, hours) => {
      const now = getLast(versions).validFrom.add({ hours });
      const before = listPeriods(groupCalendar(versions), { until: now.subtract({ milliseconds: 1 }) });
      const changed = groupCalendar([...versions, { ...change, validFrom: now }]);
      const after = listPeriods(changed, { until: now.add({ hours: 40 * 24 }) });
      expect(after.slice(0, before.length)).toEqual(before);
    }),
    { numRuns: runs(25) },
  );
});

function getLast(versions: readonly PeriodSchedule[]): PeriodSchedule {
  const last = versions.at(-1);
  if (!last) throw new Error('There is no schedule');
  return last;
}
