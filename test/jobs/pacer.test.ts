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

test('after a pause as many may leave at once as the slack allows', async () => {
  const waits: number[] = [];
  const pacer = createPacer({ wait: async (milliseconds) => void waits.push(milliseconds) }, 1000, 100);
  await Promise.all(Array.from({ length: 200 }, () => pacer.turn()));
  expect(waits.length).toBeGreaterThan(80);
  expect(waits.length).toBeLessThan(100);
});

test('whoever is late holds up those behind: no crowd leaves at the same moment', async () => {
  const begun: (() => void)[] = [];
  const wait = () => new Promise<void>((resolve) => begun.push(resolve));
  const pacer = createPacer({ wait }, 10, 0);
  const turns = [pacer.turn(), pacer.turn(), pacer.turn()];
  await turns[0];
  await Promise.resolve();
  expect(begun).toHaveLength(1);
  begun[0]?.();
  await turns[1];
  await Promise.resolve();
  expect(begun).toHaveLength(2);
  begun[1]?.();
  await turns[2];
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
