import { expect, test } from 'vitest';
import { daysAway, isBackAfterAway } from '../../src/domain/plan-return.ts';
import { instant } from '../support/builders.ts';

const seenAt = instant('2026-03-01T22:00Z');

test.each([
  ['2026-03-15T21:59:59Z', false],
  ['2026-03-15T22:00:00Z', true],
  ['2027-03-15T22:00:00Z', true],
  ['2026-02-01T22:00:00Z', false],
])('seen on 1 March at 22:00, back on %s: welcomed %s', (now, expected) => {
  expect(isBackAfterAway(seenAt, instant(now))).toBe(expected);
});

test('the days away are those between, in the member’s own zone', () => {
  const away = (zone: string, now = '2026-03-16T22:00Z') => {
    const days = daysAway(seenAt, instant(now), zone);
    return days && [days.firstDay, days.lastDay].map(String);
  };
  expect(away('UTC')).toEqual(['2026-03-02', '2026-03-15']);
  expect(away('Asia/Kathmandu')).toEqual(['2026-03-03', '2026-03-16']);
  expect(away('UTC', '2026-03-03T01:00Z')).toEqual(['2026-03-02', '2026-03-02']);
  expect(away('UTC', '2026-03-02T23:00Z')).toBeUndefined();
});
