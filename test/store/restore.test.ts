import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { BackupError, backUp } from '../../src/store/backup.ts';
import { openDatabase } from '../../src/store/database.ts';
import { beat, endHeartbeat, heartbeatFileOf } from '../../src/store/heartbeat.ts';
import { insertMember } from '../../src/store/member-store.ts';
import { migrateToLatest } from '../../src/store/migrate.ts';
import { demandStopped, holdDatabase, putInPlace, readCopy } from '../../src/store/restore.ts';
import { instant } from '../support/builders.ts';
import { migrationsFolder, openTestDatabase } from '../support/database.ts';
import { freshFolder } from '../support/folder.ts';
import { aMember } from '../support/progress-builders.ts';

const noon = instant('2026-03-02T12:00Z');
const later = noon.add({ hours: 5 });

/** Ada is in the copy; Grace joined after it was made. */
async function aDatabaseWithCopy() {
  const { path } = freshFolder();
  const databaseFile = join(path, 'cairn.sqlite');
  const db = openTestDatabase(databaseFile);
  await migrateToLatest(db, migrationsFolder);
  await insertMember(db, aMember());
  const folder = join(path, 'backups');
  const copy = await backUp({ databaseFile, folder, kind: 'daily', now: noon.toString(), keep: 3 });
  await insertMember(db, aMember({ id: 'member-grace', userId: 'grace' }));
  return { db, databaseFile, folder: path, copy };
}

function membersIn(file: string): unknown[] {
  const sqlite = new SQLite(file, { readonly: true });
  onTestFinished(() => void sqlite.close());
  return sqlite.prepare('SELECT user_id FROM member ORDER BY user_id').pluck().all();
}

test('a copy says when it was made and what it holds', async () => {
  const { copy } = await aDatabaseWithCopy();
  const { madeAt, members, entries, migrations } = readCopy(copy);
  expect({ madeAt: madeAt.toString(), members, entries }).toEqual({
    madeAt: '2026-03-02T12:00:00Z',
    members: 1,
    entries: 0,
  });
  expect(migrations.map((name) => `${name}.ts`)).toEqual(readdirSync(migrationsFolder).sort());
});

test('a file that is missing, no database, damaged, or not one of ours is refused with a sentence', async () => {
  const { copy, folder } = await aDatabaseWithCopy();
  const letter = join(folder, 'letter.txt');
  writeFileSync(letter, 'Dear diary, '.repeat(1000));
  const damaged = join(folder, 'damaged.sqlite');
  const bytes = readFileSync(copy);
  bytes.fill(0x5a, 4096 * 2, 4096 * 6);
  writeFileSync(damaged, bytes);
  const foreign = join(folder, 'foreign.sqlite');
  new SQLite(foreign).exec('CREATE TABLE bird (name TEXT)').close();

  expect(() => readCopy(join(folder, 'nothing'))).toThrow(/There is no file/);
  expect(() => readCopy(letter)).toThrow(/letter\.txt cannot be read as a database/);
  expect(() => readCopy(damaged)).toThrow(BackupError);
  expect(() => readCopy(foreign)).toThrow(/is a database, but not one of Cairn's/);
});

test('the copy takes the place of the database, and what stood there is kept beside it, to the last write', async () => {
  const { db, databaseFile, copy } = await aDatabaseWithCopy();
  await db.destroy();
  const held = holdDatabase(databaseFile);
  expect(held.facts?.members).toBe(2);
  const kept = await putInPlace(copy, databaseFile, later);
  held.release();

  expect(membersIn(databaseFile)).toEqual(['ada']);
  expect(membersIn(kept ?? '')).toEqual(['ada', 'grace']);
  expect(kept).toBe(`${databaseFile}.replaced-2026-03-02T17-00-00Z`);
  expect(existsSync(copy)).toBe(true);
  const back = openDatabase(databaseFile);
  onTestFinished(() => back.destroy());
  await migrateToLatest(back, migrationsFolder);
});

test('while another program has the database open, nothing is replaced', async () => {
  const { databaseFile } = await aDatabaseWithCopy();
  expect(() => holdDatabase(databaseFile)).toThrow(/is open in another program\. Is the bot still running/);
  expect(membersIn(databaseFile)).toEqual(['ada', 'grace']);
});

test('while the database is held, a bot that starts is refused with a sentence', async () => {
  const { db, databaseFile } = await aDatabaseWithCopy();
  await db.destroy();
  const held = holdDatabase(databaseFile);
  expect(() => openDatabase(databaseFile)).toThrow(/is locked by another program/);
  held.release();
  await openDatabase(databaseFile).destroy();
});

test('a database that cannot be read is replaced all the same, and its log does not spoil the copy', async () => {
  const { db, databaseFile, copy } = await aDatabaseWithCopy();
  await db.destroy();
  writeFileSync(databaseFile, 'rubbish '.repeat(1000));
  writeFileSync(`${databaseFile}-wal`, 'more rubbish');
  const held = holdDatabase(databaseFile);
  expect(held.facts).toBeUndefined();
  const kept = await putInPlace(copy, databaseFile, later);
  held.release();

  expect(membersIn(databaseFile)).toEqual(['ada']);
  expect(readFileSync(kept ?? '', 'utf8')).toContain('rubbish');
  expect(readFileSync(`${kept}-wal`, 'utf8')).toBe('more rubbish');
});

test('a database that is gone is restored', async () => {
  const { copy, folder } = await aDatabaseWithCopy();
  const lost = join(folder, 'lost.sqlite');
  const held = holdDatabase(lost);
  expect(await putInPlace(copy, lost, later)).toBeUndefined();
  held.release();
  expect(membersIn(lost)).toEqual(['ada']);
});

test('where the old database cannot be kept, everything stays as it was', async () => {
  const { db, databaseFile, copy, folder } = await aDatabaseWithCopy();
  await db.destroy();
  mkdirSync(`${databaseFile}.replaced-2026-03-02T17-00-00Z`); // Its place is taken.
  const before = readdirSync(folder);
  await expect(putInPlace(copy, databaseFile, later)).rejects.toThrow(/could not be replaced.*Nothing was changed/);
  expect(readdirSync(folder)).toEqual(before);
  expect(membersIn(databaseFile)).toEqual(['ada', 'grace']);
});

test.each([
  { age: 5, isStopped: false },
  { age: 179, isStopped: false },
  { age: 181, isStopped: true },
])('a bot whose last sign of life is $age seconds old counts as stopped: $isStopped', async ({ age, isStopped }) => {
  const { databaseFile } = await aDatabaseWithCopy();
  await beat(databaseFile, noon);
  const beatAt = noon.subtract({ seconds: age }).epochMilliseconds / 1000;
  utimesSync(heartbeatFileOf(databaseFile), beatAt, beatAt);
  if (isStopped) demandStopped(databaseFile, noon);
  else expect(() => demandStopped(databaseFile, noon)).toThrow(`was ${age} seconds ago. Stop it`);
  endHeartbeat(databaseFile);
  demandStopped(databaseFile, noon);
});
