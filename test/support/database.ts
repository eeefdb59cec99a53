import { readdir } from 'node:fs/promises';
import SQLite from 'better-sqlite3';
import { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { onTestFinished } from 'vitest';
import type { Deps } from '../../src/actions/deps.ts';
import { noDiscord } from '../../src/domain/discord-port.ts';
import { type Db, openDatabase, type Tables } from '../../src/store/database.ts';
import { migrateToLatest } from '../../src/store/migrate.ts';
import { ImmediateSqliteDialect } from '../../src/store/sqlite-dialect.ts';
import { aContentSource } from './builders.ts';

export const migrationsFolder = new URL('../../migrations/', import.meta.url);

/** A real SQLite with the real migrations, in memory, closed when the test ends. */
export async function freshDatabase(): Promise<Db> {
  migrated ??= migrateOnce();
  const db = onSqlite(new SQLite(await migrated)); // With foreign keys checked, which better-sqlite3 has on by default.
  onTestFinished(() => db.destroy());
  return db;
}

/** The bytes of a database after all migrations. Each test gets a copy: running them takes longer than most tests. */
let migrated: Promise<Buffer> | undefined;

async function migrateOnce(): Promise<Buffer> {
  const sqlite = new SQLite(':memory:');
  const db = onSqlite(sqlite);
  await migrateToLatest(db, migrationsFolder);
  const bytes = sqlite.serialize();
  await db.destroy();
  return bytes;
}

function onSqlite(sqlite: SQLite.Database): Db {
  return new Kysely<Tables>({ dialect: new ImmediateSqliteDialect(sqlite) });
}

/** Stops at a migration of the past: a database as an older Cairn left it. */
export async function migrateTo(db: Db, name: string): Promise<void> {
  const files = (await readdir(migrationsFolder)).map((file) => file.replace(/\.ts$/, ''));
  const entries = files.map(
    async (file): Promise<[string, Migration]> => [file, await import(new URL(`${file}.ts`, migrationsFolder).href)],
  );
  const all = Object.fromEntries(await Promise.all(entries));
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => all } }).migrateTo(name);
  if (error !== undefined) throw error;
}

/** A database without any table, in memory unless a file is named, closed when the test ends. */
export function openTestDatabase(file = ':memory:'): Db {
  const db = openDatabase(file);
  onTestFinished(() => db.destroy());
  return db;
}

/** All that an action may use: a database of its own, a small roadmap in English, ids that count up from `id-1`. */
export async function freshDeps(overrides: Partial<Deps> = {}): Promise<Deps> {
  return depsOn(overrides.db ?? (await freshDatabase()), overrides);
}

/** The same on a database that is there already, which whoever opened it closes. */
export function depsOn(db: Db, overrides: Partial<Deps> = {}): Deps {
  let ids = 0;
  const newId = () => {
    ids += 1;
    return `id-${ids}`;
  };
  return {
    db,
    content: aContentSource(),
    newId,
    discord: { ...noDiscord, removeMessage: async () => true, takeRole: async () => true, mayWrite: async () => true },
    retention: { memberMonths: 24, serverDays: 90, backups: 7 },
    wake: () => {},
    ...overrides,
  };
}
