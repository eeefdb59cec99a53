import { type Kysely, sql } from 'kysely';

/**
 * A person in one server, and everything that says how they learn. No progress is shared across servers.
 * `pace_change` is versioned: what was true at some time is never updated, so that a past forecast can be explained.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createMember(db);
  await createPaceChange(db);
  await createPause(db);
  await createPrivateChatChoice(db);
}

async function createMember(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('member')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('server_id', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('joined_at', 'text', (column) => column.notNull())
    .addColumn('left_at', 'text')
    .addColumn('seen_at', 'text', (column) => column.notNull())
    .addColumn('track_id', 'text')
    .addColumn('language', 'text')
    .addColumn('progress_visibility', 'text', (column) =>
      column.notNull().check(sql`progress_visibility IN ('nobody', 'group', 'server')`),
    )
    .addColumn('reminders', 'text', (column) =>
      column.notNull().check(sql`reminders IN ('off', 'light', 'standard', 'active')`),
    )
    .addUniqueConstraint('member_server_user', ['server_id', 'user_id'])
    .modifyEnd(sql`STRICT, WITHOUT ROWID`)
    .execute();
  await db.schema.createIndex('member_user_id').on('member').column('user_id').execute();
}

async function createPaceChange(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('pace_change')
    .addColumn('member_id', 'text', (column) => column.notNull().references('member.id'))
    .addColumn('valid_from', 'text', (column) => column.notNull())
    .addColumn('hours', 'integer', (column) => column.notNull().check(sql`hours BETWEEN 1 AND 60`))
    .addColumn('zone', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('pace_change_pk', ['member_id', 'valid_from'])
    .modifyEnd(sql`STRICT, WITHOUT ROWID`)
    .execute();
}

async function createPause(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('pause')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('member_id', 'text', (column) => column.notNull().references('member.id'))
    .addColumn('first_day', 'text', (column) => column.notNull())
    .addColumn('last_day', 'text', (column) => column.notNull().check(sql`last_day >= first_day`))
    .addColumn('recorded_at', 'text', (column) => column.notNull())
    .addColumn('cancelled_at', 'text')
    .modifyEnd(sql`STRICT, WITHOUT ROWID`)
    .execute();
  await db.schema.createIndex('pause_member_id').on('pause').column('member_id').execute();
}

async function createPrivateChatChoice(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('private_chat_choice')
    .addColumn('user_id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('server_id', 'text', (column) => column.notNull())
    .modifyEnd(sql`STRICT, WITHOUT ROWID`)
    .execute();
}
