import type { ChatServer, Member } from '../domain/member.ts';
import { listMemberships } from '../store/member-store.ts';
import type { Deps } from './deps.ts';

type Known = Pick<Deps, 'db' | 'discord'>;

/** The servers that the private chat with this person can act for: all in which they have joined. */
export async function listChatServers({ db, discord }: Known, userId: string): Promise<ChatServer[]> {
  const members = await listMemberships(db, userId);
  return members.map(({ serverId }) => ({ id: serverId, name: discord.serverName(serverId) }));
}

/** The one that it acts for now. Undefined in a server, and for whoever has only one: then there is nothing to choose. */
export async function findChatServer(
  deps: Known,
  { serverId, member }: { readonly serverId: string | undefined; readonly member: Pick<Member, 'userId' | 'serverId'> },
): Promise<ChatServer | undefined> {
  if (serverId !== undefined) return undefined;
  const servers = await listChatServers(deps, member.userId);
  return servers.length > 1 ? servers.find(({ id }) => id === member.serverId) : undefined;
}
