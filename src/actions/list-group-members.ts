import { findMember } from '../store/member-store.ts';
import { findMembership, type GroupMember, listGroupMembers as listStored } from '../store/membership-store.ts';
import type { Deps } from './deps.ts';

/** Who is in the group, in the order in which they came. */
export async function listGroupMembers(deps: Deps, groupId: string): Promise<GroupMember[]> {
  return listStored(deps.db, groupId);
}

/** This person in this group. Undefined for whoever is not in it. */
export async function findGroupMember(
  deps: Deps,
  { id, serverId }: { readonly id: string; readonly serverId: string },
  userId: string,
): Promise<GroupMember | undefined> {
  const member = await findMember(deps.db, serverId, userId);
  const membership = member && (await findMembership(deps.db, member.id));
  if (!member || membership?.groupId !== id) return undefined;
  return { memberId: member.id, userId, joinedAt: membership.joinedAt };
}
