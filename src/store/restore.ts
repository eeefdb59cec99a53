import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
} from 'node:fs';
import SQLite from 'better-sqlite3';
import type { Restoration } from '../domain/must-look.ts';
import type { Temporal } from '../lib/temporal.ts';
import { BackupError, checkDatabase, copyDatabase } from './backup.ts';
import { madeAt } from './backup-folder.ts';
import { heartbeatFileOf, lastBeat } from './heartbeat.ts';
import { noteRestoration } from './restoration-store.ts';

/** What a database holds, as far as the host wants to know it before they replace it. */
export interface DatabaseFacts {
  readonly members: number;
  /** Rows of the histories that only grow: progress and readiness. */
  readonly entries: number;
  /** Names of the migrations that ran. */
  readonly migrations: readonly string[];
}

export interface Copy extends DatabaseFacts {
  readonly madeAt: Temporal.Instant;
}

/** Looks through a copy. @throws BackupError when it is missing, damaged, or no database of Cairn's. */
export function readCopy(file: string): Copy {
  if (!existsSync(file)) throw new BackupError(`There is no file ${file}.`);
  let sqlite: SQLite.Database | undefined;
  try {
    sqlite = new SQLite(file, { readonly: true, fileMustExist: true });
    const found = sqlite.pragma('integrity_check', { simple: true });
    if (found !== 'ok') throw new BackupError(`${file} is damaged and was not restored: ${found}`);
    const facts = readFacts(sqlite);
    if (facts.migrations.length === 0) throw new BackupError(`${file} is a database, but not one of Cairn's.`);
    return { ...facts, madeAt: madeAt(file) };
  } catch (error) {
    if (error instanceof BackupError) throw error;
    throw new BackupError(`${file} cannot be read as a database, so nothing was changed: ${reasonOf(error)}`);
  } finally {
    sqlite?.close();
  }
}

/** How old a sign of life may be for the bot to count as running, in seconds: it beats once a minute. */
const ALIVE_SECONDS = 180;

/** @throws BackupError while a bot uses this database, as far as its heartbeat tells. */
export function demandStopped(databaseFile: string, now: Temporal.Instant): void {
  const beat = lastBeat(databaseFile);
  const seconds = beat === undefined ? undefined : Math.round(now.since(beat).total('seconds'));
  if (seconds === undefined || seconds >= ALIVE_SECONDS) return;
  throw new BackupError(
    `The bot is running: its last sign of life was ${seconds} seconds ago. Stop it, then run this again. If it did not stop in order, wait ${ALIVE_SECONDS - seconds} seconds, or remove ${heartbeatFileOf(databaseFile)}.`,
  );
}

/** The present database, held so that nobody else can open it. */
export interface HeldDatabase {
  /** Undefined where there is none, or it cannot be read any more: that is what a backup is for. */
  readonly facts: DatabaseFacts | undefined;
  release(): void;
}

/** @throws BackupError when another program has the database open. */
export function holdDatabase(databaseFile: string): HeldDatabase {
  // SQLite throws away the log of a file that it does not know, and somebody may still want to look at that.
  if (!looksLikeDatabase(databaseFile)) return { facts: undefined, release: () => {} };
  let sqlite: SQLite.Database | undefined;
  try {
    sqlite = new SQLite(databaseFile, { timeout: 1000 });
    // Fails while anybody else has it open, and folds the log of the last writes into the file.
    sqlite.pragma('journal_mode = DELETE');
    const held = sqlite;
    const facts = readFacts(held);
    held.exec('BEGIN EXCLUSIVE');
    return { facts, release: () => void held.close() };
  } catch (error) {
    sqlite?.close();
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')) {
      throw new BackupError(`${databaseFile} is open in another program. Is the bot still running? Stop it first.`);
    }
    return { facts: undefined, release: () => {} };
  }
}

/**
 * Puts the copy in the database's place, and keeps what stood there beside it. Returns where, or undefined where there
 * was nothing. At every moment one of the two stands under the database's name.
 * @throws BackupError when there is no room or the folder cannot be written; then nothing was changed.
 */
export async function putInPlace(
  copy: string,
  databaseFile: string,
  now: Temporal.Instant,
): Promise<string | undefined> {
  const incoming = `${databaseFile}.restoring`;
  const kept = `${databaseFile}.replaced-${now.toString({ fractionalSecondDigits: 0 }).replaceAll(':', '-')}`;
  try {
    rmSync(incoming, { force: true, recursive: true });
    await copyDatabase(copy, incoming);
    noteIn(incoming, { madeAt: madeAt(copy), at: now });
    checkDatabase(incoming);
    const hadOne = existsSync(databaseFile);
    if (hadOne) keepBeside(databaseFile, kept);
    // The log of a database that could not be opened belongs to it, and would spoil the one that takes its place.
    for (const suffix of ['-wal', '-shm', '-journal']) {
      if (existsSync(`${databaseFile}${suffix}`)) renameSync(`${databaseFile}${suffix}`, `${kept}${suffix}`);
    }
    renameSync(incoming, databaseFile);
    return hadOne ? kept : undefined;
  } catch (error) {
    rmSync(incoming, { force: true, recursive: true });
    throw new BackupError(
      `${databaseFile} could not be replaced (${reasonOf(error)}). Check that there is room on its disk and that this user may write there. Nothing was changed.`,
    );
  }
}

/** Whatever is sent after this looks first whether it is there already: the copy does not know. */
function noteIn(incoming: string, restoration: Restoration): void {
  const sqlite = new SQLite(incoming, { fileMustExist: true });
  try {
    noteRestoration(sqlite, restoration);
  } finally {
    sqlite.close();
  }
}

/** A second name costs nothing; where the disk knows no such thing, a copy. */
function keepBeside(databaseFile: string, kept: string): void {
  try {
    linkSync(databaseFile, kept);
  } catch {
    copyFileSync(databaseFile, kept, constants.COPYFILE_EXCL); // Never over an earlier one.
  }
}

/** https://sqlite.org/fileformat.html#the_database_header */
const MAGIC = 'SQLite format 3\0';

function looksLikeDatabase(file: string): boolean {
  if (!existsSync(file)) return false;
  const handle = openSync(file, 'r');
  const header = Buffer.alloc(MAGIC.length);
  readSync(handle, header);
  closeSync(handle);
  return header.toString('latin1') === MAGIC;
}

function readFacts(sqlite: SQLite.Database): DatabaseFacts {
  const has = sqlite.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?");
  const count = (table: string) =>
    has.get(table) ? Number(sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get()) : 0;
  const migrations = has.get('kysely_migration')
    ? sqlite.prepare('SELECT name FROM kysely_migration ORDER BY name').pluck().all().map(String)
    : [];
  return { members: count('member'), entries: count('progress_event') + count('readiness_rating'), migrations };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
