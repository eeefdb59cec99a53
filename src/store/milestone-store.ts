import type { Selectable } from 'kysely';
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
