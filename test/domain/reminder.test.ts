import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ReminderStrength, reminderStrengths } from '../../src/domain/member.ts';
import { type Period, type PeriodSchedule, plainPeriodAt } from '../../src/domain/period.ts';
import { groupCalendar, listPeriods } from '../../src/domain/period-calendar.ts';
import { isQuiet, type QuietHours, type Reminder, type ReminderInput, remindersOf } from '../../src/domain/reminder.ts';
import { rhythms } from '../../src/domain/study-group.ts';
import { Temporal } from '../../src/lib/temporal.ts';
import { instant } from '../support/builders.ts';
import { aPeriodSchedule, somePeriods, time } from '../support/periods.ts';
import { runs } from '../support/sample.ts';

/** The week of 5 January in Berlin: prompt Sunday 17:00Z, end 23:00Z, grace until Tuesday 23:00Z. */
const week = firstPeriod();

function firstPeriod(schedule: Partial<PeriodSchedule> = {}): Period {
  const [period] = somePeriods(1, aPeriodSchedule(schedule));
  if (!period) throw new Error('There is no period');
  return period;
}

const quiet = (from: string, to: string): QuietHours => ({ from: time(from), to: time(to) });

function anInput(overrides: Partial<ReminderInput> = {}): ReminderInput {
  return {
    period: week,
    strength: 'active',
    zone: 'Europe/Berlin',
    quiet: undefined,
    snoozedUntil: undefined,
    ...overrides,
  };
}

const timesOf = (overrides: Partial<ReminderInput>) =>
  remindersOf(anInput(overrides)).map(({ kind, at }) => `${kind} ${at.toString().slice(5, 16)}`);

const atPrompt = 'prompt 01-11T17:00';
const lastHours = 'last-hours 01-11T20:00';
const inGrace = 'grace 01-13T20:00';

test.each([
  { strength: 'off', times: [] },
  { strength: 'light', times: [atPrompt] },
  { strength: 'standard', times: [atPrompt, lastHours] },
  { strength: 'active', times: [atPrompt, lastHours, inGrace] },
] as const)('$strength reminds at $times', ({ strength, times }) => {
  expect(timesOf({ strength })).toEqual(times);
});

test.each([
  {
    what: 'hours in which nothing falls',
    given: { quiet: quiet('22:00', '08:00') },
    times: [atPrompt, lastHours, inGrace],
  },
  {
    what: 'none: they begin as they end',
    given: { quiet: quiet('18:00', '18:00') },
    times: [atPrompt, lastHours, inGrace],
  },
  {
    what: 'the prompt, which moves to their end',
    given: { quiet: quiet('17:00', '18:30') },
    times: ['prompt 01-11T17:30', lastHours, inGrace],
  },
  {
    what: 'the last hours, whose end is too late: before they begin',
    given: { quiet: quiet('20:00', '00:00'), strength: 'standard' as const },
    times: [atPrompt, 'last-hours 01-11T18:59'],
  },
  {
    what: 'both, which would come at once: one of them',
    given: { quiet: quiet('17:30', '08:00'), strength: 'standard' as const },
    times: ['prompt 01-11T16:29'],
  },
  {
    what: 'a moment at their very end',
    given: { quiet: quiet('12:00', '18:00'), strength: 'light' as const },
    times: [atPrompt],
  },
  {
    what: 'a moment at their very beginning',
    given: { quiet: quiet('18:00', '18:15'), strength: 'light' as const },
    times: ['prompt 01-11T17:15'],
  },
  {
    what: 'a night in Tokyo, before and after the end in Berlin',
    given: { zone: 'Asia/Tokyo', quiet: quiet('22:00', '08:00') },
    times: ['prompt 01-11T12:59', 'grace 01-13T12:59'],
  },
])('quiet hours that hold $what', ({ given, times }) => {
  expect(timesOf(given)).toEqual(times);
});

test('quiet hours as long as a day leave nothing in it', () => {
  const today = firstPeriod({ rhythm: 'daily' });
  expect(timesOf({ period: today, quiet: quiet('00:00', '23:59'), strength: 'light' })).toEqual(['prompt 01-05T22:59']);
  const tokyo = { zone: 'Asia/Tokyo', quiet: quiet('07:30', '07:29') };
  expect(timesOf({ period: today, ...tokyo, strength: 'light' })).toEqual(['prompt 01-05T22:29']);
  const short = {
    opensAt: instant('2026-01-05T12:00Z'),
    promptAt: instant('2026-01-05T13:00Z'),
    closesAt: instant('2026-01-05T14:00Z'),
    graceEndsAt: instant('2026-01-05T15:00Z'),
  };
  expect(timesOf({ period: short, quiet: quiet('12:00', '20:00'), strength: 'light' })).toEqual([]);
});

test('a prompt later than the last hours is reminded of once', () => {
  const late = firstPeriod({ postTime: time('22:00') });
  expect(timesOf({ period: late, strength: 'standard' })).toEqual(['prompt 01-11T21:00']);
});

test.each([
  { what: 'an hour', until: '2026-01-11T18:00Z', times: ['snoozed 01-11T18:00', lastHours, inGrace] },
  { what: 'until the last hours', until: '2026-01-11T19:30Z', times: ['snoozed 01-11T19:30', inGrace] },
  { what: 'into the grace', until: '2026-01-12T17:00Z', times: ['snoozed 01-12T17:00', inGrace] },
  { what: 'beyond the grace', until: '2026-01-14T17:00Z', times: [] },
])('snoozed by $what', ({ until, times }) => {
  expect(timesOf({ snoozedUntil: instant(until) })).toEqual(times);
});

test('whoever switched reminders off is not reminded of what they snoozed', () => {
  expect(timesOf({ strength: 'off', snoozedUntil: instant('2026-01-11T18:00Z') })).toEqual([]);
});

test('a snooze that ends in quiet hours waits for their end', () => {
  const night = { quiet: quiet('22:00', '08:00'), snoozedUntil: instant('2026-01-11T22:00Z') };
  expect(timesOf(night)).toEqual(['snoozed 01-12T07:00', inGrace]);
});

test('nothing moves to before the end of a snooze', () => {
  expect(timesOf({ quiet: quiet('20:00', '00:00'), snoozedUntil: instant('2026-01-13T19:30Z') })).toEqual([]);
});

test('where a clock change skips the only hour that is not quiet, nobody is reminded', () => {
  const [day] = listPeriods(groupCalendar([aPeriodSchedule({ rhythm: 'daily', postTime: time('01:00') })]), {
    after: instant('2026-03-29T00:00Z'),
    until: instant('2026-03-29T00:00Z'),
  });
  if (!day) throw new Error('There is no period');
  expect(timesOf({ period: day, strength: 'light', quiet: quiet('03:00', '02:10') })).toEqual([]);
  expect(timesOf({ period: day, strength: 'light', quiet: quiet('03:30', '02:10') })).toEqual(['prompt 03-29T01:00']);
});

const zones = [
  'Europe/Berlin',
  'America/New_York',
  'America/Santiago',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'UTC',
];
const anyTime = fc.integer({ min: 0, max: 1439 }).map((minutes) => time('00:00').add({ minutes }));
const anyInput: fc.Arbitrary<ReminderInput> = fc
  .record({
    schedule: fc.record({ zone: fc.constantFrom(...zones), rhythm: fc.constantFrom(...rhythms), postTime: anyTime }),
    days: fc.integer({ min: 0, max: 400 }),
    zone: fc.constantFrom(...zones),
    strength: fc.constantFrom<ReminderStrength>(...reminderStrengths),
    quiet: fc.option(fc.record({ from: anyTime, to: anyTime }), { nil: undefined }),
    snooze: fc.option(fc.integer({ min: 0, max: 20_000 }), { nil: undefined }),
  })
  .map(({ schedule, days, snooze, ...rest }) => {
    const period = plainPeriodAt(aPeriodSchedule(schedule), instant('2026-01-05T12:00Z').add({ hours: 24 * days }));
    const snoozedUntil = snooze === undefined ? undefined : period.opensAt.add({ minutes: snooze });
    return { ...rest, period, snoozedUntil };
  });

/** From when until before when a reminder may come. */
function windowOf({ kind }: Reminder, { opensAt, closesAt, graceEndsAt }: ReminderInput['period']) {
  if (kind === 'grace') return { from: closesAt, until: graceEndsAt };
  return { from: opensAt, until: kind === 'snoozed' ? graceEndsAt : closesAt };
}

test('nobody is ever reminded in their quiet hours, outside the period and its grace, or before a snooze ends', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      for (const reminder of remindersOf(input)) {
        const { from, until } = windowOf(reminder, input.period);
        expect(isQuiet(reminder.at, input.zone, input.quiet)).toBe(false);
        expect(compare(reminder.at, from)).toBeGreaterThanOrEqual(0);
        expect(compare(reminder.at, until)).toBe(-1);
        expect(compare(reminder.at, input.snoozedUntil ?? reminder.at)).toBeGreaterThanOrEqual(0);
      }
    }),
    { numRuns: runs(100) },
  );
});

test('nobody is ever reminded twice at once', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const moments = remindersOf(input).map(({ at }) => at.epochMilliseconds);
      moments.slice(1).forEach((at, index) => {
        expect(at - (moments[index] ?? at)).toBeGreaterThanOrEqual(3_600_000);
      });
    }),
    { numRuns: runs(100) },
  );
});

test('without quiet hours and a snooze a light reminder always comes with the prompt', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const light = remindersOf({ ...input, strength: 'light', quiet: undefined, snoozedUntil: undefined });
      const { promptAt: at, closesAt: until } = input.period;
      expect(light).toEqual([{ kind: 'prompt', at, until }]);
    }),
    { numRuns: runs(25) },
  );
});

const compare = Temporal.Instant.compare;
