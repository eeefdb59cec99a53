import { expect, test } from 'vitest';
import { maySeeProgress } from '../../src/domain/progress-sight.ts';

test.each([
  { progressVisibility: 'nobody', inGroup: false, elsewhere: false },
  { progressVisibility: 'group', inGroup: true, elsewhere: false },
  { progressVisibility: 'server', inGroup: true, elsewhere: true },
] as const)('progress for $progressVisibility', ({ progressVisibility, inGroup, elsewhere }) => {
  expect(maySeeProgress({ progressVisibility }, true)).toBe(inGroup);
  expect(maySeeProgress({ progressVisibility }, false)).toBe(elsewhere);
});
