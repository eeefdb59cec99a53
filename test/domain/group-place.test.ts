import { expect, test } from 'vitest';
import { groupPlace } from '../../src/domain/group-place.ts';
import { milestoneCode } from '../../src/domain/milestone.ts';
import { datesOf } from '../../src/domain/milestone-calendar.ts';
import { replan } from '../../src/domain/milestone-plan.ts';
import type { GroupBreak } from '../../src/domain/study-group.ts';
import { instant } from '../support/builders.ts';
import { aBreak, aCalendarInput } from '../support/study-groups.ts';

const rows = replan([], 'group1', datesOf(aCalendarInput()), instant('2025-12-01T12:00Z'));

/** The part, and what comes next: "3, p4". */
function placeAt(now: string, own = rows, pause?: GroupBreak): string {
  const { part, next } = groupPlace(own, instant(now), pause);
  return `${part}, ${next ? milestoneCode(next) : 'nothing'}`;
}

test.each([
  ['2025-12-01T12:00Z', '0, w', 'long before the start'],
  ['2025-12-30T12:00Z', '0, k', 'in the week before'],
  ['2026-01-05T16:59Z', '0, k', 'a minute before the kick-off'],
  ['2026-01-05T17:00Z', '1, e1', 'at the kick-off'],
  ['2026-02-05T16:59Z', '1, e1', 'a minute before part 2'],
  ['2026-02-05T17:00Z', '2, p3', 'at part 2'],
  ['2026-05-05T16:00Z', '5, p6', 'half-way'],
  ['2026-09-05T15:59Z', '8, e4', 'a minute before graduation'],
  ['2026-09-05T16:00Z', '9, nothing', 'at graduation'],
  ['2030-01-01T12:00Z', '9, nothing', 'long after'],
])('at %s it is %s: %s', (now, place) => {
  expect(placeAt(now)).toBe(place);
});

test('a part that nobody announces is open all the same, and is not what comes next', () => {
  for (const fate of ['skipped', 'missed', 'before-cairn'] as const) {
    const own = rows.map((row) => (milestoneCode(row) === 'p3' ? { ...row, fate } : row));
    expect(placeAt('2026-03-01T12:00Z', own)).toBe('2, p4');
    expect(placeAt('2026-03-10T12:00Z', own)).toBe('3, p4');
  }
});

test.each([
  ['2026-02-20T12:00Z', '2026-02-20T12:00Z', '2, nothing', 'as it begins'],
  ['2026-02-20T12:00Z', '2026-06-20T12:00Z', '2, nothing', 'however long it lasts'],
  ['2026-01-02T12:00Z', '2026-02-20T12:00Z', '0, nothing', 'when it began before the start'],
  ['2026-09-10T12:00Z', '2026-09-20T12:00Z', '9, nothing', 'after graduation'],
])('in a pause from %s on it is at %s still %s: %s', (since, now, place) => {
  const firstDay = since.slice(0, 10);
  const pause = aBreak(firstDay, firstDay, { kind: 'pause', lastDay: undefined, recordedAt: instant(since) });
  expect(placeAt(now, rows, pause)).toBe(place);
});

test('what was announced ahead of its date is not what comes next', () => {
  const own = rows.map((row) =>
    milestoneCode(row) === 'p3' ? { ...row, fate: 'posted' as const, postKey: 'group1.m.p3' } : row,
  );
  expect(placeAt('2026-03-01T12:00Z', own)).toBe('2, p4');
});

test('a part that was moved behind a later one does not take the group back', () => {
  const own = rows.map((row) => (milestoneCode(row) === 'p3' ? { ...row, dueAt: instant('2026-04-10T16:00Z') } : row));
  expect(placeAt('2026-04-06T12:00Z', own)).toBe('4, p3');
  expect(placeAt('2026-04-11T12:00Z', own)).toBe('4, e2');
});

test('the end of a phase opens no part, wherever it was moved', () => {
  const own = rows.map((row) => (milestoneCode(row) === 'e4' ? { ...row, dueAt: instant('2026-01-06T17:00Z') } : row));
  expect(placeAt('2026-01-10T12:00Z', own)).toBe('1, e1');
});

test('of two parts at one instant the first comes next', () => {
  const own = rows.map((row) => (milestoneCode(row) === 'p4' ? { ...row, dueAt: instant('2026-03-05T17:00Z') } : row));
  expect(placeAt('2026-03-01T12:00Z', own)).toBe('2, p3');
  expect(placeAt('2026-03-01T12:00Z', own.toReversed())).toBe('2, p3');
});

test('the order of the rows does not matter, and without rows there is no place yet', () => {
  expect(placeAt('2026-01-05T17:00Z', rows.toReversed())).toBe('1, e1');
  expect(placeAt('2026-01-05T17:00Z', [])).toBe('0, nothing');
});
