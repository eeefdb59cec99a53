import { onTestFinished } from 'vitest';
import type { Deps } from '../../src/actions/deps.ts';
import { noDiscord } from '../../src/domain/discord-port.ts';
import { type Db, openDatabase } from '../../src/store/database.ts';
import { migrateToLatest } from '../../src/store/migrate.ts';
import { aContentSource } from './builders.ts';

export const migrationsFolder = new URL('../../migrations/', import.meta.url);

/** A real SQLite with the real migrations, in memory, closed when the test ends. */
export async function freshDatabase(): Promise<Db> {
  const db = openTestDatabase();
  await migrateToLatest(db, migrationsFolder);
  return db;
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
    discord: { ...noDiscord, removeMessage: async () => true, takeRole: async () => true },
    retention: { memberMonths: 24, serverDays: 90, backups: 7 },
    wake: () => {},
    ...overrides,
  };
}
