import { readdir } from 'node:fs/promises';
import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { DatabaseError, type Db } from './database.ts';

/**
 * Runs the migrations that are missing, all in one transaction: it ends with every one of them or with none.
 * @throws DatabaseError which names the migration that failed, or says that the file is newer than this program.
 */
export async function migrateToLatest(db: Db, folder: URL): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => readMigrations(folder) } });
  // Rebuilding a table that others refer to would empty those while the check is on; a transaction cannot switch it.
  await sql`PRAGMA foreign_keys = OFF`.execute(db);
  const { error, results } = await migrator.migrateToLatest();
  await sql`PRAGMA foreign_keys = ON`.execute(db);
  if (error === undefined) return;
  const failed = results?.find((result) => result.status === 'Error')?.migrationName;
  throw new DatabaseError(adviceFor(failed, error), { cause: error });
}

/** What would run on this database. `isInUse`: some ran before, so there is something to lose. */
export async function readMigrationState(
  db: Db,
  folder: URL,
): Promise<{ readonly isInUse: boolean; readonly pending: readonly string[] }> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => readMigrations(folder) } });
  const all = await migrator.getMigrations();
  const pending = all.filter(({ executedAt }) => executedAt === undefined).map(({ name }) => name);
  return { isInUse: pending.length < all.length, pending };
}

function adviceFor(failed: string | undefined, error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  if (failed !== undefined) {
    return `Migration ${failed} failed and was taken back whole; your data is as it was before: ${reason}`;
  }
  if (/corrupted migrations/.test(reason) && /is missing/.test(reason)) {
    return `The database was written by a newer Cairn than this one. Update Cairn, or restore an older backup. (${reason})`;
  }
  return `The database could not be brought up to date: ${reason}`;
}

async function readMigrations(folder: URL): Promise<Record<string, Migration>> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.ts')).sort();
  const entries = files.map(async (file) => {
    const migration: Migration = await import(new URL(file, folder).href);
    return [file.slice(0, -'.ts'.length), withForeignKeyCheck(migration)] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

function withForeignKeyCheck(migration: Migration): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await migration.up(db);
      const { rows } = await sql`PRAGMA foreign_key_check`.execute(db);
      if (rows.length > 0) throw new Error(`it leaves ${rows.length} rows that refer to nothing`);
    },
  };
}
