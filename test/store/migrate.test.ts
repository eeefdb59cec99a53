import { readdir } from 'node:fs/promises';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { DatabaseError, type Db } from '../../src/store/database.ts';
import { migrateToLatest } from '../../src/store/migrate.ts';
import { migrateTo, migrationsFolder, openTestDatabase } from '../support/database.ts';
import { freshFolder } from '../support/folder.ts';

type Row = Readonly<Record<string, unknown>>;

const namesOf = (files: readonly string[]) => files.map((file) => file.replace(/\.ts$/, '')).sort();
const migrations = namesOf(await readdir(migrationsFolder));

/**
 * The rows that a database has when it stands at a migration, beside those of the migrations before.
 * Every migration has its line, so that the next one is tried on a database that was in use.
 */
const rowsWith: Readonly<Record<string, string>> = {
  '2026-11-22-01-create-setting': `INSERT INTO setting VALUES ('app', 'registered-in', '1234')`,
  '2026-11-22-02-create-draft': `INSERT INTO draft VALUES
    ('draft-1', 'ada', 'form:checkin:new', '{}', '2026-03-02T12:00:00.000Z', '2026-03-03T12:00:00.000Z')`,
  '2026-11-22-03-create-public-message': `INSERT INTO public_message VALUES
    ('1234', '2345', '3456', 'ada', '2026-03-02T12:00:00.000Z')`,
  '2026-11-22-04-create-member': `INSERT INTO member VALUES ('member-1', '3456', 'ada',
    '2026-03-02T12:00:00.000Z', NULL, '2026-03-02T12:00:00.000Z', 'go', NULL, 'group', 'off')`,
  '2026-11-22-05-create-progress': `INSERT INTO progress_event VALUES
    ('event-1', 'member-1', 'backend', '2026-03-02T12:00:00.000Z', '[]', NULL)`,
  '2026-11-22-06-create-server-removal': `INSERT INTO server_removal VALUES ('3456', '2026-03-02T12:00:00.000Z')`,
  '2026-11-22-07-create-plan-change': `INSERT INTO plan_change VALUES
    ('plan-1', 'member-1', 'later-end', '2026-03-02', 7, NULL, '2026-03-02T12:00:00.000Z', NULL)`,
  '2026-11-24-01-create-study-group': `
    INSERT INTO study_group VALUES ('group-1', '3456', 'Early birds', '2345', 'text', NULL, 'en', NULL, NULL, NULL,
      NULL, 0, 'ada', '2026-03-02T12:00:00.000Z', NULL);
    INSERT INTO group_schedule VALUES ('group-1', '2026-03-02T12:00:00.000Z', 'Europe/Berlin', '2026-03-09', 8, '18:00',
      'weekly');
    INSERT INTO group_break VALUES ('break-1', 'group-1', 'break', '2026-12-21', '2027-01-03', 1,
      '2026-03-02T12:00:00.000Z', NULL);
    INSERT INTO membership VALUES ('membership-1', 'member-1', 'group-1', '2026-03-02T12:00:00.000Z', NULL);
    INSERT INTO group_change VALUES ('change-1', 'group-1', 'ada', '2026-03-02T12:00:00.000Z', '{"kind":"set-up"}')`,
  '2026-11-24-02-create-outbox': `
    INSERT INTO outbox VALUES ('group-1.m.k', '["group-1.m.k"]', 'milestones', '{"codes":["k"]}', '3456', 'group-1',
      NULL, NULL, '2026-03-09T17:00:00.000Z', NULL, 'sent', NULL, 1, '2026-03-09T17:00:01.000Z',
      '2026-03-09T17:00:00.000Z', NULL, NULL, '2345', '4567', '2026-03-09T17:00:00.000Z', '2026-03-09T17:00:02.000Z');
    INSERT INTO milestone VALUES ('group-1', 'kick-off', 0, '2026-03-09T17:00:00.000Z', NULL, NULL, 'posted',
      'group-1.m.k')`,
  '2026-11-24-03-create-check-in': `
    INSERT INTO period VALUES ('group-1.c.1', 'group-1', NULL, 1, 'weekly', 'Europe/Berlin', '2026-03-09', '2026-03-15',
      '2026-03-08T23:00:00.000Z', '2026-03-15T17:00:00.000Z', '2026-03-15T23:00:00.000Z', '2026-03-17T23:00:00.000Z',
      '2026-03-18T17:00:00.000Z', 'posted', 'due', '2345', '5678', '5678');
    INSERT INTO check_in VALUES ('check-in-1', 'member-1', 'group-1.c.1', 'Read.', NULL, 'Joins.', 2.5, 'sql', 1, 0, 0,
      '2026-03-10T12:00:00.000Z', '2026-03-10T12:00:00.000Z', 1, NULL, NULL, '5678', '6789');
    INSERT INTO check_in_revision VALUES ('revision-1', 'check-in-1', 'member-1', '2026-03-10T12:00:00.000Z', 'written',
      '{"did":"Read."}');
    INSERT INTO streak_fold VALUES ('member-1', '2026-03-15T23:00:00.000Z', 1, 1, '');
    INSERT INTO check_in_setting VALUES ('member-1', 1, 0, '22:00', '08:00', NULL, NULL, '2026-03-10T12:00:00.000Z');
    INSERT OR REPLACE INTO period_look VALUES ('group-1', '2026-03-15T23:00:00.000Z');
    INSERT INTO reminder_look VALUES ('member-1', '2026-03-15T17:00:00.000Z');
    INSERT INTO private_chat (user_id, channel_id) VALUES ('ada', '7890');
    INSERT INTO partnership VALUES ('pair-1', 'member-1', 1, '2026-03-10T12:00:00.000Z', NULL, NULL);
    INSERT INTO help_request VALUES ('help-1', 'member-1', 'group-1', 'sql', NULL, '2026-03-10T12:00:00.000Z', NULL);
    INSERT INTO help_offer VALUES ('help-1', 'member-1', '2026-03-10T12:00:00.000Z');
    INSERT INTO prompt_wake VALUES ('group-1', '2026-03-10T12:00:00.000Z')`,
  '2026-11-25-01-index-hidden-check-ins': `UPDATE check_in SET hidden_at = '2026-03-11T12:00:00.000Z'`,
  '2026-11-25-02-note-missed-message': `
    UPDATE private_chat SET missed = '[{"kind":"nudge","endsReminders":false}]'`,
  '2026-11-25-03-add-check-in-pair': `UPDATE check_in SET partner_pair_id = 'pair-1'`,
  '2026-11-25-04-index-memberships-of-member': `INSERT INTO membership VALUES ('membership-2', 'member-1', 'group-1',
    '2026-03-01T12:00:00.000Z', '2026-03-02T11:00:00.000Z')`,
  '2026-11-25-06-rename-streak-grounds': `UPDATE streak_fold SET grounds = 'group-1'`,
  '2026-11-25-05-extend-outbox': `UPDATE outbox SET decisions = 1,
    attempted_in = '[{"kind":"channel","channelId":"2345"}]'`,
};

/** What a later migration took away. */
const goneColumns: readonly string[] = ['partner_may_see', 'rests'];

async function run(db: Db, ...statements: readonly string[]): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

async function rowsOf(db: Db, query: string): Promise<readonly Row[]> {
  return (await sql.raw<Row>(query).execute(db)).rows;
}

/** Every table, index and row, without what Kysely keeps for itself. */
async function contentOf(db: Db): Promise<Row> {
  const schema = await rowsOf(
    db,
    `SELECT name, type, sql FROM sqlite_schema WHERE name NOT LIKE '%kysely%' ORDER BY name`,
  );
  const tables = schema.filter(({ type }) => type === 'table');
  const rows = tables.map(
    async ({ name }) =>
      [`rows of ${name}`, (await rowsOf(db, `SELECT * FROM "${name}"`)).map(withoutGoneColumns)] as const,
  );
  return { schema, ...Object.fromEntries(await Promise.all(rows)) };
}

/** Brings a database to a migration, and gives it after each the rows that it then has. */
async function useUntil(db: Db, last: string): Promise<void> {
  for (const name of migrations.slice(0, migrations.indexOf(last) + 1)) {
    await migrateTo(db, name);
    await run(db, ...(rowsWith[name] ?? '').split(';'));
  }
}

const withoutGoneColumns = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).filter(([column]) => !goneColumns.includes(column)));

const migratedNames = async (db: Db) =>
  (await rowsOf(db, 'SELECT name FROM kysely_migration ORDER BY name')).map(({ name }) => name);

/** What a migration of a test does, as the text of its file. It may use `db` only. */
const upFile = (body: string) => `export async function up(db) {\n${body}\n}\n`;
const createAuthor = upFile(`await db.schema.createTable('author')
  .addColumn('id', 'integer', (column) => column.primaryKey()).addColumn('name', 'text').execute();`);
const createBook = upFile(`await db.schema.createTable('book')
  .addColumn('id', 'integer', (column) => column.primaryKey())
  .addColumn('author_id', 'integer', (column) => column.notNull().references('author.id').onDelete('cascade')).execute();`);

/** A database with an author, who wrote two books. */
async function aLibrary(): Promise<Db> {
  const db = openTestDatabase();
  await migrateToLatest(db, freshFolder({ '01-author.ts': createAuthor, '02-book.ts': createBook }).url);
  await run(db, `INSERT INTO author VALUES (1, 'Ada')`, 'INSERT INTO book VALUES (1, 1), (2, 1)');
  return db;
}

/** Brings the library up to date with further migrations. */
const migrateLibrary = (db: Db, further: Readonly<Record<string, string>>) =>
  migrateToLatest(db, freshFolder({ '01-author.ts': createAuthor, '02-book.ts': createBook, ...further }).url);

test('an empty database reaches the newest migration', async () => {
  const db = openTestDatabase();
  await migrateToLatest(db, migrationsFolder);
  expect(await migratedNames(db)).toEqual(migrations);
});

test('every migration has rows to try the next one on', () => {
  expect(Object.keys(rowsWith).sort()).toEqual(migrations);
});

test.each(migrations)(
  'a database in use that stands at %s reaches the newest migration with its rows',
  async (name) => {
    const [old, empty] = [openTestDatabase(), openTestDatabase()];
    await useUntil(old, name);
    const { schema: _, ...before } = await contentOf(old);

    await migrateToLatest(old, migrationsFolder);
    await migrateToLatest(empty, migrationsFolder);

    const { schema, ...after } = await contentOf(old);
    expect(after).toMatchObject(before);
    expect(schema).toEqual((await contentOf(empty)).schema);
    expect(await migratedNames(old)).toEqual(migrations);
  },
);

test('a second start changes nothing', async () => {
  const db = await aLibrary();
  const before = await contentOf(db);
  await migrateLibrary(db, {});
  expect(await contentOf(db)).toEqual(before);
});

test('a migration that fails leaves the database as it was: its first statements and the migration before it are undone', async () => {
  const db = await aLibrary();
  const before = await contentOf(db);
  const migrating = migrateLibrary(db, {
    '03-reader.ts': upFile(`await db.schema.createTable('reader').addColumn('id', 'integer').execute();`),
    '04-broken.ts': upFile(`
      await db.schema.alterTable('book').addColumn('title', 'text').execute();
      await db.deleteFrom('book').where('id', '=', 1).execute();
      await db.updateTable('author').set({ name: 'Grace' }).execute();
      await db.schema.dropTable('kysely_nothing').execute();`),
  });

  await expect(migrating).rejects.toThrow(DatabaseError);
  await expect(migrating).rejects.toThrow(
    /^Migration 04-broken failed .* as it was before: no such table: kysely_nothing$/,
  );
  expect(await contentOf(db)).toEqual(before);
  expect(await migratedNames(db)).toEqual(['01-author', '02-book']);
});

test('after a failure the mended migration runs', async () => {
  const db = await aLibrary();
  await expect(migrateLibrary(db, { '03-title.ts': upFile(`throw new Error('not yet')`) })).rejects.toThrow('not yet');
  await migrateLibrary(db, {
    '03-title.ts': upFile(`await db.schema.alterTable('book').addColumn('title', 'text').execute();`),
  });
  expect(await rowsOf(db, 'SELECT id, title FROM book')).toEqual([
    { id: 1, title: null },
    { id: 2, title: null },
  ]);
});

test('a migration that leaves rows which refer to nothing is refused', async () => {
  const db = await aLibrary();
  const before = await contentOf(db);
  const migrating = migrateLibrary(db, { '03-forget.ts': upFile(`await db.deleteFrom('author').execute();`) });

  await expect(migrating).rejects.toThrow(/Migration 03-forget failed .* it leaves 2 rows that refer to nothing/);
  expect(await contentOf(db)).toEqual(before);
});

test('rebuilding a table keeps the rows that refer to it', async () => {
  const db = await aLibrary();
  await migrateLibrary(db, {
    '03-rebuild.ts': upFile(`
      await db.schema.createTable('author_new').addColumn('id', 'integer', (column) => column.primaryKey())
        .addColumn('name', 'text', (column) => column.notNull()).execute();
      await db.insertInto('author_new').expression(db.selectFrom('author').select(['id', 'name'])).execute();
      await db.schema.dropTable('author').execute();
      await db.schema.alterTable('author_new').renameTo('author').execute();`),
  });

  expect(await rowsOf(db, 'SELECT * FROM book')).toEqual([
    { id: 1, author_id: 1 },
    { id: 2, author_id: 1 },
  ]);
  expect(await rowsOf(db, 'SELECT * FROM author')).toEqual([{ id: 1, name: 'Ada' }]);
});

test.each([
  { name: 'went well', further: {}, error: undefined },
  { name: 'failed', further: { '03-broken.ts': upFile(`throw new Error('broken')`) }, error: 'broken' },
  { name: 'could not be read', further: { '03-unreadable.ts': `throw new Error('unreadable');` }, error: 'unreadable' },
])('foreign keys are watched again after a migration that $name', async ({ further, error }) => {
  const db = await aLibrary();
  const migrating = migrateLibrary(db, further);
  await (error === undefined ? migrating : expect(migrating).rejects.toThrow(error));
  await expect(run(db, 'INSERT INTO book VALUES (3, 99)')).rejects.toThrow('FOREIGN KEY');
});

test('a database of a newer Cairn is refused with a sentence that says so, and stays as it is', async () => {
  const db = await aLibrary();
  const before = await contentOf(db);
  const migrating = migrateToLatest(db, freshFolder({ '01-author.ts': createAuthor }).url);

  await expect(migrating).rejects.toThrow(DatabaseError);
  await expect(migrating).rejects.toThrow('The database was written by a newer Cairn than this one. Update Cairn');
  expect(await contentOf(db)).toEqual(before);
});

test('a file beside the migrations that is no TypeScript is left alone', async () => {
  const db = openTestDatabase();
  await migrateToLatest(db, freshFolder({ '01-author.ts': createAuthor, 'README.md': 'Never edit one.' }).url);
  expect(await migratedNames(db)).toEqual(['01-author']);
});

test('a migration that was put between two that ran is not called a newer Cairn', async () => {
  const db = openTestDatabase();
  const up = 'export async function up() {}';
  await migrateToLatest(db, freshFolder({ '01.ts': up, '03.ts': up }).url);
  const error: Error = await migrateToLatest(db, freshFolder({ '01.ts': up, '02.ts': up, '03.ts': up }).url).then(
    () => new Error('it went through'),
    (reason) => reason,
  );
  expect(error.message).not.toContain('newer');
});

test.each([
  ['the pair that stood when it was written', '2026-03-09T12:00:00.000Z', 'NULL', 'pair-1'],
  ['nobody where the pair came later', '2026-03-11T12:00:00.000Z', 'NULL', null],
  ['nobody where the pair has ended', '2026-03-09T12:00:00.000Z', `'2026-03-12T12:00:00.000Z'`, null],
  ['nobody where the pair never came about', undefined, 'NULL', null],
])('what was ticked for a partner before pairs were kept belongs to %s', async (_whom, acceptedAt, endedAt, pairId) => {
  const db = openTestDatabase();
  await useUntil(db, migrations.findLast((name) => name < '2026-11-25-02') ?? '');
  const accepted = acceptedAt === undefined ? 'NULL' : `'${acceptedAt}'`;
  await run(
    db,
    'UPDATE check_in SET is_private = 1, partner_may_see = 1',
    `UPDATE partnership SET accepted_at = ${accepted}, ended_at = ${endedAt}`,
  );
  await migrateToLatest(db, migrationsFolder);
  expect(await rowsOf(db, 'SELECT partner_pair_id FROM check_in')).toEqual([{ partner_pair_id: pairId }]);
});
