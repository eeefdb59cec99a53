import { type Kysely, sql } from 'kysely';

/** Servers that removed the bot, as Discord said so, until what was kept for them is deleted or they come back. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('server_removal')
    .addColumn('server_id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('removed_at', 'text', (column) => column.notNull())
    .modifyEnd(sql`STRICT, WITHOUT ROWID`)
    .execute();
  await db.schema.createIndex('member_seen_at').on('member').column('seen_at').execute();
}
