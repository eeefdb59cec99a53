import { expect, test } from 'vitest';
import { countSteps, dayOfPart, restOn } from '../../src/domain/group-reading.ts';
import type { Milestone } from '../../src/domain/milestone.ts';
import type { GroupBreak } from '../../src/domain/study-group.ts';
import { Temporal } from '../../src/lib/temporal.ts';
import { aRoadmap, aStep, instant } from '../support/builders.ts';

const day = Temporal.PlainDate.from;
const done = (...ids: readonly string[]) => ids.map((itemId) => ({ itemId, state: 'done' as const }));
const sharing = (...members: readonly ReturnType<typeof done>[]) =>
  new Map(members.map((records, index) => [`member-${index}`, records]));

test.each([0, 1, 2])('%i members who show their steps are too few for numbers: they would name somebody', (count) => {
  expect(countSteps(aRoadmap(), sharing(...Array.from({ length: count }, () => done('git'))))).toBeUndefined();
});

test('from three members on each step is counted, also where nobody has done it', () => {
  const counts = countSteps(aRoadmap(), sharing(done('internet'), done('internet'), []));
  expect(counts?.sharing).toBe(3);
  expect(counts?.steps.map(({ step, done: count }) => [step.id, count])).toEqual([
    ['internet', 2],
    ['git', 0],
  ]);
});

test('a step counts as its member sees it: started does not, nor one set aside; a former id does', () => {
  const roadmap = aRoadmap({ steps: [aStep({ id: 'git', was: ['version-control'] })] });
  const counts = countSteps(
    roadmap,
    new Map([
      ['a', done('version-control')],
      ['b', [...done('version-control'), { itemId: 'git', state: 'aside' as const }]],
      ['c', [{ itemId: 'git', state: 'started' as const }]],
    ]),
  );
  expect(counts?.steps[0]?.done).toBe(1);
});

const opened = (part: number, dueAt: string): Milestone => ({
  groupId: 'early',
  kind: 'part',
  part,
  dueAt: instant(dueAt),
  moved: undefined,
  fate: 'planned',
  postKey: undefined,
});

test.each([
  { now: '2026-04-02T16:00Z', part: 2, number: 1 },
  { now: '2026-04-02T21:59Z', part: 2, number: 1 },
  { now: '2026-04-02T22:00Z', part: 2, number: 2 },
  { now: '2026-04-15T10:00Z', part: 2, number: 14 },
  { now: '2026-04-15T10:00Z', part: 0, number: 0 },
  { now: '2026-04-15T10:00Z', part: 9, number: 0 },
])('at $now it is day $number of part $part on the group’s own calendar', ({ now, part, number }) => {
  const rows = [opened(1, '2026-03-02T17:00Z'), opened(2, '2026-04-02T16:00Z')];
  expect(dayOfPart(rows, part, { zone: 'Europe/Berlin' }, instant(now))).toBe(number);
});

const aBreak = (overrides: Partial<GroupBreak>): GroupBreak => ({
  id: 'break',
  groupId: 'early',
  kind: 'break',
  firstDay: day('2026-12-21'),
  lastDay: day('2027-01-03'),
  shifts: true,
  recordedAt: instant('2026-12-01T12:00Z'),
  ...overrides,
});

test.each([
  { today: '2026-12-20', rests: false },
  { today: '2026-12-21', rests: true },
  { today: '2027-01-03', rests: true },
  { today: '2027-01-04', rests: false },
])('a break lasts from its first day to its last: on $today $rests', ({ today, rests }) => {
  expect(restOn([aBreak({})], day(today)) !== undefined).toBe(rests);
});

test('a pause that has not ended lasts from its first day on', () => {
  const pause = aBreak({ kind: 'pause', lastDay: undefined });
  expect(restOn([pause], day('2026-12-20'))).toBeUndefined();
  expect(restOn([pause], day('2028-01-01'))).toBe(pause);
});
