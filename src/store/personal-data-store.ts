import { type RawBuilder, sql } from 'kysely';
import type { PersonalRow, PersonalScope, PersonalTable } from '../domain/personal-data.ts';
import type { Db } from './database.ts';

/**
 * Which tables hold something about a person is read off the schema: every table with a `member_id` or a `user_id`
 * does. So a table that a later migration makes is counted, exported and deleted without a line here.
 */
interface Table {
  readonly name: string;
  readonly columns: readonly string[];
}

/** How many rows each table holds about the person; tables without any are left out. */
export async function countPersonalRows(
  db: Db,
  scope: PersonalScope,
): Promise<{ readonly name: string; readonly count: number }[]> {
  const counts: { name: string; count: number }[] = [];
  for (const table of await listPersonalTables(db)) {
    const query = sql<{
      count: number;
    }>`SELECT count(*) AS count FROM ${sql.table(table.name)} WHERE ${isAbout(table, scope)}`;
    const [row] = (await query.execute(db)).rows;
    if (row && row.count > 0) counts.push({ name: table.name, count: row.count });
  }
  return counts;
}

/** Every row of every table about the person. */
export async function listPersonalRows(db: Db, scope: PersonalScope): Promise<PersonalTable[]> {
  const found: PersonalTable[] = [];
  for (const table of await listPersonalTables(db)) {
    const query = sql<PersonalRow>`SELECT * FROM ${sql.table(table.name)} WHERE ${isAbout(table, scope)}`;
    const { rows } = await query.execute(db);
    if (rows.length > 0) found.push({ name: table.name, rows });
  }
  return found;
}

/** Ids of the servers for which anything about the person is stored. */
export async function listPersonalServers(db: Db, userId: string): Promise<string[]> {
  const ids = new Set<string>();
  for (const table of await listPersonalTables(db)) {
    if (!table.columns.includes('server_id') || !table.columns.includes('user_id')) continue;
    const query = sql<{
      id: string;
    }>`SELECT DISTINCT server_id AS id FROM ${sql.table(table.name)} WHERE user_id = ${userId}`;
    for (const { id } of (await query.execute(db)).rows) ids.add(id);
  }
  return [...ids].sort();
}

/** Deletes every row of every table about the person. Only inside a transaction. */
export async function deletePersonalRows(trx: Db, scope: PersonalScope): Promise<void> {
  await deferForeignKeys(trx);
  for (const table of await listPersonalTables(trx)) {
    await sql`DELETE FROM ${sql.table(table.name)} WHERE ${isAbout(table, scope)}`.execute(trx);
  }
}

/** Deletes every row that names the server. Its members have to be gone already. Only inside a transaction. */
export async function deleteServerRows(trx: Db, serverId: string): Promise<void> {
  await deferForeignKeys(trx);
  const tables = await listTables(trx);
  for (const table of tables.filter(({ columns }) => columns.includes('server_id'))) {
    await sql`DELETE FROM ${sql.table(table.name)} WHERE server_id = ${serverId}`.execute(trx);
  }
}

/** Tables refer to each other; what is left over still fails at the commit. */
async function deferForeignKeys(trx: Db): Promise<void> {
  await sql`PRAGMA defer_foreign_keys = ON`.execute(trx);
}

/** `member` comes last: the others find their rows through it. */
async function listPersonalTables(db: Db): Promise<Table[]> {
  const tables = await listTables(db);
  const personal = tables.filter(({ columns }) => columns.includes('member_id') || columns.includes('user_id'));
  return [...personal.filter(({ name }) => name !== 'member'), ...personal.filter(({ name }) => name === 'member')];
}

async function listTables(db: Db): Promise<Table[]> {
  const tables = await db.introspection.getTables();
  return tables
    .filter(({ isView }) => !isView)
    .map(({ name, columns }) => ({ name, columns: columns.map((column) => column.name) }));
}

/** True of a row about the person. What belongs to no server goes with the last server that knows them. */
function isAbout({ columns }: Table, { userId, serverId }: PersonalScope): RawBuilder<boolean> {
  const here = serverId === undefined ? sql`` : sql`AND server_id = ${serverId}`;
  const theirs = sql<boolean>`member_id IN (SELECT id FROM member WHERE user_id = ${userId} ${here})`;
  if (!columns.includes('user_id')) return theirs;
  const known = serverId === undefined || columns.includes('server_id');
  const elsewhere = sql`EXISTS (SELECT 1 FROM member WHERE user_id = ${userId} AND server_id <> ${serverId ?? ''})`;
  const own = known
    ? sql<boolean>`(user_id = ${userId} ${columns.includes('server_id') ? here : sql``})`
    : sql<boolean>`(user_id = ${userId} AND NOT ${elsewhere})`;
  return columns.includes('member_id') ? sql<boolean>`(${own} OR ${theirs})` : own;
}
