import { expect, test } from 'vitest';
import { readCheckIn } from '../../src/domain/check-in-form.ts';
import { day } from '../support/plans.ts';

const week = { firstDay: day('2026-01-05'), lastDay: day('2026-01-11') };
const typed = { did: 'Nothing this week.', next: '', obstacle: '', hours: '' };

test('a form is read without blanks around the words; empty fields are none', () => {
  const reading = readCheckIn({ did: ' Read.\n', next: '\u200B ', obstacle: ' Time ', hours: ' ' }, week);
  expect(reading).toEqual({
    kind: 'read',
    words: { did: 'Read.', next: undefined, obstacle: 'Time', hours: undefined },
  });
});

test.each([
  ['0', 0],
  ['3', 3],
  ['3.5', 3.5],
  ['3,25 h', 3.25],
  ['12 hours', 12],
  ['1 Hour', 1],
  ['3:30', 3.5],
  ['3h30', 3.5],
  ['3 h 30 min', 3.5],
  ['90 min', 1.5],
  ['90m', 1.5],
  ['168', 168],
])('"%s" are %d hours', (hours, read) => {
  expect(readCheckIn({ ...typed, hours }, week)).toMatchObject({ kind: 'read', words: { hours: read } });
});

test.each([
  { what: 'nothing to see', change: { did: '\u200B\u200F ' }, problem: 'nothing-said' },
  { what: 'too much', change: { did: 'a'.repeat(1001) }, problem: 'too-long' },
  { what: 'too much of what is next', change: { next: 'a'.repeat(501) }, problem: 'too-long' },
  { what: 'too much of what is in the way', change: { obstacle: 'a'.repeat(501) }, problem: 'too-long' },
  { what: 'hours in words', change: { hours: 'many' }, problem: 'no-hours' },
  { what: 'less than no hours', change: { hours: '-1' }, problem: 'no-hours' },
  { what: 'more minutes than an hour has', change: { hours: '3:75' }, problem: 'no-hours' },
  { what: 'more hours than a week has', change: { hours: '168.5' }, problem: 'too-many-hours' },
])('$what is refused: $problem', ({ change, problem }) => {
  expect(readCheckIn({ ...typed, ...change }, week)).toEqual({ kind: 'refused', problem });
});

test('a form at its limits is read whole', () => {
  const full = { did: 'd'.repeat(1000), next: 'n'.repeat(500), obstacle: 'o'.repeat(500), hours: '24' };
  expect(readCheckIn(full, { firstDay: week.firstDay, lastDay: week.firstDay })).toEqual({
    kind: 'read',
    words: { ...full, hours: 24 },
  });
});
