import { setTimeout as pause } from 'node:timers/promises';
import { openDatabase } from '../../src/store/database.ts';
import { findSetting, saveSetting } from '../../src/store/setting-store.ts';

/** A program for database.test.ts: adds one to a number in one slow transaction, and says when it has read. */
const [file = '', milliseconds = '0'] = process.argv.slice(2);
const db = openDatabase(file);
await db.transaction().execute(async (trx) => {
  const before = Number(await findSetting(trx, 'app', 'number'));
  process.stdout.write('read\n');
  await pause(Number(milliseconds));
  await saveSetting(trx, 'app', 'number', String(before + 1));
});
await db.destroy();
