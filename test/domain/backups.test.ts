import { expect, test } from 'vitest';
import { isBackupDue } from '../../src/domain/backups.ts';
import { instant } from '../support/builders.ts';

test.each([
  { newest: undefined, isDue: true },
  { newest: '2026-03-01T12:00:00Z', isDue: true },
  { newest: '2026-03-01T11:00:00Z', isDue: true },
  { newest: '2026-03-01T12:00:01Z', isDue: false },
  { newest: '2026-03-02T12:00:00Z', isDue: false },
  { newest: '2026-03-03T12:00:00Z', isDue: false }, // The clock went back.
])('a day after $newest a copy is due: $isDue', ({ newest, isDue }) => {
  expect(isBackupDue(newest === undefined ? undefined : instant(newest), instant('2026-03-02T12:00Z'))).toBe(isDue);
});
