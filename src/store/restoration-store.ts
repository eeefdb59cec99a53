import type SQLite from 'better-sqlite3';
import type { Restoration } from '../domain/must-look.ts';
import { fromStoredInstant, toStoredInstant } from '../lib/stored-instant.ts';
import type { Db } from './database.ts';
import { findSetting } from './setting-store.ts';

/** It concerns the file, whichever application uses it. */
const ANY_APPLICATION = '*';
const NAME = 'restored';

export async function findRestoration(db: Db): Promise<Restoration | undefined> {
  const text = await findSetting(db, ANY_APPLICATION, NAME);
  return text === undefined ? undefined : toRestoration(text);
}

/** Notes in a copy, before it takes the database's place, that it did. Restored twice, both gaps count as one. */
export function noteRestoration(copy: SQLite.Database, { madeAt, at }: Restoration): void {
  const known = copy
    .prepare('SELECT value FROM setting WHERE application_id = ? AND name = ?')
    .pluck()
    .get(ANY_APPLICATION, NAME);
  const first = typeof known === 'string' ? toRestoration(known).madeAt : madeAt;
  copy
    .prepare('INSERT OR REPLACE INTO setting (application_id, name, value) VALUES (?, ?, ?)')
    .run(ANY_APPLICATION, NAME, `${toStoredInstant(first)} ${toStoredInstant(at)}`);
}

function toRestoration(text: string): Restoration {
  const [madeAt = '', at = ''] = text.split(' ');
  return { madeAt: fromStoredInstant(madeAt), at: fromStoredInstant(at) };
}
