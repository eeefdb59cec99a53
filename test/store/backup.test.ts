import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { adviceFor, BackupError, type BackupJob, backUp, createBackups } from '../../src/store/backup.ts';
import { backupName, listBackups } from '../../src/store/backup-folder.ts';
import { insertMember } from '../../src/store/member-store.ts';
import { migrateToLatest } from '../../src/store/migrate.ts';
import { instant } from '../support/builders.ts';
import { migrationsFolder, openTestDatabase } from '../support/database.ts';
import { freshFolder } from '../support/folder.ts';
import { aMember } from '../support/progress-builders.ts';

const noon = instant('2026-03-02T12:00Z');

/** A database in use, with Ada in it, and a folder for its copies. */
async function aDatabaseInUse() {
  const { path } = freshFolder();
  const databaseFile = join(path, 'cairn.sqlite');
  const db = openTestDatabase(databaseFile);
  await migrateToLatest(db, migrationsFolder);
  await insertMember(db, aMember());
  const folder = join(path, 'backups');
  const job: BackupJob = { databaseFile, folder, kind: 'daily', now: noon.toString(), keep: 3 };
  return { db, databaseFile, folder, job };
}

function membersIn(file: string): unknown[] {
  const sqlite = new SQLite(file, { readonly: true });
  onTestFinished(() => void sqlite.close());
  return sqlite.prepare('SELECT user_id FROM member ORDER BY user_id').pluck().all();
}

test('a copy made while the database is open holds what was written last, and is one file alone', async () => {
  const { job, folder, databaseFile } = await aDatabaseInUse();
  expect(existsSync(`${databaseFile}-wal`)).toBe(true);
  const file = await backUp(job);

  expect(readdirSync(folder)).toEqual([backupName('daily', noon)]);
  expect(membersIn(file)).toEqual(['ada']);
  expect(readdirSync(folder)).toEqual([backupName('daily', noon)]);
});

test('a copy made in the middle of a transaction holds none of it', async () => {
  const { db, job } = await aDatabaseInUse();
  const copied = await db.transaction().execute(async (trx) => {
    await insertMember(trx, aMember({ id: 'late', userId: 'late' }));
    return backUp(job);
  });
  expect(membersIn(copied)).toEqual(['ada']);
});

test('a copy of a database that is written to all the time is whole, and of one moment', async () => {
  const { db, job } = await aDatabaseInUse();
  let isOver = false;
  const writing = (async () => {
    let count = 0;
    for (; !isOver; count += 1) {
      await db.transaction().execute(async (trx) => {
        await insertMember(trx, aMember({ id: `m-${count}`, userId: `user-${count}` }));
      });
      await new Promise((resolve) => setImmediate(resolve));
    }
    return count;
  })();
  await createBackups(job).makeDaily(noon);
  isOver = true;
  const written = await writing;
  expect(written).toBeGreaterThan(0);
  const [backup] = listBackups(job.folder);
  const sqlite = new SQLite(backup?.file ?? '', { readonly: true });
  onTestFinished(() => void sqlite.close());
  const count = (table: string) => sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
  expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(count('member')).toBe(count('pace_change')); // Each transaction wrote one of both.
});

test('the newest of each kind are kept, and no kind pushes out another', async () => {
  const { job, folder } = await aDatabaseInUse();
  await backUp({ ...job, kind: 'before-migration', now: noon.subtract({ hours: 48 }).toString() });
  for (let day = 0; day < 5; day += 1) {
    await backUp({ ...job, now: noon.add({ hours: 24 * day }).toString() });
  }
  expect(listBackups(folder).map(({ kind, madeAt }) => `${kind} ${madeAt.toString().slice(0, 10)}`)).toEqual([
    'daily 2026-03-06',
    'daily 2026-03-05',
    'daily 2026-03-04',
    'before-migration 2026-02-28',
  ]);
});

test('what a killed process left is no backup; it is removed later, and foreign files never', async () => {
  const { job, folder } = await aDatabaseInUse();
  await backUp(job);
  const [old, fresh, foreign] = ['cairn-x.sqlite.partial', 'cairn-y.sqlite.partial', 'my-own.sqlite'];
  for (const name of [old, fresh, foreign]) writeFileSync(join(folder, name ?? ''), 'half');
  utimesSync(join(folder, old ?? ''), 0, noon.subtract({ hours: 7 }).epochMilliseconds / 1000);
  utimesSync(join(folder, fresh ?? ''), 0, noon.epochMilliseconds / 1000);

  expect(listBackups(folder)).toHaveLength(1);
  await backUp({ ...job, now: noon.add({ seconds: 1 }).toString() });
  expect(readdirSync(folder)).not.toContain(old);
  expect(readdirSync(folder)).toEqual(expect.arrayContaining([fresh, foreign]));
});

test('the daily job sees when the newest daily copy was made, whatever else was copied since', async () => {
  const { job } = await aDatabaseInUse();
  const backups = createBackups(job);
  expect(backups.newestDaily()).toBeUndefined();
  await backups.makeDaily(noon);
  await backUp({ ...job, kind: 'by-hand', now: noon.add({ hours: 5 }).toString() });
  expect(backups.newestDaily()?.toString()).toBe('2026-03-02T12:00:00Z');
});

test('a damaged database gives no backup, and those before stay', async () => {
  const { db, job, folder, databaseFile } = await aDatabaseInUse();
  await backUp({ ...job, keep: 1 });
  await db.destroy();
  const bytes = readFileSync(databaseFile);
  bytes.fill(0x5a, 4096 * 2, 4096 * 6);
  writeFileSync(databaseFile, bytes);

  await expect(backUp({ ...job, keep: 1, now: noon.add({ hours: 1 }).toString() })).rejects.toThrow(/damaged/);
  expect(readdirSync(folder)).toEqual([backupName('daily', noon)]);
});

test('a file that is no database, a database that is not there, and a folder that cannot be: each a sentence', async () => {
  const { job, folder } = await aDatabaseInUse();
  const { path } = freshFolder({ 'letter.txt': 'Dear diary, '.repeat(1000), 'a-file': '' });
  const cases: readonly (readonly [Partial<BackupJob>, RegExp])[] = [
    [{ databaseFile: join(path, 'letter.txt') }, /letter\.txt is not a SQLite database\. Check DATABASE_FILE/],
    [{ databaseFile: join(path, 'nothing.sqlite') }, /There is no database at .*nothing\.sqlite/],
    [{ folder: join(path, 'a-file', 'backups') }, /No backup could be written to .*a-file.* set BACKUP_FOLDER/],
  ];
  for (const [change, sentence] of cases) {
    const failing = backUp({ ...job, ...change });
    await expect(failing).rejects.toThrow(BackupError);
    await expect(failing).rejects.toThrow(sentence);
  }
  expect(existsSync(folder) ? readdirSync(folder) : []).toEqual([]);
  expect(existsSync(join(path, 'nothing.sqlite'))).toBe(false);
});

test('an error in the thread of the daily job reaches whoever waits for it', async () => {
  const { job } = await aDatabaseInUse();
  const failing = createBackups({ ...job, databaseFile: `${job.databaseFile}.gone` }).makeDaily(noon);
  await expect(failing).rejects.toThrow('There is no database at');
});

test.each(['SQLITE_FULL', 'ENOSPC'])('%s is told as a full disk', (code) => {
  const sentence = adviceFor('cairn.sqlite', '/backups', Object.assign(new Error(), { code }));
  expect(sentence).toMatch(/no room .* \/backups\. Free some space.* The database itself is untouched/);
});

/** Only where this user may mount a small disk of their own. */
const canMount = spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', '/mnt']).status === 0;

test.runIf(canMount)('on a full disk nothing is left of the copy, and the sentence says what to do', async () => {
  const { job, databaseFile } = await aDatabaseInUse();
  const { path } = freshFolder({
    'run.ts': `import { backUp } from '${new URL('../../src/store/backup.ts', import.meta.url).pathname}';
      await backUp(${JSON.stringify({ ...job, folder: '/mnt/backups' })}).catch((error) => console.log(error.message));`,
  });
  const script = `mount -t tmpfs -o size=64k tmpfs /mnt && '${process.execPath}' '${join(path, 'run.ts')}' && ls /mnt/backups`;
  const { stdout, stderr } = spawnSync('unshare', ['-rm', 'sh', '-c', script], { encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(stdout.trim()).toBe(
    'There is no room for a backup on the disk of /mnt/backups. Free some space, or set BACKUP_FOLDER to another disk. The database itself is untouched.',
  );
  expect(membersIn(databaseFile)).toEqual(['ada']);
});
