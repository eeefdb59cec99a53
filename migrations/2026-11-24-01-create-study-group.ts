import { type Kysely, sql } from 'kysely';

/**
 * A cohort in one server, when it does what, and who is in it. `group_schedule` is versioned: a changed zone or rhythm
 * never rewrites what was. `actor_id` is who did something: the entry outlives them, their id does not.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createStudyGroup(db);
  await createGroupSchedule(db);
  await createGroupBreak(db);
  await createMembership(db);
  await createGroupChange(db);
}

async function createStudyGroup(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('study_group')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('server_id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('channel_id', 'text', (column) => column.notNull())
    .addColumn('channel_kind', 'text', (column) =>
      column.notNull().check(sql`channel_kind IN ('text', 'announcement', 'forum')`),
    )
    .addColumn('forum_tag_id', 'text')
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('moderator_role_id', 'text')
    .addColumn('member_role_id', 'text')
    .addColumn('ping_role_id', 'text')
    .addColumn('notice_channel_id', 'text')
    .addColumn('shows_events', 'integer', (column) => column.notNull().check(sql`shows_events IN (0, 1)`))
    .addColumn('actor_id', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('archived_at', 'text')
    .modifyEnd(sql`STRICT, WITHOUT ROWID`)
    .execute();
  await db.schema.createIndex('study_group_server_id').on('study_group').column('server_id').execute();
}

async function createGroupSchedule(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('group_schedule')
    .addColumn('group_id', 'text', (column) => column.notNull().references('study_group.id'))
    .addColumn('valid_from', 'text', (column) => column.notNull())
    .addColumn('zone', 'text', (column) => column.notNull())
    .addColumn('start_day', 'text', (column) => column.notNull())
    .addColumn('months', 'integer', (column) => column.notNull().check(sql`months IN (8, 16)`))
    .addColumn('post_time', 'text', (column) => column.notNull())
    .addColumn('rhythm', 'text', (column) =>
      column.notNull().check(sql`rhythm IN ('weekly', 'twice-weekly', 'two-weekly', 'daily')`),
    )
    .addPrimaryKeyConstraint('group_schedule_pk', ['group_id', 'valid_from'])
    .modifyEnd(sql`STRICT, WITHOUT ROWID`)
    .execute();
}

/** A break has both its days. A pause of the group has no last day while it lasts. */
async function createGroupBreak(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('group_break')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('group_id', 'text', (column) => column.notNull().references('study_group.id'))
    .addColumn('kind', 'text', (column) => column.notNull().check(sql`kind IN ('break', 'pause')`))
    .addColumn('first_day', 'text', (column) => column.notNull())
    .addColumn('last_day', 'text', (column) => column.check(sql`last_day IS NOT NULL OR kind = 'pause'`))
    .addColumn('shifts', 'integer', (column) => column.notNull().check(sql`shifts IN (0, 1)`))
    .addColumn('recorded_at', 'text', (column) => column.notNull())
    .addColumn('cancelled_at', 'text')
    .modifyEnd(sql`STRICT, WITHOUT ROWID`)
    .execute();
  await db.schema.createIndex('group_break_group_id').on('group_break').column('group_id').execute();
}

async function createMembership(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('membership')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('member_id', 'text', (column) => column.notNull().references('member.id'))
    .addColumn('group_id', 'text', (column) => column.notNull().references('study_group.id'))
    .addColumn('joined_at', 'text', (column) => column.notNull())
    .addColumn('left_at', 'text')
    .modifyEnd(sql`STRICT, WITHOUT ROWID`)
    .execute();
  await sql`CREATE UNIQUE INDEX membership_one_at_a_time ON membership (member_id) WHERE left_at IS NULL`.execute(db);
  await db.schema.createIndex('membership_group_id').on('membership').columns(['group_id', 'left_at']).execute();
}

/** What moderators changed: who, when, what. */
async function createGroupChange(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('group_change')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('group_id', 'text', (column) => column.notNull().references('study_group.id'))
    .addColumn('actor_id', 'text')
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('change', 'text', (column) => column.notNull())
    .modifyEnd(sql`STRICT, WITHOUT ROWID`)
    .execute();
  await db.schema.createIndex('group_change_group_id').on('group_change').columns(['group_id', 'at']).execute();
}
