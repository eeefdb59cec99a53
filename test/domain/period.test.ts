import { expect, test } from 'vitest';
import { isAtRest, type PlainPeriod, periodId, plainPeriodAt } from '../../src/domain/period.ts';
import { instant } from '../support/builders.ts';
import { aPeriodSchedule, time } from '../support/periods.ts';
import { day } from '../support/plans.ts';

const timesOf = (period: PlainPeriod) => [
  `${period.firstDay} to ${period.lastDay}`,
  `${period.opensAt}`,
  `${period.promptAt}`,
  `${period.closesAt}`,
  `${period.graceEndsAt}`,
  `${period.recapAt}`,
];

test.each([
  {
    what: 'a week of Berlin in which the clocks go back',
    schedule: { zone: 'Europe/Berlin' },
    at: '2026-10-21T12:00Z',
    days: '2026-10-19 to 2026-10-25',
    times: ['10-18T22:00', '10-25T17:00', '10-25T23:00', '10-27T23:00', '10-28T17:00'],
  },
  {
    what: 'a week of New York in which the clocks go forward',
    schedule: { zone: 'America/New_York' },
    at: '2026-03-08T12:00Z',
    days: '2026-03-02 to 2026-03-08',
    times: ['03-02T05:00', '03-08T22:00', '03-09T04:00', '03-11T04:00', '03-11T22:00'],
  },
  {
    what: 'a week of Lord Howe, whose clocks go back by half an hour',
    schedule: { zone: 'Australia/Lord_Howe' },
    at: '2026-04-05T12:00Z',
    days: '2026-03-30 to 2026-04-05',
    times: ['03-29T13:00', '04-05T07:30', '04-05T13:30', '04-07T13:30', '04-08T07:30'],
  },
  {
    what: 'Monday to Wednesday in Kathmandu',
    schedule: { zone: 'Asia/Kathmandu', rhythm: 'twice-weekly' as const },
    at: '2026-03-04T18:14:59Z',
    days: '2026-03-02 to 2026-03-04',
    times: ['03-01T18:15', '03-04T12:15', '03-04T18:15', '03-06T18:15', '03-07T12:15'],
  },
  {
    what: 'Thursday to Sunday in Kathmandu',
    schedule: { zone: 'Asia/Kathmandu', rhythm: 'twice-weekly' as const },
    at: '2026-03-04T18:15Z',
    days: '2026-03-05 to 2026-03-08',
    times: ['03-04T18:15', '03-08T12:15', '03-08T18:15', '03-10T18:15', '03-11T12:15'],
  },
  {
    what: 'a day of Santiago whose midnight is skipped',
    schedule: { zone: 'America/Santiago', rhythm: 'daily' as const },
    at: '2026-09-06T04:00Z',
    days: '2026-09-06 to 2026-09-06',
    times: ['09-06T04:00', '09-06T21:00', '09-07T03:00', '09-07T15:00', '09-07T21:00'],
  },
  {
    what: 'a day of Santiago with 25 hours',
    schedule: { zone: 'America/Santiago', rhythm: 'daily' as const },
    at: '2026-04-05T03:59Z',
    days: '2026-04-04 to 2026-04-04',
    times: ['04-04T03:00', '04-04T21:00', '04-05T04:00', '04-05T16:00', '04-05T22:00'],
  },
  {
    what: 'two weeks in Apia, from the Monday of the week in which the group starts',
    schedule: { zone: 'Pacific/Apia', rhythm: 'two-weekly' as const, startDay: day('2026-02-05') },
    at: '2026-03-14T12:00Z',
    days: '2026-03-02 to 2026-03-15',
    times: ['03-01T11:00', '03-15T05:00', '03-15T11:00', '03-17T11:00', '03-18T05:00'],
  },
  {
    what: 'a day whose recap waits for the next morning',
    schedule: { zone: 'UTC', rhythm: 'daily' as const, postTime: time('09:00') },
    at: '2026-03-02T00:00Z',
    days: '2026-03-02 to 2026-03-02',
    times: ['03-02T00:00', '03-02T09:00', '03-03T00:00', '03-03T12:00', '03-04T09:00'],
  },
  {
    what: 'a week whose recap comes as the grace ends',
    schedule: { zone: 'UTC', postTime: time('00:00') },
    at: '2026-03-02T00:00Z',
    days: '2026-03-02 to 2026-03-08',
    times: ['03-02T00:00', '03-08T00:00', '03-09T00:00', '03-11T00:00', '03-11T00:00'],
  },
])('$what opens, asks, closes, ends its grace and has its recap on time', ({ schedule, at, days, times }) => {
  const period = plainPeriodAt(aPeriodSchedule(schedule), instant(at));
  expect(timesOf(period)).toEqual([days, ...times.map((each) => `2026-${each}:00Z`)]);
});

test('the week in which Apia skipped a Friday has six days and closes on Sunday', () => {
  const period = plainPeriodAt(aPeriodSchedule({ zone: 'Pacific/Apia' }), instant('2011-12-28T12:00Z'));
  expect(timesOf(period)).toEqual([
    '2011-12-26 to 2012-01-01',
    '2011-12-26T10:00:00Z',
    '2012-01-01T04:00:00Z',
    '2012-01-01T10:00:00Z',
    '2012-01-03T10:00:00Z',
    '2012-01-04T04:00:00Z',
  ]);
});

test('on a clock that goes back over midnight, every moment lies in its day', () => {
  const schedule = aPeriodSchedule({ zone: 'America/St_Johns', rhythm: 'daily' });
  const twice = instant('2010-11-07T02:45Z'); // 23:15 of the day before, for the second time.
  const period = plainPeriodAt(schedule, twice);
  expect([`${period.firstDay}`, `${period.opensAt}`]).toEqual(['2010-11-07', '2010-11-07T02:30:00Z']);
});

test.each([
  { rest: ['2026-03-08', '2026-03-12'], isResting: true },
  { rest: ['2026-02-20', '2026-03-02'], isResting: true },
  { rest: ['2026-03-04', '2026-03-04'], isResting: true },
  { rest: ['2026-02-01', '2026-04-01'], isResting: true },
  { rest: ['2026-03-08', undefined], isResting: true },
  { rest: ['2026-03-09', '2026-03-12'], isResting: false },
  { rest: ['2026-02-20', '2026-03-01'], isResting: false },
  { rest: ['2026-03-09', undefined], isResting: false },
])('the week of 2 March rests with $rest: $isResting', ({ rest: [firstDay = '', lastDay], isResting }) => {
  const week = { firstDay: day('2026-03-02'), lastDay: day('2026-03-08') };
  expect(isAtRest(week, [{ firstDay: day(firstDay), lastDay: lastDay ? day(lastDay) : undefined }])).toBe(isResting);
});

test('without a break nothing rests', () => {
  expect(isAtRest({ firstDay: day('2026-03-02'), lastDay: day('2026-03-08') }, [])).toBe(false);
});

test('a period is known by whose it is and its number', () => {
  expect(periodId('group-1', 12)).toBe('group-1.c.12');
});
