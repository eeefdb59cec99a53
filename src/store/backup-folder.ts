import { readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Temporal } from '../lib/temporal.ts';

/** What a copy was made for. The newest few of each kind are kept, so that none pushes out another. */
export const backupKinds = ['daily', 'by-hand', 'before-migration'] as const;
export type BackupKind = (typeof backupKinds)[number];

/** A finished copy. One that is not finished has another name, and counts for nothing. */
export interface Backup {
  readonly file: string;
  readonly kind: BackupKind;
  readonly madeAt: Temporal.Instant;
}

/** Ends the name of a copy that is still being made. */
export const PARTIAL = '.partial';

/** After so long a copy that was never finished is rubbish: the process was killed. */
const PARTIAL_HOURS = 6;

/** The folder of the copies: the host's, else one beside the database. */
export function backupFolderOf(databaseFile: string, configured: string | undefined): string {
  return configured ?? join(dirname(databaseFile), 'backups');
}

/** "cairn-2026-11-22T19-03-24.512Z-daily.sqlite": sorts by time, and holds no colon, which Windows refuses. */
export function backupName(kind: BackupKind, madeAt: Temporal.Instant): string {
  const time = madeAt.toString({ fractionalSecondDigits: 3 }).replaceAll(':', '-');
  return `cairn-${time}-${kind}.sqlite`;
}

/** Every finished copy in the folder, newest first. None where there is no such folder yet. */
export function listBackups(folder: string): Backup[] {
  return filesIn(folder)
    .flatMap((name) => readBackupName(join(folder, name), name) ?? [])
    .sort((one, other) => Temporal.Instant.compare(other.madeAt, one.madeAt));
}

/** When a copy was made: by its name, else by the time of the file. */
export function madeAt(file: string): Temporal.Instant {
  const name = file.split(/[/\\]/).at(-1) ?? file;
  const { mtimeMs } = statSync(file);
  return readBackupName(file, name)?.madeAt ?? Temporal.Instant.fromEpochMilliseconds(Math.floor(mtimeMs));
}

/** Keeps the newest copies of a kind and removes the others, and what was never finished. */
export function pruneBackups(folder: string, kind: BackupKind, keep: number, now: Temporal.Instant): void {
  const outdated = listBackups(folder)
    .filter((backup) => backup.kind === kind)
    .slice(keep);
  const oldest = now.subtract({ hours: PARTIAL_HOURS }).epochMilliseconds;
  const rubbish = filesIn(folder)
    .filter((name) => name.includes(PARTIAL))
    .map((name) => join(folder, name))
    .filter((file) => (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? oldest) < oldest);
  for (const file of [...outdated.map((backup) => backup.file), ...rubbish]) rmSync(file, { force: true });
}

function readBackupName(file: string, name: string): Backup | undefined {
  const [, date, hours, minutes, seconds, kind] =
    /^cairn-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d\.\d{3})Z-([a-z-]+)\.sqlite$/.exec(name) ?? [];
  const known = backupKinds.find((candidate) => candidate === kind);
  if (known === undefined) return undefined;
  return { file, kind: known, madeAt: Temporal.Instant.from(`${date}T${hours}:${minutes}:${seconds}Z`) };
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
