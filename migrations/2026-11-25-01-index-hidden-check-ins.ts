import { type Kysely, sql } from 'kysely';

/** For the list of what moderators hid: a few of very many. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`CREATE INDEX check_in_hidden ON check_in (period_id) WHERE hidden_at IS NOT NULL`.execute(db);
}
