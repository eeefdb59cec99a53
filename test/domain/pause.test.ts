import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPause } from '../../src/domain/pause.ts';
import { readDay } from '../../src/domain/pause-days.ts';
import { daysAway } from '../../src/domain/plan-return.ts';
import { Temporal } from '../../src/lib/temporal.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const today = day('2026-11-22');
const read = (typed: string, language = 'en') => readDay(typed, { today, language })?.toString();

test.each([
  ['2026-12-24', '2026-12-24'],
  ['2026/12/24', '2026-12-24'],
  ['24.12.', '2026-12-24'],
  ['24.12', '2026-12-24'],
  ['24. 12. 2027', '2027-12-24'],
  ['24.12.27', '2027-12-24'],
  ['24/12', '2026-12-24'],
  ['12/24', '2026-12-24'],
  ['12/24/2027', '2027-12-24'],
  ['5/5', '2027-05-05'],
  ['Dec 24', '2026-12-24'],
  ['24 dec', '2026-12-24'],
  ['24th of December', '2026-12-24'],
  ['December 24, 2027', '2027-12-24'],
  ['  DEC   24 ', '2026-12-24'],
  ['Sept 1', '2026-09-01'],
  ['Jan 6', '2027-01-06'],
  ['Nov 20', '2026-11-20'],
  ['29.2.', '2028-02-29'],
  ['today', '2026-11-22'],
  ['Yesterday', '2026-11-21'],
  ['tomorrow', '2026-11-23'],
  ['3 days ago', '2026-11-19'],
  ['1 week ago', '2026-11-15'],
  ['in 2 weeks', '2026-12-06'],
])('on 22 November 2026, "%s" is %s', (typed, expected) => {
  expect(read(typed)).toBe(expected);
});

test.each([
  '',
  'soon',
  '31.11.',
  '2026-02-29',
  '4/5',
  '0.1.',
  '13/13',
  'Dec',
  'De 24',
  'Ju 4',
  '24',
  'in 3 days ago',
  '3 days',
  '99',
])('"%s" is no day that can be told', (typed) => {
  expect(read(typed)).toBeUndefined();
});

test('months and yesterday are read in the language of the reader, too', () => {
  expect(read('24. Dezember', 'de')).toBe('2026-12-24');
  expect(read('24. Dezember')).toBeUndefined();
  expect(read('März 3', 'de')).toBe('2027-03-03');
  expect(read('gestern', 'de')).toBe('2026-11-21');
  expect(read('yesterday', 'de')).toBe('2026-11-21');
});

test('every day of the calendar is read back as it was written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40_000 }), (days) => {
      const date = day('1999-01-01').add({ days });
      expect(read(date.toString())).toBe(date.toString());
      expect(read(`${date.day}.${date.month}.${date.year}`)).toBe(date.toString());
      expect(read(date.toLocaleString('en', { dateStyle: 'long' }))).toBe(date.toString());
    }),
  );
});

const joinedOn = day('2026-10-01');
const pause = (from: string, to: string) => readPause({ from, to }, { today, joinedOn, language: 'en' });

test('a pause over the turn of the year needs no years, before it and after it', () => {
  const span = { firstDay: day('2026-12-24'), lastDay: day('2027-01-06') };
  expect(pause('Dec 24', 'Jan 6')).toEqual({ kind: 'read', span });
  const inSpring = readPause({ from: '24.12.', to: '6.1.' }, { today: day('2027-04-01'), joinedOn, language: 'en' });
  expect(inSpring).toEqual({ kind: 'read', span });
});

test('whoever was away for longer than a year can send the form as it was filled in for them', () => {
  const seenAt = Temporal.Instant.from('2025-03-01T12:00Z');
  const away = daysAway(seenAt, Temporal.Instant.from('2026-11-22T12:00Z'), 'Europe/Berlin');
  if (!away) throw new Error('There were days between.');
  const typed = { from: away.firstDay.toString(), to: away.lastDay.toString() };
  const reading = readPause(typed, { today, joinedOn: day('2025-01-01'), language: 'en' });
  expect(reading).toEqual({ kind: 'read', span: away });
});

test.each([
  ['a single day', 'yesterday', 'yesterday', { kind: 'read' }],
  ['what is no day', 'whenever', 'today', { kind: 'no-day', typed: 'whenever' }],
  ['a last day that is none', 'today', '30.2.', { kind: 'no-day', typed: '30.2.' }],
  ['days that are swapped', 'today', 'yesterday', { kind: 'ends-before-start' }],
  ['exactly a year', '2026-11-22', '2027-11-22', { kind: 'read' }],
  ['more than a year', '2026-11-22', '2027-11-23', { kind: 'too-long' }],
  ['more than a year until today', '2025-11-20', 'today', { kind: 'read' }],
  ['more than a year until tomorrow', '2025-11-20', 'tomorrow', { kind: 'too-long' }],
  ['days before joining', '2026-09-01', '2026-09-30', { kind: 'out-of-reach' }],
  ['days around joining', '2026-09-01', '2026-10-01', { kind: 'read' }],
  ['years ahead', '2028-11-23', '2028-11-24', { kind: 'out-of-reach' }],
])('%s: from "%s" to "%s"', (_what, from, to, expected) => {
  expect(pause(from, to)).toMatchObject(expected);
});
