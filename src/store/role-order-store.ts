import type { PersonalScope } from '../domain/personal-data.ts';
import type { GivenRole } from '../domain/study-group.ts';
import type { Db } from './database.ts';

/**
 * Members' roles that the person holds because the bot gave them, or is about to. The newest order about each role
 * counts: one to take it away that was carried out means that they do not hold it.
 */
export async function listGivenRoles(db: Db, { userId, serverId }: PersonalScope): Promise<GivenRole[]> {
  const members = db.selectFrom('member').select('id').where('user_id', '=', userId);
  const rows = await db
    .selectFrom('outbox')
    .select(['server_id', 'payload', 'state'])
    .where('member_id', 'in', serverId === undefined ? members : members.where('server_id', '=', serverId))
    .where('operation', '=', 'role')
    .where('state', '<>', 'dropped')
    .orderBy('created_at')
    .execute();
  const newest = new Map<string, GivenRole & { readonly has: boolean }>();
  for (const { server_id: server, payload, state } of rows) {
    const { roleId, has } = JSON.parse(payload) as { readonly roleId: string; readonly has: boolean };
    newest.set(roleId, { serverId: server ?? '', userId, roleId, has, isSettled: state === 'sent' });
  }
  return [...newest.values()].filter(({ has, isSettled }) => has || !isSettled).map(({ has: _, ...role }) => role);
}
