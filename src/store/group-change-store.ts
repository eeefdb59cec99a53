import type { Selectable } from 'kysely';
import type { ChangeOfGroup, GroupChange } from '../domain/group-change.ts';
import { fromStoredInstant, toStoredInstant } from '../lib/stored-instant.ts';
import type { Db, GroupChangeTable } from './database.ts';

/** Adds to the group's log. The same id twice is kept once. */
export async function insertGroupChange(trx: Db, { id, groupId, actorId, at, change }: GroupChange): Promise<void> {
  await trx
    .insertInto('group_change')
    .values({
      id,
      group_id: groupId,
      actor_id: actorId ?? null,
      at: toStoredInstant(at),
      change: JSON.stringify(change),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function findGroupChange(db: Db, groupId: string, id: string): Promise<GroupChange | undefined> {
  const row = await db
    .selectFrom('group_change')
    .selectAll()
    .where('group_id', '=', groupId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && toGroupChange(row);
}

/** The newest entries of a group's log first. */
export async function listGroupChanges(db: Db, groupId: string, limit: number): Promise<GroupChange[]> {
  const rows = await db
    .selectFrom('group_change')
    .selectAll()
    .where('group_id', '=', groupId)
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(toGroupChange);
}

function toGroupChange(row: Selectable<GroupChangeTable>): GroupChange {
  return {
    id: row.id,
    groupId: row.group_id,
    actorId: row.actor_id ?? undefined,
    at: fromStoredInstant(row.at),
    change: JSON.parse(row.change) as ChangeOfGroup,
  };
}
