import { type Kysely, sql } from 'kysely';

/**
 * For which pair a private check-in was ticked: the one that stands now, if it stood when that was last written. What
 * was ticked for an earlier partner is nobody's else.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('check_in').addColumn('partner_pair_id', 'text').execute();
  await sql`UPDATE check_in SET partner_pair_id = (
      SELECT pair_id FROM partnership
      WHERE partnership.member_id = check_in.member_id AND ended_at IS NULL AND accepted_at <= check_in.changed_at)
    WHERE partner_may_see = 1`.execute(db);
  await db.schema.alterTable('check_in').dropColumn('partner_may_see').execute();
  // For the recap: which check-in finished a step.
  await sql`CREATE INDEX check_in_finished_step ON check_in (member_id, finished_step_id)
    WHERE finished_step_id IS NOT NULL`.execute(db);
}
