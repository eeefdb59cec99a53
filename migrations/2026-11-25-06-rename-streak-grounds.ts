import type { Kysely } from 'kysely';

/** What a streak rests on is more than breaks and pauses: also in which groups its member was. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('streak_fold').renameColumn('rests', 'grounds').execute();
}
