import { type Kysely, sql } from 'kysely';

/** What could not be said to a person privately, and is still to be told at their next command. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('private_chat').addColumn('missed', 'text').execute();
  await sql`UPDATE private_chat SET missed = '[{"kind":"reminder","endsReminders":true}]'
    WHERE closed_at IS NOT NULL AND told_at IS NULL`.execute(db);
}
