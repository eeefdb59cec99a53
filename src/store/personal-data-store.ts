import { type RawBuilder, sql } from 'kysely';
import type { PersonalCount, PersonalRow, PersonalScope, PersonalTable } from '../domain/personal-data.ts';
import type { Db } from './database.ts';

/**
 * Which tables hold something about a person is read off the schema: every table with a `member_id` or a `user_id` does,
 * and every one with an `actor_id`, who did something that concerns others. So a table that a later migration makes is
 * counted, exported and deleted without a line here.
 */
interface Table {
  readonly name: string;
  readonly columns: readonly string[];
}

/** How many rows each table holds about the person; tables without any are left out. */
export async function countPersonalRows(db: Db, scope: PersonalScope): Promise<PersonalCount[]> {
  const counts: PersonalCount[] = [];
  for (const table of await listPersonalTables(db)) {
    const query = sql<{
      count: number;
    }>`SELECT count(*) AS count FROM ${sql.table(table.name)} WHERE ${isAbout(table, scope)}`;
    const [row] = (await query.execute(db)).rows;
    if (!row || row.count === 0) continue;
    counts.push({ name: table.name, count: row.count, ...(isOwned(table.columns) ? {} : { isKept: true }) });
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
  for (const { name, columns } of await listPersonalTables(db)) {
    const server = serverOf(columns);
    const naming = ['user_id', 'actor_id'].find((column) => columns.includes(column));
    if (!server || naming === undefined) continue;
    const query = sql<{
      id: string | null;
    }>`SELECT DISTINCT ${server} AS id FROM ${sql.table(name)} WHERE ${sql.ref(naming)} = ${userId}`;
    for (const { id } of (await query.execute(db)).rows) if (id !== null) ids.add(id);
  }
  return [...ids].sort();
}

/**
 * Deletes every row of every table about the person. What they did as a moderator stays, for it concerns a group, and
 * does not say any more who did it. Only inside a transaction.
 */
export async function deletePersonalRows(trx: Db, scope: PersonalScope): Promise<void> {
  await deferForeignKeys(trx);
  for (const { name, columns } of await listPersonalTables(trx)) {
    const table = sql.table(name);
    if (isOwned(columns)) await sql`DELETE FROM ${table} WHERE ${isOwn(columns, scope)}`.execute(trx);
    if (columns.includes('actor_id')) {
      await sql`UPDATE ${table} SET actor_id = NULL WHERE ${isDoneBy(columns, scope)}`.execute(trx);
    }
  }
}

/**
 * Deletes every row that names the server or one of its groups. Its members have to be gone already. Only inside a
 * transaction.
 */
export async function deleteServerRows(trx: Db, serverId: string): Promise<void> {
  await deferForeignKeys(trx);
  const tables = await listTables(trx);
  for (const { name, columns } of tables.filter((table) => table.name !== 'study_group')) {
    const server = serverOf(columns);
    if (server) await sql`DELETE FROM ${sql.table(name)} WHERE ${server} = ${serverId}`.execute(trx);
  }
  await trx.deleteFrom('study_group').where('server_id', '=', serverId).execute();
}

/** Tables refer to each other; what is left over still fails at the commit. */
async function deferForeignKeys(trx: Db): Promise<void> {
  await sql`PRAGMA defer_foreign_keys = ON`.execute(trx);
}

/** `member` comes last: the others find their rows through it. */
async function listPersonalTables(db: Db): Promise<Table[]> {
  const tables = await listTables(db);
  const personal = tables.filter(({ columns }) => isOwned(columns) || columns.includes('actor_id'));
  return [...personal.filter(({ name }) => name !== 'member'), ...personal.filter(({ name }) => name === 'member')];
}

async function listTables(db: Db): Promise<Table[]> {
  const tables = await db.introspection.getTables();
  return tables
    .filter(({ isView }) => !isView)
    .map(({ name, columns }) => ({ name, columns: columns.map((column) => column.name) }));
}

type Columns = Table['columns'];

function isOwned(columns: Columns): boolean {
  return columns.includes('member_id') || columns.includes('user_id');
}

/** The server of a row: its own, else that of its group. Undefined for a table of neither. */
function serverOf(columns: Columns): RawBuilder<string | null> | undefined {
  const ofGroup = sql<string>`(SELECT server_id FROM study_group WHERE study_group.id = group_id)`;
  if (columns.includes('server_id')) {
    return columns.includes('group_id') ? sql<string>`coalesce(server_id, ${ofGroup})` : sql<string>`server_id`;
  }
  return columns.includes('group_id') ? ofGroup : undefined;
}

/** True of a row about the person, or of something that they did. */
function isAbout({ columns }: Table, scope: PersonalScope): RawBuilder<boolean> {
  const conditions = [
    ...(isOwned(columns) ? [isOwn(columns, scope)] : []),
    ...(columns.includes('actor_id') ? [isDoneBy(columns, scope)] : []),
  ];
  return sql<boolean>`(${sql.join(conditions, sql` OR `)})`;
}

/** True of a row about the person. */
function isOwn(columns: Columns, scope: PersonalScope): RawBuilder<boolean> {
  const { userId, serverId } = scope;
  const here = serverId === undefined ? sql`` : sql`AND server_id = ${serverId}`;
  const theirs = sql<boolean>`member_id IN (SELECT id FROM member WHERE user_id = ${userId} ${here})`;
  if (!columns.includes('user_id')) return theirs;
  const own = sql<boolean>`(user_id = ${userId} AND ${isInScope(columns, scope)})`;
  return columns.includes('member_id') ? sql<boolean>`(${own} OR ${theirs})` : own;
}

/** True of a row that says that the person did something. */
function isDoneBy(columns: Columns, scope: PersonalScope): RawBuilder<boolean> {
  return sql<boolean>`(actor_id = ${scope.userId} AND ${isInScope(columns, scope)})`;
}

/** What belongs to no server goes with the last server that knows them. */
function isInScope(columns: Columns, { userId, serverId }: PersonalScope): RawBuilder<boolean> {
  if (serverId === undefined) return sql<boolean>`TRUE`;
  const elsewhere = sql`EXISTS (SELECT 1 FROM member WHERE user_id = ${userId} AND server_id <> ${serverId})`;
  const server = serverOf(columns);
  if (!server) return sql<boolean>`NOT ${elsewhere}`;
  return sql<boolean>`(${server} = ${serverId} OR (${server} IS NULL AND NOT ${elsewhere}))`;
}
