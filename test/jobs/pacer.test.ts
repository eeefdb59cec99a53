import { expect, test } from 'vitest';
import { createPacer } from '../../src/jobs/pacer.ts';

/** Waits that are written down instead of waited for. */
function aPacer(perSecond: number) {
  const waits: number[] = [];
  const pacer = createPacer({ wait: async (milliseconds) => void waits.push(milliseconds) }, perSecond);
  return { pacer, waits };
}

test('requests leave one after the other at the rate that was asked for', async () => {
  const { pacer, waits } = aPacer(10);
  await Promise.all(Array.from({ length: 50 }, () => pacer.turn()));
  expect(Math.max(...waits)).toBeGreaterThan(4700);
  expect(Math.max(...waits)).toBeLessThan(5000);
});

test('a pause is not caught up: no more leave in a second than were asked for', async () => {
  const { pacer, waits } = aPacer(1000);
  await pacer.turn();
  await new Promise((resolve) => setTimeout(resolve, 300));
  await Promise.all(Array.from({ length: 200 }, () => pacer.turn()));
  expect(waits.length).toBeGreaterThan(100);
});

test('when Discord asks for rest, nothing leaves before it is over', async () => {
  const { pacer, waits } = aPacer(100);
  pacer.rest(5000);
  await pacer.turn();
  expect(waits[0]).toBeGreaterThan(4900);
});

test('without a rate nothing waits', async () => {
  const { pacer, waits } = aPacer(Number.POSITIVE_INFINITY);
  for (let count = 0; count < 1000; count += 1) await pacer.turn();
  expect(waits).toEqual([]);
});
