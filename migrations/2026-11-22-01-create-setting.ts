import { type Kysely, sql } from 'kysely';

/** What the bot remembers for itself, for each Discord application. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('setting')
    .addColumn('application_id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('setting_pk', ['application_id', 'name'])
    .modifyEnd(sql`STRICT, WITHOUT ROWID`)
    .execute();
}
