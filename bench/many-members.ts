import { randomUUID } from 'node:crypto';
import SQLite from 'better-sqlite3';
import { sql } from 'kysely';
import type { Deps } from '../src/actions/deps.ts';
import { readMemberProgress } from '../src/actions/read-member-progress.ts';
import { setTicks } from '../src/actions/set-ticks.ts';
import { undoProgress } from '../src/actions/undo-progress.ts';
import type { ContentSource } from '../src/domain/content-source.ts';
import { noDiscord } from '../src/domain/discord-port.ts';
import { nextItem } from '../src/domain/progress.ts';
import { Temporal } from '../src/lib/temporal.ts';
import { openDatabase } from '../src/store/database.ts';
import { insertMember } from '../src/store/member-store.ts';
import { migrateToLatest } from '../src/store/migrate.ts';

export const EVENTS_EACH = 20;
const JOINED = Temporal.Instant.from('2026-03-02T18:00Z');
/** Right after everybody's last event: nobody has been away. */
export const NOW = JOINED.add({ hours: 24 * EVENTS_EACH });

const template = {
  id: 'template',
  serverId: '100000000000000001',
  userId: 'nobody',
  joinedAt: JOINED,
  leftAt: undefined,
  seenAt: NOW,
  trackId: undefined,
  language: undefined,
  progressVisibility: 'group',
  reminders: 'off',
  pace: { validFrom: JOINED, hours: 10, zone: 'Europe/Berlin' },
} as const;

/** The person with this number among the members of a filled database. */
export function personNumber(index: number): { readonly serverId: string; readonly userId: string } {
  return { serverId: template.serverId, userId: String(200_000_000_000_000_000n + BigInt(index)) };
}

type Row = Readonly<Record<string, string | number | null>>;
type Rows = readonly { readonly table: string; readonly rows: readonly Row[] }[];

/** A new file of members who all did the same: nothing but their number tells two such files apart. */
export async function fillDatabase(file: string, members: number, content: ContentSource): Promise<void> {
  const db = openDatabase(file);
  await migrateToLatest(db, new URL('../migrations/', import.meta.url));
  await db.destroy();
  const rows = await rowsOfTemplate(content);
  const sqlite = new SQLite(file);
  for (const pragma of ['foreign_keys = OFF', 'synchronous = OFF', 'cache_size = -1000000']) sqlite.pragma(pragma);
  const write = copier(sqlite, rows);
  sqlite.transaction(() => {
    for (let index = 0; index < members; index += 1) write(index);
  })();
  sqlite.pragma('wal_checkpoint(TRUNCATE)');
  sqlite.close();
}

/** Everything that actions do with this works, on a database in memory. Ids count up from 0. */
export async function depsInMemory(content: ContentSource): Promise<Deps> {
  const db = openDatabase(':memory:');
  await migrateToLatest(db, new URL('../migrations/', import.meta.url));
  let ids = 0;
  return depsOn(db, content, () => String(ids++));
}

export function depsOn(db: Deps['db'], content: ContentSource, newId: () => string): Deps {
  const retention = { memberMonths: 24, serverDays: 90, backups: 7 };
  return { db, content, newId, discord: noDiscord, retention, wake: () => {} };
}

/** A topic a day, by the bot's own actions; each fifth day the last tick is taken back. */
export async function studySomeWeeks(deps: Deps): Promise<typeof template> {
  await insertMember(deps.db, template);
  const roadmap = deps.content.roadmap('en');
  let last = '';
  for (let day = 0; day < EVENTS_EACH; day += 1) {
    const act = { member: template, language: 'en', now: JOINED.add({ hours: 24 * day }) };
    const progress = await readMemberProgress(deps, roadmap, template.id);
    const item = nextItem(progress);
    if (!progress.current || !item) throw new Error(`The road ends before day ${day}.`);
    const outcome =
      day % 5 === 4
        ? await undoProgress(deps, { ...act, eventId: last })
        : await setTicks(deps, { ...act, step: progress.current.step.id, tick: [item.id], untick: [] });
    if (outcome.kind === 'changed') last = outcome.eventId;
  }
  return template;
}

async function rowsOfTemplate(content: ContentSource): Promise<Rows> {
  const deps = await depsInMemory(content);
  await studySomeWeeks(deps);
  const tables = ['member', 'pace_change', 'progress_event', 'progress_item'];
  const found = await Promise.all(
    tables.map(async (table) => ({
      table,
      rows: (await sql<Row>`SELECT * FROM ${sql.table(table)}`.execute(deps.db)).rows,
    })),
  );
  await deps.db.destroy();
  return found;
}

/** Writes the rows once more as another member's. Ids are random, as the bot's are. */
function copier(sqlite: SQLite.Database, tables: Rows): (index: number) => void {
  const inserts = tables.map(({ table, rows }) => {
    const columns = Object.keys(rows[0] ?? {});
    const values = columns.map(() => '?');
    return {
      statement: sqlite.prepare(`INSERT INTO ${table} (${columns}) VALUES (${values})`),
      rows: rows.map((row) => Object.entries(row)),
    };
  });
  return (index) => {
    const ids = new Map<string, string>();
    const idFor = (old: string) => ids.get(old) ?? ids.set(old, randomUUID()).get(old);
    const copied = (column: string, value: Row[string]) => {
      if (typeof value !== 'string') return value;
      if (column === 'user_id') return personNumber(index).userId;
      if (idColumns.has(column)) return idFor(value);
      if (column !== 'changes') return value;
      return value.replace(/"eventId":"(\d+)"/g, (_, old: string) => `"eventId":"${idFor(old)}"`);
    };
    for (const { statement, rows } of inserts) {
      for (const row of rows) statement.run(row.map(([column, value]) => copied(column, value)));
    }
  };
}

const idColumns = new Set(['id', 'member_id', 'event_id', 'undoes']);
