import { type Kysely, sql } from 'kysely';

/** Screens that somebody showed to a channel, so that they, or a moderator, can take them away again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('public_message')
    .addColumn('message_id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('channel_id', 'text', (column) => column.notNull())
    .addColumn('server_id', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('shared_at', 'text', (column) => column.notNull())
    .modifyEnd(sql`STRICT, WITHOUT ROWID`)
    .execute();
  await db.schema.createIndex('public_message_user_id').on('public_message').column('user_id').execute();
}
