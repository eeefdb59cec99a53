import { type Kysely, sql } from 'kysely';

/**
 * Where an entry may have been sent: a group's channel may be another one by the time at which it is looked for. And how
 * often a moderator decided that it is to be sent, which outlasts whatever stands in the way meanwhile.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('outbox').addColumn('attempted_in', 'text').execute();
  await db.schema
    .alterTable('outbox')
    .addColumn('decisions', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  // What said so until now.
  await sql`UPDATE outbox SET decisions = 1, problem = NULL WHERE problem = 'post-it'`.execute(db);
}
