import { expect, test, vi } from 'vitest';
import { createAlarm } from '../../src/jobs/delivery.ts';
import { instant } from '../support/builders.ts';

const now = instant('2026-03-10T12:00Z');

/** An alarm whose waits end when the test says so. */
function anAlarm() {
  const waits: { readonly milliseconds: number; end(): void }[] = [];
  const wait = (milliseconds: number) => new Promise<void>((end) => waits.push({ milliseconds, end }));
  return { alarm: createAlarm({ now: () => now, wait }), waits, wake: vi.fn() };
}

test('whoever is due later than another is woken, too', async () => {
  const { alarm, waits, wake } = anAlarm();
  alarm.set(now.add({ seconds: 1 }), wake);
  alarm.set(now.add({ seconds: 5 }), wake);
  alarm.set(now.add({ seconds: 3 }), wake);
  expect(waits.map(({ milliseconds }) => Math.round(milliseconds / 1000))).toEqual([1, 5, 3]);
  for (const { milliseconds, end } of waits) {
    expect(milliseconds % 1000).toBeGreaterThan(0); // Not a moment before it is due.
    end();
  }
  await Promise.resolve();
  expect(wake).toHaveBeenCalledTimes(3);
});

test('those that are due at nearly the same time are woken together, and again another time', async () => {
  const { alarm, waits, wake } = anAlarm();
  for (const milliseconds of [1000, 1010, 1020]) alarm.set(now.add({ milliseconds }), wake);
  expect(waits).toHaveLength(1);
  waits[0]?.end();
  await Promise.resolve();
  expect(wake).toHaveBeenCalledTimes(1);
  alarm.set(now.add({ milliseconds: 1010 }), wake);
  expect(waits).toHaveLength(2);
});

test('what the next tick finds needs no alarm, and what is due already is not waited for', () => {
  const { alarm, waits, wake } = anAlarm();
  alarm.set(now.add({ seconds: 60 }), wake);
  expect(waits).toEqual([]);
  alarm.set(now.subtract({ seconds: 5 }), wake);
  expect(waits[0]?.milliseconds).toBe(0);
});
