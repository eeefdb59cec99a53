import { type Kysely, sql } from 'kysely';

/**
 * Periods as they were when they opened, what members said about them, and what reminders, partners and helpers need.
 * The id of a period is made of whose it is and its number: a restored backup makes the same one again.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createPeriod(db);
  await createCheckIn(db);
  await createCheckInRevision(db);
  await createStreakFold(db);
  await createCheckInSetting(db);
  await createReminderLook(db);
  await createPrivateChat(db);
  await createPartnership(db);
  await createHelp(db);
  await createPromptWake(db);
  await createPeriodLook(db);
  // For the check of a group, which may have a year of cards.
  await db.schema
    .createIndex('outbox_group_operation')
    .on('outbox')
    .columns(['group_id', 'operation', 'due_at'])
    .execute();
  // For the recap: which steps were finished in a period.
  await sql`CREATE INDEX progress_item_step_done ON progress_item (since)
    WHERE state = 'done' AND instr(item_id, '/') = 0`.execute(db);
}

/** Of a group, or of a member who learns alone. Those of groups are written when they open, the others when needed. */
async function createPeriod(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('period')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('group_id', 'text', (column) => column.references('study_group.id'))
    .addColumn('member_id', 'text', (column) =>
      column.references('member.id').check(sql`(member_id IS NULL) <> (group_id IS NULL)`),
    )
    .addColumn('sequence', 'integer', (column) => column.notNull())
    .addColumn('rhythm', 'text', (column) =>
      column.notNull().check(sql`rhythm IN ('weekly', 'twice-weekly', 'two-weekly', 'daily')`),
    )
    .addColumn('zone', 'text', (column) => column.notNull())
    .addColumn('first_day', 'text', (column) => column.notNull())
    .addColumn('last_day', 'text', (column) => column.notNull())
    .addColumn('opens_at', 'text', (column) => column.notNull())
    .addColumn('prompt_at', 'text', (column) => column.notNull())
    .addColumn('closes_at', 'text', (column) => column.notNull())
    .addColumn('grace_ends_at', 'text', (column) => column.notNull())
    .addColumn('recap_at', 'text', (column) => column.notNull())
    .addColumn('prompt_state', 'text', (column) =>
      column.notNull().check(sql`prompt_state IN ('due', 'ordered', 'posted', 'missed', 'resting', 'break', 'none')`),
    )
    .addColumn('recap_state', 'text', (column) =>
      column.notNull().check(sql`recap_state IN ('due', 'posted', 'empty', 'missed', 'none')`),
    )
    .addColumn('channel_id', 'text')
    .addColumn('starter_message_id', 'text')
    .addColumn('thread_id', 'text')
    .addUniqueConstraint('period_of_group', ['group_id', 'sequence'])
    .addUniqueConstraint('period_of_member', ['member_id', 'sequence'])
    .modifyEnd(sql`STRICT, WITHOUT ROWID`)
    .execute();
  await db.schema.createIndex('period_group_closes').on('period').columns(['group_id', 'closes_at']).execute();
  await sql`CREATE INDEX period_prompt_due ON period (prompt_at) WHERE prompt_state = 'due'`.execute(db);
  await sql`CREATE INDEX period_recap_due ON period (recap_at) WHERE recap_state = 'due'`.execute(db);
}

async function createCheckIn(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('check_in')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('member_id', 'text', (column) => column.notNull().references('member.id'))
    .addColumn('period_id', 'text', (column) => column.notNull().references('period.id'))
    .addColumn('did', 'text', (column) => column.notNull())
    .addColumn('next', 'text')
    .addColumn('obstacle', 'text')
    .addColumn('hours', 'real', (column) => column.check(sql`hours >= 0`))
    .addColumn('finished_step_id', 'text')
    .addColumn('asks_for_help', 'integer', (column) => column.notNull().check(sql`asks_for_help IN (0, 1)`))
    .addColumn('is_private', 'integer', (column) => column.notNull().check(sql`is_private IN (0, 1)`))
    .addColumn('partner_may_see', 'integer', (column) => column.notNull().check(sql`partner_may_see IN (0, 1)`))
    .addColumn('first_at', 'text', (column) => column.notNull())
    .addColumn('changed_at', 'text', (column) => column.notNull())
    .addColumn('counts', 'integer', (column) => column.notNull().check(sql`counts IN (0, 1)`))
    .addColumn('taken_back_at', 'text')
    .addColumn('hidden_at', 'text')
    .addColumn('channel_id', 'text')
    .addColumn('message_id', 'text')
    .addUniqueConstraint('check_in_once', ['member_id', 'period_id'])
    .modifyEnd(sql`STRICT, WITHOUT ROWID`)
    .execute();
  await db.schema.createIndex('check_in_period_id').on('check_in').column('period_id').execute();
  await sql`CREATE UNIQUE INDEX check_in_message_id ON check_in (message_id) WHERE message_id IS NOT NULL`.execute(db);
}

/** Append-only. */
async function createCheckInRevision(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('check_in_revision')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('check_in_id', 'text', (column) => column.notNull().references('check_in.id'))
    .addColumn('member_id', 'text', (column) => column.notNull().references('member.id'))
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) =>
      column.notNull().check(sql`kind IN ('written', 'corrected', 'taken-back', 'hidden', 'shown')`),
    )
    .addColumn('content', 'text')
    .modifyEnd(sql`STRICT, WITHOUT ROWID`)
    .execute();
  await db.schema.createIndex('check_in_revision_of').on('check_in_revision').columns(['check_in_id', 'at']).execute();
  await db.schema.createIndex('check_in_revision_member_id').on('check_in_revision').column('member_id').execute();
}

/** Where a streak stood when the last settled period closed. It follows from everything else and may be deleted. */
async function createStreakFold(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('streak_fold')
    .addColumn('member_id', 'text', (column) => column.notNull().primaryKey().references('member.id'))
    .addColumn('through', 'text', (column) => column.notNull())
    .addColumn('kept', 'integer', (column) => column.notNull())
    .addColumn('quarters', 'integer', (column) => column.notNull())
    .addColumn('rests', 'text', (column) => column.notNull())
    .modifyEnd(sql`STRICT, WITHOUT ROWID`)
    .execute();
}

async function createCheckInSetting(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('check_in_setting')
    .addColumn('member_id', 'text', (column) => column.notNull().primaryKey().references('member.id'))
    .addColumn('shows_streak', 'integer', (column) => column.notNull().check(sql`shows_streak IN (0, 1)`))
    .addColumn('helps_others', 'integer', (column) => column.notNull().check(sql`helps_others IN (0, 1)`))
    .addColumn('quiet_from', 'text')
    .addColumn('quiet_to', 'text', (column) => column.check(sql`(quiet_to IS NULL) = (quiet_from IS NULL)`))
    .addColumn('snoozed_until', 'text')
    .addColumn('snoozed_period_id', 'text')
    .addColumn('offered_at', 'text')
    .modifyEnd(sql`STRICT, WITHOUT ROWID`)
    .execute();
}

/** When to look next whether a member is to be reminded. Whoever wants no reminders and has no partner has no row. */
async function createReminderLook(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('reminder_look')
    .addColumn('member_id', 'text', (column) => column.notNull().primaryKey().references('member.id'))
    .addColumn('look_at', 'text', (column) => column.notNull())
    .modifyEnd(sql`STRICT, WITHOUT ROWID`)
    .execute();
  await db.schema.createIndex('reminder_look_at').on('reminder_look').column('look_at').execute();
}

/** The private chat with a person: one, whatever servers they are in. */
async function createPrivateChat(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('private_chat')
    .addColumn('user_id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('channel_id', 'text')
    .addColumn('closed_at', 'text')
    .addColumn('told_at', 'text')
    .modifyEnd(sql`STRICT, WITHOUT ROWID`)
    .execute();
}

/** A row for each of the two, so that each goes with its member and the other's stays. */
async function createPartnership(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('partnership')
    .addColumn('pair_id', 'text', (column) => column.notNull())
    .addColumn('member_id', 'text', (column) => column.notNull().references('member.id'))
    .addColumn('has_asked', 'integer', (column) => column.notNull().check(sql`has_asked IN (0, 1)`))
    .addColumn('asked_at', 'text', (column) => column.notNull())
    .addColumn('accepted_at', 'text')
    .addColumn('ended_at', 'text')
    .addPrimaryKeyConstraint('partnership_pk', ['pair_id', 'member_id'])
    .modifyEnd(sql`STRICT, WITHOUT ROWID`)
    .execute();
  await db.schema.createIndex('partnership_member_id').on('partnership').column('member_id').execute();
  await sql`CREATE UNIQUE INDEX partnership_one_at_a_time ON partnership (member_id)
    WHERE accepted_at IS NOT NULL AND ended_at IS NULL`.execute(db);
}

/**
 * Who is stuck with a step, and who offered to help. A blocker is such a request or a check-in that asks for help; it
 * may be gone before the offer is, so the offer does not refer to it.
 */
async function createHelp(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('help_request')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('member_id', 'text', (column) => column.notNull().references('member.id'))
    .addColumn('group_id', 'text', (column) => column.notNull().references('study_group.id'))
    .addColumn('step_id', 'text', (column) => column.notNull())
    .addColumn('words', 'text')
    .addColumn('asked_at', 'text', (column) => column.notNull())
    .addColumn('settled_at', 'text')
    .modifyEnd(sql`STRICT, WITHOUT ROWID`)
    .execute();
  await db.schema.createIndex('help_request_member_id').on('help_request').column('member_id').execute();
  await db.schema.createIndex('help_request_group_id').on('help_request').columns(['group_id', 'asked_at']).execute();
  await db.schema
    .createTable('help_offer')
    .addColumn('blocker_id', 'text', (column) => column.notNull())
    .addColumn('member_id', 'text', (column) => column.notNull().references('member.id'))
    .addColumn('offered_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('help_offer_pk', ['blocker_id', 'member_id'])
    .modifyEnd(sql`STRICT, WITHOUT ROWID`)
    .execute();
  await db.schema.createIndex('help_offer_member_id').on('help_offer').column('member_id').execute();
}

/** When a moderator last woke the prompts of a group: empty periods before it no longer count. */
async function createPromptWake(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('prompt_wake')
    .addColumn('group_id', 'text', (column) => column.notNull().primaryKey().references('study_group.id'))
    .addColumn('woken_at', 'text', (column) => column.notNull())
    .modifyEnd(sql`STRICT, WITHOUT ROWID`)
    .execute();
}

/** When to look next whether a period of a group opens. An archived group has no row once all of its are written down. */
async function createPeriodLook(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('period_look')
    .addColumn('group_id', 'text', (column) => column.notNull().primaryKey().references('study_group.id'))
    .addColumn('look_at', 'text', (column) => column.notNull())
    .modifyEnd(sql`STRICT, WITHOUT ROWID`)
    .execute();
  await db.schema.createIndex('period_look_at').on('period_look').column('look_at').execute();
  await sql`INSERT INTO period_look SELECT id, created_at FROM study_group`.execute(db);
}
