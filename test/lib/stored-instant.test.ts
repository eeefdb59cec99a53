import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromStoredInstant, toStoredInstant } from '../../src/lib/stored-instant.ts';
import { Temporal } from '../../src/lib/temporal.ts';
import { instant } from '../support/builders.ts';

const moment = fc
  .integer({ min: Date.UTC(1970, 0), max: Date.UTC(9999, 11, 31) })
  .map((milliseconds) => Temporal.Instant.fromEpochMilliseconds(milliseconds));

test.each([
  { given: '2026-03-02T18:00Z', stored: '2026-03-02T18:00:00.000Z' },
  { given: '2026-03-02T18:00:00.5Z', stored: '2026-03-02T18:00:00.500Z' },
  { given: '2026-03-02T18:00:00.123999Z', stored: '2026-03-02T18:00:00.123Z' },
  { given: '2026-03-02T20:00+02:00', stored: '2026-03-02T18:00:00.000Z' },
])('$given is stored in UTC with exactly three decimals', ({ given, stored }) => {
  expect(toStoredInstant(instant(given))).toBe(stored);
});

test('a moment comes back as it went in, to the millisecond', () => {
  fc.assert(
    fc.property(moment, (given) => {
      expect(fromStoredInstant(toStoredInstant(given)).epochMilliseconds).toBe(given.epochMilliseconds);
    }),
  );
});

test('the order of the texts is the order of time, also a millisecond apart', () => {
  const near = fc.integer({ min: -2000, max: 2000 });
  fc.assert(
    fc.property(moment, fc.oneof(near, fc.constant(0)), (one, milliseconds) => {
      const other = one.add({ milliseconds });
      const [a, b] = [toStoredInstant(one), toStoredInstant(other)];
      expect(Math.sign(Number(a > b) - Number(a < b))).toBe(Temporal.Instant.compare(one, other));
    }),
  );
});

test.each(['', 'yesterday', '2026-03-02', '2026-13-01T00:00:00.000Z', '2026-03-02T18:00:00.000'])(
  'a text that is no instant is refused: %j',
  (text) => {
    expect(() => fromStoredInstant(text)).toThrow(RangeError);
  },
);

test('a text that toStoredInstant does not write is refused, as its comment says', () => {
  expect(() => fromStoredInstant('2026-03-02T20:00+02:00')).toThrow(RangeError);
});
