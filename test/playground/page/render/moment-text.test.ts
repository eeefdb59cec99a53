import { expect, test } from 'vitest';
import { relativeText, sentText } from '../../../../playground/page/render/moment-text.ts';

const now = Date.UTC(2026, 10, 22, 12);
const london = { locale: 'en-GB', timeZone: 'Europe/London', now };

test.each([
  [0, 'in 0 seconds'],
  [-5, '5 seconds ago'],
  [59, 'in 59 seconds'],
  [60, 'in 1 minute'],
  [-3_599, '59 minutes ago'],
  [7_200, 'in 2 hours'],
  [-86_400, '1 day ago'],
  [86_400 * 40, 'in 1 month'],
  [-86_400 * 800, '2 years ago'],
])('%i seconds from now is %s', (seconds, text) => {
  expect(relativeText(now / 1_000 + seconds, london)).toBe(text);
});

test('a message of today, of yesterday and of long ago, by the reader’s own midnight', () => {
  const at = (...parts: [number, number, number, number]) => Date.UTC(...parts);
  expect(sentText(at(2026, 10, 22, 9), london)).toBe('Today at 09:00');
  expect(sentText(at(2026, 10, 21, 23), london)).toBe('Yesterday at 23:00');
  expect(sentText(at(2026, 10, 21, 23), { ...london, timeZone: 'Europe/Helsinki' })).toBe('Today at 01:00');
  expect(sentText(at(2026, 10, 20, 9), london)).toBe('20/11/2026, 09:00');
});
