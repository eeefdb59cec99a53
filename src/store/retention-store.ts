import { fromStoredInstant, toStoredInstant } from '../lib/stored-instant.ts';
import type { Temporal } from '../lib/temporal.ts';
import type { Db } from './database.ts';

/** Notes that a server removed the bot. Told twice, the first time counts. */
export async function insertServerRemoval(db: Db, serverId: string, removedAt: Temporal.Instant): Promise<void> {
  await db
    .insertInto('server_removal')
    .values({ server_id: serverId, removed_at: toStoredInstant(removedAt) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The bot is in the server (again). */
export async function deleteServerRemoval(db: Db, serverId: string): Promise<void> {
  await db.deleteFrom('server_removal').where('server_id', '=', serverId).execute();
}

export async function findServerRemoval(db: Db, serverId: string): Promise<Temporal.Instant | undefined> {
  const row = await db
    .selectFrom('server_removal')
    .select('removed_at')
    .where('server_id', '=', serverId)
    .executeTakeFirst();
  return row && fromStoredInstant(row.removed_at);
}

/** Servers that removed the bot at this moment or before it. */
export async function listServersRemovedBy(db: Db, moment: Temporal.Instant): Promise<string[]> {
  const rows = await db
    .selectFrom('server_removal')
    .select('server_id')
    .where('removed_at', '<=', toStoredInstant(moment))
    .execute();
  return rows.map((row) => row.server_id);
}

/** A member as the deletion names them. */
export interface MemberKey {
  readonly userId: string;
  readonly serverId: string;
}

/** Members who were last seen at this moment or before it, at most `limit` of them. */
export async function listMembersUnseenSince(db: Db, moment: Temporal.Instant, limit: number): Promise<MemberKey[]> {
  const rows = await db
    .selectFrom('member')
    .select(['user_id', 'server_id'])
    .where('seen_at', '<=', toStoredInstant(moment))
    .orderBy('seen_at')
    .limit(limit)
    .execute();
  return rows.map(toKey);
}

/** Members of a server, at most `limit` of them. */
export async function listMembersOfServer(db: Db, serverId: string, limit: number): Promise<MemberKey[]> {
  const rows = await db
    .selectFrom('member')
    .select(['user_id', 'server_id'])
    .where('server_id', '=', serverId)
    .limit(limit)
    .execute();
  return rows.map(toKey);
}

function toKey(row: { readonly user_id: string; readonly server_id: string }): MemberKey {
  return { userId: row.user_id, serverId: row.server_id };
}
