import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import SQLite from 'better-sqlite3';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { DatabaseError, type Db, openDatabase } from '../../src/store/database.ts';
import { migrateToLatest } from '../../src/store/migrate.ts';
import { findSetting, saveSetting } from '../../src/store/setting-store.ts';
import { freshDatabase, migrationsFolder, openTestDatabase } from '../support/database.ts';
import { freshFolder } from '../support/folder.ts';

const pragma = async (db: Db, name: string) =>
  Object.values((await sql.raw<Record<string, unknown>>(`PRAGMA ${name}`).execute(db)).rows[0] ?? {})[0];

/** Adds one to a number, as `slow-transaction.ts` does in a process of its own. */
const addOne = (db: Db) =>
  db.transaction().execute(async (trx) => {
    const before = Number(await findSetting(trx, 'app', 'number'));
    await saveSetting(trx, 'app', 'number', String(before + 1));
  });

function startSlowTransaction(file: string, milliseconds: number): ChildProcess {
  const program = fileURLToPath(new URL('slow-transaction.ts', import.meta.url));
  const child = spawn(process.execPath, [program, file, String(milliseconds)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill());
  return child;
}

test('a new file is made together with its folders, and keeps what was written', async () => {
  const file = join(freshFolder().path, 'data', 'deep', 'cairn.sqlite');
  const db = openDatabase(file);
  await migrateToLatest(db, migrationsFolder);
  await saveSetting(db, 'app', 'name', 'value');
  await db.destroy();

  expect(await findSetting(openTestDatabase(file), 'app', 'name')).toBe('value');
});

test.each([
  { name: 'journal_mode', value: 'wal' },
  { name: 'foreign_keys', value: 1 },
  { name: 'synchronous', value: 2 },
  { name: 'busy_timeout', value: 2000 },
])('a database file is opened with $name = $value', async ({ name, value }) => {
  const db = openTestDatabase(join(freshFolder().path, 'cairn.sqlite'));
  expect(await pragma(db, name)).toBe(value);
});

test('a database in memory makes no file', async () => {
  await freshDatabase();
  expect(existsSync(':memory:')).toBe(false);
});

test('a file that is no database is refused and not touched', () => {
  const text = 'My diary. '.repeat(500);
  const file = join(freshFolder({ 'diary.txt': text }).path, 'diary.txt');

  expect(() => openDatabase(file)).toThrow(DatabaseError);
  expect(() => openDatabase(file)).toThrow(`${file} is not a SQLite database. Point DATABASE_FILE at another file`);
  expect(readFileSync(file, 'utf8')).toBe(text);
});

test('a file in the place of the folder is named with what to check', () => {
  const file = join(freshFolder({ data: '' }).path, 'data', 'cairn.sqlite');
  expect(() => openDatabase(file)).toThrow(DatabaseError);
  expect(() => openDatabase(file)).toThrow(`${file} cannot be opened or written (`);
  expect(() => openDatabase(file)).toThrow('Check that its folder exists and that this user may write there.');
});

test('a folder in the place of the file is named with what to check', () => {
  const file = join(freshFolder().path, 'cairn.sqlite');
  mkdirSync(file);
  expect(() => openDatabase(file)).toThrow(`${file} cannot be opened or written (SQLITE_CANTOPEN`);
});

test('a file that another program holds for itself is said to be locked', () => {
  const file = join(freshFolder().path, 'cairn.sqlite');
  const holder = new SQLite(file);
  onTestFinished(() => void holder.close());
  holder.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; CREATE TABLE held (id INTEGER)');

  expect(() => openDatabase(file)).toThrow(`${file} is locked by another program. Is a second Cairn running on it?`);
});

test('two processes that read and then write the same number both succeed, one after the other', async () => {
  const file = join(freshFolder().path, 'cairn.sqlite');
  const db = openTestDatabase(file);
  await migrateToLatest(db, migrationsFolder);
  await saveSetting(db, 'app', 'number', '0');

  const other = startSlowTransaction(file, 300);
  const ended = once(other, 'exit');
  if (other.stdout) await Promise.race([once(other.stdout, 'data'), ended]); // It has read, and writes a moment later.
  await addOne(db);

  expect(await ended).toEqual([0, null]);
  expect(await findSetting(db, 'app', 'number')).toBe('2');
});

test('transactions that are begun at the same time in one process all succeed', async () => {
  const db = await freshDatabase();
  await saveSetting(db, 'app', 'number', '0');
  await Promise.all(Array.from({ length: 20 }, () => addOne(db)));
  expect(await findSetting(db, 'app', 'number')).toBe('20');
});

test('a transaction that fails leaves nothing behind', async () => {
  const db = await freshDatabase();
  const failing = db.transaction().execute(async (trx) => {
    await saveSetting(trx, 'app', 'number', '1');
    throw new Error('changed my mind');
  });

  await expect(failing).rejects.toThrow('changed my mind');
  expect(await findSetting(db, 'app', 'number')).toBeUndefined();
});
