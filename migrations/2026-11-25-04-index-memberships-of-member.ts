import type { Kysely } from 'kysely';

/** For the history of one member, which a streak and every look at their reminders begin with. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('membership_member_id').on('membership').columns(['member_id', 'joined_at']).execute();
}
