import { type Kysely, sql } from 'kysely';

/**
 * What a member decided about their plan beside their hours a week: more hours for some time, or a later end.
 * Days are study days, so that a pause in between takes nothing away. A row is never changed, only cancelled.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('plan_change')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('member_id', 'text', (column) => column.notNull().references('member.id'))
    .addColumn('kind', 'text', (column) => column.notNull().check(sql`kind IN ('more-hours', 'later-end')`))
    .addColumn('first_day', 'text', (column) => column.notNull())
    .addColumn('days', 'integer', (column) => column.notNull().check(sql`days > 0`))
    .addColumn('hours', 'integer', (column) => column.check(sql`(kind = 'more-hours') = (hours IS NOT NULL)`))
    .addColumn('recorded_at', 'text', (column) => column.notNull())
    .addColumn('cancelled_at', 'text')
    .modifyEnd(sql`STRICT, WITHOUT ROWID`)
    .execute();
  await db.schema.createIndex('plan_change_member_id').on('plan_change').column('member_id').execute();
}
