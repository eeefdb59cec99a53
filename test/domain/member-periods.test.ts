import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  groundsUntil,
  type MemberHistory,
  type PeriodOfMember,
  periodResults,
  settledResults,
} from '../../src/domain/member-periods.ts';
import { groupCalendar, listPeriods, soloCalendar } from '../../src/domain/period-calendar.ts';
import type { PromptState } from '../../src/domain/stored-period.ts';
import { explainStreak } from '../../src/domain/streak.ts';
import type { GroupBreak, Rhythm } from '../../src/domain/study-group.ts';
import { instant } from '../support/builders.ts';
import { aStoredPeriod } from '../support/check-ins.ts';
import { aPeriodSchedule } from '../support/periods.ts';
import { day } from '../support/plans.ts';
import { runs } from '../support/sample.ts';

const joinedAt = instant('2026-01-05T12:00Z');
const inGroup = { groupId: 'group-1', joinedAt, leftAt: undefined };

/** What happened in a period, by its number: when the member checked in, what became of the prompt. */
interface Happened {
  readonly kept?: Readonly<Record<number, string>>;
  readonly prompts?: Readonly<Record<number, PromptState>>;
}

const END = { until: instant('2026-04-12T12:00Z') };
const calendarOf = (rhythm: Rhythm) => listPeriods(groupCalendar([aPeriodSchedule({ rhythm })]), END);
const calendars = { weekly: calendarOf('weekly'), 'two-weekly': calendarOf('two-weekly') };

/** All periods of a group until April, as this member has them. */
function periodsOf(
  groupId: string,
  { kept = {}, prompts = {} }: Happened = {},
  rhythm: keyof typeof calendars = 'weekly',
): PeriodOfMember[] {
  return calendars[rhythm].map((period) => {
    const written = kept[period.sequence];
    const promptState = prompts[period.sequence] ?? 'posted';
    return { ...aStoredPeriod({ groupId, promptState }, period), keptAt: written ? instant(written) : undefined };
  });
}

/** A week of her own in which Ada checked in. */
const ownWeek = (sequence: number, keptAt: string, from: MemberHistory): PeriodOfMember => {
  const period = listPeriods(from.solo, END)[sequence - 1];
  const own = { groupId: undefined, memberId: 'ada', promptState: 'none' } as const;
  return { ...aStoredPeriod(own, period), keptAt: instant(keptAt) };
};

function aHistory(overrides: Partial<MemberHistory> = {}): MemberHistory {
  return {
    memberId: 'ada',
    memberships: [inGroup],
    periods: periodsOf('group-1'),
    solo: soloCalendar([{ validFrom: joinedAt, zone: 'Europe/Berlin' }], joinedAt),
    pauses: [],
    breaks: [],
    ...overrides,
  };
}

const aRest = (firstDay: string, lastDay: string | undefined, groupId = 'group-1'): GroupBreak => ({
  id: `rest-${firstDay}`,
  groupId,
  kind: 'break',
  firstDay: day(firstDay),
  lastDay: lastDay ? day(lastDay) : undefined,
  shifts: false,
  recordedAt: joinedAt,
});

const pause = (firstDay: string, lastDay: string) => ({ firstDay: day(firstDay), lastDay: day(lastDay) });

const outcomesOf = (history: MemberHistory, now: string, after?: string) =>
  periodResults(history, { now: instant(now), after: after ? instant(after) : undefined }).map(
    ({ period, outcome }) => `${period.id.replace('.c.', ' ')} ${outcome}`,
  );

test.each([
  { what: 'kept', history: { periods: periodsOf('group-1', { kept: { 1: '2026-01-07T12:00Z' } }) } },
  { what: 'no-check-in', history: {} },
  { what: 'neutral', history: { periods: periodsOf('group-1', { prompts: { 1: 'missed' } }) } },
  { what: 'neutral', history: { periods: periodsOf('group-1', { prompts: { 1: 'due' } }) } },
  { what: 'neutral', history: { periods: periodsOf('group-1', { prompts: { 1: 'resting' } }) } },
  { what: 'break', history: { breaks: [aRest('2026-01-11', '2026-01-20')] } },
  { what: 'break', history: { breaks: [aRest('2026-01-11', undefined)], pauses: [pause('2026-01-05', '2026-01-11')] } },
  { what: 'paused', history: { pauses: [pause('2026-01-01', '2026-01-05')] } },
  { what: 'no-check-in', history: { breaks: [aRest('2026-01-05', '2026-01-11', 'group-2')] } },
  { what: 'no-check-in', history: { breaks: [aRest('2026-01-12', '2026-01-20')] } },
] as const)('the first week is $what', ({ what, history }) => {
  const [first] = periodResults(aHistory(history), { after: undefined, now: instant('2026-01-14T12:00Z') });
  expect(first?.outcome).toBe(what);
});

test('a check-in counts in a break, in a pause and in a week without a prompt', () => {
  const history = aHistory({
    periods: periodsOf('group-1', {
      kept: { 1: '2026-01-07T12:00Z', 2: '2026-01-14T12:00Z', 3: '2026-01-21T12:00Z' },
      prompts: { 3: 'missed' },
    }),
    breaks: [aRest('2026-01-05', '2026-01-11')],
    pauses: [pause('2026-01-12', '2026-01-18')],
  });
  expect(outcomesOf(history, '2026-01-28T12:00Z').slice(0, 3)).toEqual([
    'group-1 1 kept',
    'group-1 2 kept',
    'group-1 3 kept',
  ]);
});

test('the running week and one in its grace are open, and those to come are not listed', () => {
  expect(outcomesOf(aHistory(), '2026-01-20T22:59Z')).toEqual([
    'group-1 1 no-check-in',
    'group-1 2 open',
    'group-1 3 open',
  ]);
  expect(outcomesOf(aHistory(), '2026-01-20T23:00Z')).toEqual([
    'group-1 1 no-check-in',
    'group-1 2 no-check-in',
    'group-1 3 open',
  ]);
});

test('only weeks that close after a moment are listed where one is given', () => {
  expect(outcomesOf(aHistory(), '2026-01-27T12:00Z', '2026-01-18T23:00Z')).toEqual([
    'group-1 3 open',
    'group-1 4 open',
  ]);
});

test('whoever learns alone has weeks of their own', () => {
  const alone = aHistory({ memberships: [], periods: [] });
  const history = { ...alone, periods: [ownWeek(2, '2026-01-14T12:00Z', alone)] };
  expect(outcomesOf(history, '2026-01-22T12:00Z')).toEqual(['ada 1 no-check-in', 'ada 2 kept', 'ada 3 open']);
});

test('a week belongs to whatever the member is in when it closes: alone, in a group, alone, in another group', () => {
  const history = aHistory({
    memberships: [
      { groupId: 'group-1', joinedAt: instant('2026-01-14T12:00Z'), leftAt: instant('2026-01-27T12:00Z') },
      { groupId: 'group-2', joinedAt: instant('2026-02-03T12:00Z'), leftAt: undefined },
    ],
    periods: [...periodsOf('group-1'), ...periodsOf('group-2')],
  });
  expect(outcomesOf(history, '2026-02-11T12:00Z')).toEqual([
    'ada 1 no-check-in',
    'group-1 2 no-check-in',
    'group-1 3 no-check-in',
    'ada 4 no-check-in',
    'group-2 5 no-check-in',
    'group-2 6 open',
  ]);
});

test('what was written alone before joining keeps the week of the group in which it was written', () => {
  const history = aHistory({ memberships: [{ ...inGroup, joinedAt: instant('2026-01-14T12:00Z') }] });
  const alone = ownWeek(2, '2026-01-13T12:00Z', history);
  const outcomes = outcomesOf({ ...history, periods: [...history.periods, alone] }, '2026-01-22T12:00Z');
  expect(outcomes).toEqual(['ada 1 no-check-in', 'group-1 2 kept', 'group-1 3 open']);
});

test('what was written in a group before leaving keeps the week of one’s own in which it was written', () => {
  const history = aHistory({
    memberships: [{ ...inGroup, leftAt: instant('2026-01-15T12:00Z') }],
    periods: periodsOf('group-1', { kept: { 1: '2026-01-06T12:00Z' } }, 'two-weekly'),
  });
  expect(outcomesOf(history, '2026-01-22T12:00Z')).toEqual(['ada 2 kept', 'ada 3 open']);
  const stayed = { ...history, memberships: [{ ...inGroup, leftAt: instant('2026-01-07T12:00Z') }] };
  expect(outcomesOf(stayed, '2026-01-22T12:00Z')).toEqual(['ada 1 kept', 'ada 2 no-check-in', 'ada 3 open']);
});

test('what was written in a group that was left counts once, also when only later weeks are listed', () => {
  const history = aHistory({
    memberships: [{ ...inGroup, leftAt: instant('2026-01-07T12:00Z') }],
    periods: periodsOf('group-1', { kept: { 1: '2026-01-06T12:00Z' } }, 'two-weekly'),
  });
  expect(outcomesOf(history, '2026-01-22T12:00Z', '2026-01-11T23:00Z')).toEqual(['ada 2 no-check-in', 'ada 3 open']);
});

test('a result is settled when its grace is over and those before it are', () => {
  const results = periodResults(aHistory(), { after: undefined, now: instant('2026-01-20T22:59Z') });
  expect(settledResults(results, instant('2026-01-20T22:59Z')).map(({ period }) => period.sequence)).toEqual([1]);
  expect(settledResults(results, instant('2026-01-20T23:00Z')).map(({ period }) => period.sequence)).toEqual([1, 2]);
  expect(settledResults(results, instant('2026-02-20T23:00Z'))).toHaveLength(3);
});

test('where somebody was until a moment says from when to when, and nothing of what came after it', () => {
  const moment = instant('2026-01-18T23:00Z');
  const until = (leftAt?: string, groupId = 'group-1') =>
    groundsUntil(
      aHistory({ memberships: [{ groupId, joinedAt, leftAt: leftAt ? instant(leftAt) : undefined }] }),
      moment,
    );
  const stays = until();
  expect(until('2026-01-19T12:00Z')).toBe(stays);
  expect(until('2026-01-18T12:00Z')).not.toBe(stays);
  expect(until(undefined, 'group-2')).not.toBe(stays);
  const later = { groupId: 'group-2', joinedAt: instant('2026-01-19T12:00Z'), leftAt: undefined };
  expect(groundsUntil(aHistory({ memberships: [inGroup, later] }), moment)).toBe(stays);
});

test('rests after a moment say nothing about it, and the open end of a pause changes nothing', () => {
  const until = (history: Partial<MemberHistory>) => groundsUntil(aHistory(history), instant('2026-01-18T23:00Z'));
  expect(until({ breaks: [aRest('2026-02-02', '2026-02-08')], pauses: [] })).toBe(until({}));
  expect(until({ breaks: [aRest('2026-01-12', undefined)] })).toBe(
    until({ breaks: [aRest('2026-01-12', '2026-02-08')] }),
  );
  expect(until({ pauses: [pause('2026-01-05', '2026-01-11')] })).not.toBe(until({}));
  expect(until({ pauses: [pause('2026-01-05', '2026-01-11')] })).not.toBe(
    until({ breaks: [aRest('2026-01-05', '2026-01-11')] }),
  );
  expect(until({ breaks: [aRest('2026-01-12', '2026-01-13')] })).not.toBe(
    until({ breaks: [aRest('2026-01-12', undefined)] }),
  );
});

const FIRST = day('2026-01-05');
const aSpan = fc.tuple(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 20 })).map(([after, length]) => ({
  firstDay: FIRST.add({ days: after }),
  lastDay: FIRST.add({ days: after + length }),
}));

/** Where somebody was, what they wrote when, and when anybody rested. */
const anyHistory: fc.Arbitrary<MemberHistory> = fc
  .record({
    moves: fc.array(fc.integer({ min: 1, max: 90 * 24 }), { maxLength: 4 }),
    rhythms: fc.tuple(...(['weekly', 'two-weekly'] as const).map((rhythm) => fc.constant(rhythm))),
    kept: fc.array(fc.integer({ min: 1, max: 13 }), { maxLength: 20 }),
    neutral: fc.array(fc.integer({ min: 1, max: 13 }), { maxLength: 4 }),
    pauses: fc.array(aSpan, { maxLength: 3 }),
    breaks: fc.array(aSpan, { maxLength: 3 }),
  })
  .map(({ moves, rhythms: [one, other], kept, neutral, pauses, breaks }) => {
    const happened = {
      prompts: Object.fromEntries(neutral.map((sequence) => [sequence, 'missed' as const])),
      kept: Object.fromEntries(kept.map((sequence) => [sequence, writtenIn(sequence)])),
    };
    return aHistory({
      memberships: stays(moves.toSorted((a, b) => a - b)),
      periods: [...periodsOf('group-1', happened, one), ...periodsOf('group-2', happened, other)],
      pauses,
      breaks: breaks.map(({ firstDay, lastDay }) => aRest(`${firstDay}`, `${lastDay}`)),
    });
  });

/** Wednesday of the week with this number. */
const writtenIn = (week: number) =>
  FIRST.add({ days: 7 * week - 5 })
    .toString()
    .concat('T12:00Z');

/** In a group, out of it, in the other, out of it: so many hours after the beginning each. */
function stays(hours: readonly number[]): MemberHistory['memberships'] {
  const at = (index: number) => (hours[index] === undefined ? undefined : joinedAt.add({ hours: hours[index] }));
  return [0, 2].flatMap((index) => {
    const from = at(index);
    return from ? [{ groupId: index === 0 ? 'group-1' : 'group-2', joinedAt: from, leftAt: at(index + 1) }] : [];
  });
}

const NOW = instant('2026-04-09T12:00Z');

test('a streak reckoned in two pieces is the streak of the whole, wherever it is cut', () => {
  fc.assert(
    fc.property(anyHistory, fc.integer({ min: 0, max: 90 }), (history, days) => {
      const cutAt = joinedAt.add({ hours: 24 * days });
      const settled = settledResults(periodResults(history, { after: undefined, now: cutAt }), cutAt);
      const after = settled.at(-1)?.period.closesAt;
      const late = periodResults(history, { after, now: NOW });
      const whole = explainStreak(periodResults(history, { after: undefined, now: NOW }));
      const { kept, quarters } = explainStreak(late, explainStreak(settled));
      expect({ kept, quarters }).toEqual({ kept: whole.kept, quarters: whole.quarters });
    }),
    { numRuns: runs(30) },
  );
});

test('neither a break nor a pause, in hindsight or ahead, ever shortens a streak', () => {
  fc.assert(
    fc.property(anyHistory, aSpan, fc.boolean(), (history, rest, isBreak) => {
      const rested = isBreak
        ? { ...history, breaks: [...history.breaks, aRest(`${rest.firstDay}`, `${rest.lastDay}`)] }
        : { ...history, pauses: [...history.pauses, rest] };
      expect(numberOf(rested)).toBeGreaterThanOrEqual(numberOf(history));
    }),
    { numRuns: runs(30) },
  );
});

test('one more check-in never shortens a streak', () => {
  fc.assert(
    fc.property(anyHistory, fc.nat(), (history, at) => {
      const index = at % history.periods.length;
      const periods = history.periods.map((period, place) =>
        place === index ? { ...period, keptAt: period.keptAt ?? period.opensAt.add({ hours: 30 }) } : period,
      );
      expect(numberOf({ ...history, periods })).toBeGreaterThanOrEqual(numberOf(history));
    }),
    { numRuns: runs(30) },
  );
});

function numberOf(history: MemberHistory): number {
  return explainStreak(periodResults(history, { after: undefined, now: NOW })).kept;
}
