import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import SQLite from 'better-sqlite3';
import type { Backups } from '../domain/backups.ts';
import { Temporal } from '../lib/temporal.ts';
import { type BackupKind, backupName, listBackups, PARTIAL, pruneBackups } from './backup-folder.ts';

/** Something about a backup that the host can mend. The message says what happened and what to do. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
}

/** Plain values, so that it can be handed to another thread. */
export interface BackupJob {
  readonly databaseFile: string;
  readonly folder: string;
  readonly kind: BackupKind;
  /** As ISO text. */
  readonly now: string;
  /** How many copies of this kind stay. */
  readonly keep: number;
}

/**
 * Copies the database while others use it, checks the copy, and only then gives it its name. Returns the file.
 * Whoever calls waits for the check: in the bot, call `createBackups` instead.
 * @throws BackupError when there is no room, the folder cannot be written, or the database is damaged.
 */
export async function backUp({ databaseFile, folder, kind, now, keep }: BackupJob): Promise<string> {
  const made = Temporal.Instant.from(now);
  const file = join(folder, backupName(kind, made));
  const partial = `${file}${PARTIAL}`;
  try {
    mkdirSync(folder, { recursive: true });
    demandRoom(databaseFile, folder);
    await copyDatabase(databaseFile, partial);
    checkDatabase(partial);
    renameSync(partial, file);
    syncFolder(folder);
  } catch (error) {
    removePartial(partial);
    throw error instanceof BackupError
      ? error
      : new BackupError(adviceFor(databaseFile, folder, error), { cause: error });
  }
  pruneBackups(folder, kind, keep, made);
  return file;
}

/** What cannot be removed now is removed after the next backup; the error before says more. */
function removePartial(partial: string): void {
  try {
    for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(`${partial}${suffix}`, { force: true });
  } catch {
    // Nothing to add.
  }
}

/** Copies for the daily job: made in a thread of its own, for checking a large file takes longer than an answer may. */
export function createBackups(place: Pick<BackupJob, 'databaseFile' | 'folder' | 'keep'>): Backups {
  return {
    newestDaily: () => listBackups(place.folder).find(({ kind }) => kind === 'daily')?.madeAt,
    makeDaily: (now) => runInThread({ ...place, kind: 'daily', now: now.toString() }),
  };
}

function runInThread(workerData: BackupJob): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const thread = new Worker(new URL('./backup-thread.ts', import.meta.url), { workerData, execArgv: [] });
  thread.once('error', reject);
  thread.once('exit', (code) =>
    code === 0 ? resolve() : reject(new Error(`The backup's thread ended with ${code}.`)),
  );
  return promise;
}

/** All pages in one step: in pieces, another connection's writes would make it begin again and again. */
const ALL_PAGES = 0x7fffffff;

/** Copies a database with what its log holds, also while others write to it. */
export async function copyDatabase(databaseFile: string, copy: string): Promise<void> {
  const source = new SQLite(databaseFile, { readonly: true, fileMustExist: true });
  try {
    await source.backup(copy, { progress: () => ALL_PAGES });
  } finally {
    source.close();
  }
}

/**
 * Reads all of a copy. Makes it one file without companions, for it may be carried anywhere.
 * @throws BackupError when it is damaged.
 */
export function checkDatabase(file: string): void {
  const sqlite = new SQLite(file, { fileMustExist: true });
  try {
    sqlite.pragma('journal_mode = DELETE');
    const found = sqlite.pragma('integrity_check', { simple: true });
    if (found !== 'ok') throw new BackupError(`The copy of the database is damaged, so it was not kept: ${found}`);
  } finally {
    sqlite.close();
  }
}

/** Filling the disk would take the room from the bot's own writes. */
function demandRoom(databaseFile: string, folder: string): void {
  const sizes = [databaseFile, `${databaseFile}-wal`].map(
    (file) => statSync(file, { throwIfNoEntry: false })?.size ?? 0,
  );
  const needed = sizes.reduce((sum, size) => sum + size, 0);
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < needed) throw Object.assign(new Error('no room'), { code: 'ENOSPC' });
}

/** A new name is safe on the disk once its folder is. Not every system lets a folder be opened. */
function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    fsyncSync(handle);
    closeSync(handle);
  } catch {
    // The copy itself is on the disk already.
  }
}

/** What happened and what to do, by the code of an error of SQLite or of the file system. */
export function adviceFor(databaseFile: string, folder: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const nothingLost = 'The database itself is untouched.';
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'SQLITE_IOERR_WRITE') {
    return `There is no room for a backup on the disk of ${folder}. Free some space, or set BACKUP_FOLDER to another disk. ${nothingLost}`;
  }
  if (code === 'SQLITE_NOTADB') return `${databaseFile} is not a SQLite database. Check DATABASE_FILE.`;
  if (code === 'SQLITE_CANTOPEN' && statSync(databaseFile, { throwIfNoEntry: false }) === undefined) {
    return `There is no database at ${databaseFile}. Check DATABASE_FILE.`;
  }
  if (code.startsWith('SQLITE_CORRUPT')) {
    return `${databaseFile} is damaged, so no backup was made of it. Older backups are in ${folder}: npm run restore -- FILE`;
  }
  return `No backup could be written to ${folder} (${code || error}). Check that this user may write there, or set BACKUP_FOLDER. ${nothingLost}`;
}
