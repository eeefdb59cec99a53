import { type Selectable, sql } from 'kysely';
import { compareMilestones, type Milestone, type MilestoneId } from '../domain/milestone.ts';
import { fromStoredInstant, toStoredInstant } from '../lib/stored-instant.ts';
import { Temporal } from '../lib/temporal.ts';
import type { Db, MilestoneTable } from './database.ts';

/** Keeps how a milestone stands now. One that is bound to a post is left as it is. */
export async function saveMilestone(trx: Db, milestone: Milestone): Promise<void> {
  const values = {
    due_at: toStoredInstant(milestone.dueAt),
    moved_to: milestone.moved?.to.toString() ?? null,
    moved_at: milestone.moved ? toStoredInstant(milestone.moved.at) : null,
    fate: milestone.fate,
    post_key: milestone.postKey ?? null,
  };
  await trx
    .insertInto('milestone')
    .values({ group_id: milestone.groupId, kind: milestone.kind, part: milestone.part, ...values })
    .onConflict((conflict) =>
      conflict.columns(['group_id', 'kind', 'part']).doUpdateSet(values).where('milestone.fate', '<>', 'posted'),
    )
    .execute();
}

/** Every milestone of a group, the earliest first; those of one instant in the order in which a post has them. */
export async function listMilestones(db: Db, groupId: string): Promise<Milestone[]> {
  const rows = await db.selectFrom('milestone').selectAll().where('group_id', '=', groupId).execute();
  return rows.map(toMilestone).toSorted(compareMilestones);
}

export async function findMilestone(db: Db, groupId: string, id: MilestoneId): Promise<Milestone | undefined> {
  const row = await db
    .selectFrom('milestone')
    .selectAll()
    .where('group_id', '=', groupId)
    .where('kind', '=', id.kind)
    .where('part', '=', id.part)
    .executeTakeFirst();
  return row && toMilestone(row);
}

/** Milestones of a group that are due and not bound to a post yet. */
export async function listDueMilestones(db: Db, groupId: string, now: Temporal.Instant): Promise<Milestone[]> {
  // The plus keeps SQLite from going through all that is due, of every group, which it takes for the shorter way.
  const rows = await milestonesToPost(db)
    .selectAll('milestone')
    .where('milestone.group_id', '=', groupId)
    .where(sql`+milestone.fate`, '=', 'planned')
    .where(sql`+milestone.due_at`, '<=', toStoredInstant(now))
    .execute();
  return rows.map(toMilestone);
}

/** Groups that have something due to be bound to a post, the earliest first. */
export async function listGroupsWithDueMilestones(db: Db, now: Temporal.Instant): Promise<string[]> {
  const rows = await plannedMilestones(db)
    .select('milestone.group_id')
    .where('milestone.due_at', '<=', toStoredInstant(now))
    .groupBy('milestone.group_id')
    .orderBy((order) => order.fn.min('milestone.due_at'))
    .orderBy('milestone.group_id')
    .execute();
  return rows.map((row) => row.group_id);
}

/** When the next milestone is due that will be bound to a post, or was: it may lie in the past. */
export async function findNextDueMilestone(db: Db): Promise<Temporal.Instant | undefined> {
  const row = await plannedMilestones(db).select('milestone.due_at').orderBy('milestone.due_at').executeTakeFirst();
  return row && fromStoredInstant(row.due_at);
}

function plannedMilestones(db: Db) {
  return milestonesToPost(db).where('milestone.fate', '=', 'planned');
}

/** Without groups that are archived, that rest until further notice, or whose server has removed the bot. */
function milestonesToPost(db: Db) {
  return db
    .selectFrom('milestone')
    .innerJoin('study_group', 'study_group.id', 'milestone.group_id')
    .where('study_group.archived_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('server_removal')
            .select('server_removal.server_id')
            .whereRef('server_removal.server_id', '=', 'study_group.server_id'),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('group_break')
            .select('group_break.id')
            .whereRef('group_break.group_id', '=', 'milestone.group_id')
            .where('group_break.last_day', 'is', null)
            .where('group_break.cancelled_at', 'is', null),
        ),
      ),
    );
}

export function toMilestone(row: Selectable<MilestoneTable>): Milestone {
  const moved =
    row.moved_to === null || row.moved_at === null
      ? undefined
      : { to: Temporal.PlainDate.from(row.moved_to), at: fromStoredInstant(row.moved_at) };
  return {
    groupId: row.group_id,
    kind: row.kind,
    part: row.part,
    dueAt: fromStoredInstant(row.due_at),
    moved,
    fate: row.fate,
    postKey: row.post_key ?? undefined,
  };
}
