import type { Kysely } from 'kysely';

/** Where an entry may have been sent: a group's channel may be another one by the time at which it is looked for. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('outbox').addColumn('attempted_in', 'text').execute();
}
