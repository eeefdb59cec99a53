import { expect, test } from 'vitest';
import { hoursToPhaseEnd, observePace, workOf } from '../../src/domain/plan-work.ts';
import { type ItemRecord, summariseProgress } from '../../src/domain/progress.ts';
import { aBuildTask, aRoadmap, aStep, aTopic, instant } from '../support/builders.ts';
import { day } from '../support/plans.ts';

const roadmap = aRoadmap({
  steps: [
    aStep({
      id: 'git',
      topics: [aTopic({ id: 'commit', hours: 3, was: ['vcs/commit'] }), aTopic({ id: 'branch', hours: 4 })],
      retiredTopics: [aTopic({ id: 'svn', hours: 1 })],
      build: aBuildTask({ hours: 5 }),
    }),
    aStep({ id: 'sql', phaseId: 'core', topics: [aTopic({ id: 'joins', hours: 2 })], build: aBuildTask({ hours: 6 }) }),
  ],
  retiredSteps: [aStep({ id: 'ftp', topics: [aTopic({ id: 'put', hours: 2 })] })],
});

const done = (itemId: string, since = '2026-03-04T20:00Z'): ItemRecord => ({
  itemId,
  state: 'done',
  since: instant(since),
});
const work = (records: readonly ItemRecord[], zone = 'UTC') =>
  workOf(roadmap, records, zone).map(({ day: on, hours }) => [on.toString(), hours]);

test('a ticked topic is its hours, on the day of the tick in the member’s zone', () => {
  const late = [done('git/commit', '2026-03-04T23:30Z')];
  expect(work(late)).toEqual([['2026-03-04', 3]]);
  expect(work(late, 'Asia/Kathmandu')).toEqual([['2026-03-05', 3]]);
  expect(work(late, 'America/New_York')).toEqual([['2026-03-04', 3]]);
});

test('a step that is done counts all its items, each on its own day', () => {
  const records = [done('git', '2026-03-10T12:00Z'), done('git/commit', '2026-03-04T12:00Z')];
  expect(work(records)).toEqual([
    ['2026-03-04', 3],
    ['2026-03-10', 4],
    ['2026-03-10', 1],
    ['2026-03-10', 5],
  ]);
});

test('a former id, a retired topic and a retired step were work all the same', () => {
  expect(work([done('vcs/commit')])).toEqual([['2026-03-04', 3]]);
  expect(work([done('git/svn'), done('ftp/put')])).toEqual([
    ['2026-03-04', 1],
    ['2026-03-04', 2],
  ]);
});

test('what was set aside later was done nevertheless, and what is only started was not', () => {
  const at = instant('2026-03-10T12:00Z');
  expect(work([done('git/commit'), { itemId: 'git', state: 'aside', since: at }])).toEqual([['2026-03-04', 3]]);
  expect(work([{ itemId: 'git', state: 'started', since: at }])).toEqual([]);
  expect(work([done('nothing/here')])).toEqual([]);
});

test('a week ends on Sunday', () => {
  const sunday = [{ day: day('2026-03-08'), hours: 4 }];
  expect(observePace(sunday, day('2026-03-08')).weeks).toBe(0);
  expect(observePace(sunday, day('2026-03-09')).weeks).toBe(1);
  const both = [...sunday, { day: day('2026-03-09'), hours: 6 }];
  expect(observePace(both, day('2026-03-16'))).toEqual({ hours: 5, weeks: 2 });
});

test('weeks across the turn of a year, and before 1970, are weeks', () => {
  const turn = [
    { day: day('2025-12-29'), hours: 1 },
    { day: day('2026-01-04'), hours: 2 },
  ];
  expect(observePace(turn, day('2026-01-05'))).toEqual({ hours: 3, weeks: 1 });
  expect(observePace([{ day: day('1969-12-28'), hours: 1 }], day('1969-12-29')).weeks).toBe(1);
});

test('only the last eight active weeks tell the pace, though all are counted', () => {
  const weeks = Array.from({ length: 12 }, (_, week) => ({
    day: day('2026-01-05').add({ weeks: week }),
    hours: week < 4 ? 40 : 5,
  }));
  expect(observePace(weeks, day('2026-06-01'))).toEqual({ hours: 5, weeks: 12 });
});

test('the phase ends with its last step that was not set aside', () => {
  const left = (records: readonly ItemRecord[]) => hoursToPhaseEnd(summariseProgress(roadmap, records));
  const at = instant('2026-03-10T12:00Z');
  expect(left([])).toBe(12);
  expect(left([done('git/commit')])).toBe(9);
  expect(left([done('git')])).toBe(8);
  expect(left([{ itemId: 'git', state: 'aside', since: at }])).toBe(8);
  expect(left([done('git'), done('sql')])).toBeUndefined();
});
