import { type Kysely, sql } from 'kysely';

/**
 * Everything that people see beside an answer is a row here, written in the transaction that decided it.
 * Its key is made of what it is (group, kind, part), never of a row id: a restored backup knows yesterday's posts.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createOutbox(db);
  await createMilestone(db);
}

async function createOutbox(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('outbox')
    .addColumn('key', 'text', (column) => column.notNull().primaryKey())
    .addColumn('marks', 'text', (column) => column.notNull())
    .addColumn('operation', 'text', (column) => column.notNull())
    .addColumn('payload', 'text', (column) => column.notNull())
    .addColumn('server_id', 'text')
    .addColumn('group_id', 'text', (column) => column.references('study_group.id'))
    .addColumn('member_id', 'text', (column) => column.references('member.id'))
    .addColumn('user_id', 'text')
    .addColumn('due_at', 'text', (column) => column.notNull())
    .addColumn('not_after', 'text')
    .addColumn('state', 'text', (column) =>
      column.notNull().check(sql`state IN ('waiting', 'sent', 'blocked', 'uncertain', 'failed', 'missed', 'dropped')`),
    )
    .addColumn('problem', 'text')
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('first_attempt_at', 'text')
    .addColumn('next_attempt_at', 'text', (column) => column.notNull())
    .addColumn('lease_id', 'text')
    .addColumn('lease_until', 'text')
    .addColumn('channel_id', 'text')
    .addColumn('message_id', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('settled_at', 'text')
    .modifyEnd(sql`STRICT, WITHOUT ROWID`)
    .execute();
  await db.schema.createIndex('outbox_state').on('outbox').columns(['state', 'next_attempt_at']).execute();
  await db.schema.createIndex('outbox_group_id').on('outbox').columns(['group_id', 'due_at']).execute();
  await db.schema.createIndex('outbox_member_id').on('outbox').column('member_id').execute();
  await db.schema.createIndex('outbox_user_id').on('outbox').column('user_id').execute();
}

/** The dates of a group. One whose post is in the outbox (`post_key`) is never touched again. */
async function createMilestone(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('milestone')
    .addColumn('group_id', 'text', (column) => column.notNull().references('study_group.id'))
    .addColumn('kind', 'text', (column) =>
      column.notNull().check(sql`kind IN ('week-before', 'kick-off', 'part', 'phase-end', 'half-way', 'graduation')`),
    )
    .addColumn('part', 'integer', (column) => column.notNull())
    .addColumn('due_at', 'text', (column) => column.notNull())
    .addColumn('moved_to', 'text')
    .addColumn('moved_at', 'text')
    .addColumn('fate', 'text', (column) =>
      column.notNull().check(sql`fate IN ('planned', 'before-cairn', 'skipped', 'missed', 'posted')`),
    )
    .addColumn('post_key', 'text', (column) =>
      column.references('outbox.key').check(sql`(fate = 'posted') = (post_key IS NOT NULL)`),
    )
    .addPrimaryKeyConstraint('milestone_pk', ['group_id', 'kind', 'part'])
    .modifyEnd(sql`STRICT, WITHOUT ROWID`)
    .execute();
  await db.schema.createIndex('milestone_due_at').on('milestone').columns(['fate', 'due_at']).execute();
  await db.schema.createIndex('milestone_post_key').on('milestone').column('post_key').execute();
}
