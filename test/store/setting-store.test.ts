import { expect, test } from 'vitest';
import { findSetting, saveSetting } from '../../src/store/setting-store.ts';
import { freshDatabase } from '../support/database.ts';

test('a setting that was never made is not there', async () => {
  expect(await findSetting(await freshDatabase(), 'app', 'registered-in')).toBeUndefined();
});

test('a setting comes back as it went in, also empty and with odd characters', async () => {
  const db = await freshDatabase();
  await saveSetting(db, 'app', 'empty', '');
  await saveSetting(db, 'app', 'odd', "'; DROP TABLE setting; -- 😀");

  expect(await findSetting(db, 'app', 'empty')).toBe('');
  expect(await findSetting(db, 'app', 'odd')).toBe("'; DROP TABLE setting; -- 😀");
});

test('the last value of a setting holds', async () => {
  const db = await freshDatabase();
  await saveSetting(db, 'app', 'registered-in', '1');
  await saveSetting(db, 'app', 'registered-in', '2');
  expect(await findSetting(db, 'app', 'registered-in')).toBe('2');
});

test('two applications on one database do not see each other, nor do two names', async () => {
  const db = await freshDatabase();
  await saveSetting(db, 'app', 'registered-in', '1');
  await saveSetting(db, 'other', 'registered-in', '2');

  expect(await findSetting(db, 'app', 'registered-in')).toBe('1');
  expect(await findSetting(db, 'other', 'registered-in')).toBe('2');
  expect(await findSetting(db, 'third', 'registered-in')).toBeUndefined();
  expect(await findSetting(db, 'app', 'registered')).toBeUndefined();
});
