import { type Kysely, sql } from 'kysely';

/**
 * What a member did: an append-only history, and the state that it leads to, kept so that reading does not add it up.
 * An item is `step`, `step/topic` or `step/build`. An undo is a row that names the row it undoes; each at most once.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createProgressEvent(db);
  await createProgressItem(db);
  await createStepEvidence(db);
  await createReadinessRating(db);
}

async function createProgressEvent(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('progress_event')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('member_id', 'text', (column) => column.notNull().references('member.id'))
    .addColumn('roadmap_id', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('changes', 'text', (column) => column.notNull())
    .addColumn('undoes', 'text', (column) => column.references('progress_event.id').unique())
    .modifyEnd(sql`STRICT, WITHOUT ROWID`)
    .execute();
  await db.schema.createIndex('progress_event_member').on('progress_event').columns(['member_id', 'at']).execute();
}

async function createProgressItem(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('progress_item')
    .addColumn('member_id', 'text', (column) => column.notNull().references('member.id'))
    .addColumn('roadmap_id', 'text', (column) => column.notNull())
    .addColumn('item_id', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull().check(sql`state IN ('started', 'done', 'aside')`))
    .addColumn('since', 'text', (column) => column.notNull())
    .addColumn('event_id', 'text', (column) => column.notNull().references('progress_event.id'))
    .addPrimaryKeyConstraint('progress_item_pk', ['member_id', 'roadmap_id', 'item_id'])
    .modifyEnd(sql`STRICT, WITHOUT ROWID`)
    .execute();
  // Without it SQLite reads this whole table for each event that is deleted, to see that no item refers to it.
  await db.schema.createIndex('progress_item_event_id').on('progress_item').column('event_id').execute();
}

async function createStepEvidence(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('step_evidence')
    .addColumn('member_id', 'text', (column) => column.notNull().references('member.id'))
    .addColumn('roadmap_id', 'text', (column) => column.notNull())
    .addColumn('step_id', 'text', (column) => column.notNull())
    .addColumn('link', 'text')
    .addColumn('note', 'text')
    .addColumn('recorded_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('step_evidence_pk', ['member_id', 'roadmap_id', 'step_id'])
    .modifyEnd(sql`STRICT, WITHOUT ROWID`)
    .execute();
}

async function createReadinessRating(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('readiness_rating')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('member_id', 'text', (column) => column.notNull().references('member.id'))
    .addColumn('roadmap_id', 'text', (column) => column.notNull())
    .addColumn('check_id', 'text', (column) => column.notNull())
    .addColumn('level', 'text', (column) =>
      column.notNull().check(sql`level IN ('not-yet', 'with-help', 'alone', 'teach')`),
    )
    .addColumn('evidence', 'text')
    .addColumn('at', 'text', (column) => column.notNull())
    .modifyEnd(sql`STRICT, WITHOUT ROWID`)
    .execute();
  await db.schema.createIndex('readiness_rating_member').on('readiness_rating').columns(['member_id', 'at']).execute();
}
