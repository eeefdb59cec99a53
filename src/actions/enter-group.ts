import type { Member } from '../domain/member.ts';
import type { Membership, StudyGroup } from '../domain/study-group.ts';
import { shortId } from '../domain/study-group.ts';
import type { Temporal } from '../lib/temporal.ts';
import type { Db } from '../store/database.ts';
import { endMembership, findMembership, insertMembership } from '../store/membership-store.ts';
import { dropEntriesAbout, dropRoleOrders } from '../store/outbox-drop-store.ts';
import { insertOutboxEntry } from '../store/outbox-store.ts';
import { endPartnerships } from '../store/partnership-store.ts';
import { hastenLook } from '../store/reminder-look-store.ts';
import { findStudyGroup, listMemberRoleIds } from '../store/study-group-store.ts';
import type { Deps } from './deps.ts';
import { tellRoleWithheld } from './tell-role-withheld.ts';

/** Whoever comes into a group or goes out of it, and when. */
export interface Passage {
  readonly member: Pick<Member, 'id' | 'serverId' | 'userId'>;
  /** Roles that the bot may give and take: see `givableRoles`. */
  readonly roles: ReadonlySet<string>;
  readonly now: Temporal.Instant;
}

/**
 * Ids of the members' roles in this server that the bot may give and take. Asked before the transaction begins. `another`:
 * one that is about to become a members' role.
 */
export async function givableRoles(
  deps: Pick<Deps, 'db' | 'discord'>,
  serverId: string,
  another?: string,
): Promise<ReadonlySet<string>> {
  const known = await listMemberRoleIds(deps.db, serverId);
  const roleIds = another === undefined ? known : [...known, another];
  return new Set(roleIds.filter((roleId) => deps.discord.findRole(serverId, roleId)?.isGivable));
}

/** Puts a member who is in no group into this one. Inside the transaction that found them in none. */
export async function enterGroup(
  trx: Db,
  group: StudyGroup,
  { member, roles, now }: Passage,
  newId: () => string,
): Promise<Membership> {
  const membership = { id: newId(), memberId: member.id, groupId: group.id, joinedAt: now, leftAt: undefined };
  await insertMembership(trx, membership);
  await hastenLook(trx, member.id, now);
  // Whoever comes back at once keeps the role: the order to take it away may still be waiting.
  await dropRoleOrders(trx, { memberId: member.id, groupId: group.id }, now);
  await orderRole(trx, group, membership, { member, roles, now }, true);
  return membership;
}

/**
 * Takes a member out of the group that they are in, with what was about to be sent about them there. Returns that
 * group; undefined where they are in none. `keepsRoleId`: the role that they need in the group they go to.
 */
export async function exitGroup(trx: Db, passage: Passage, keepsRoleId?: string): Promise<StudyGroup | undefined> {
  const { member, now } = passage;
  const membership = await findMembership(trx, member.id);
  const group = membership && (await findStudyGroup(trx, membership.groupId));
  if (!group) return undefined;
  await endMembership(trx, member.id, now);
  await endPartnerships(trx, member.id, now);
  await dropEntriesAbout(trx, { memberId: member.id, groupId: group.id }, now);
  if (group.memberRoleId !== keepsRoleId) await orderRole(trx, group, membership, passage, false);
  return group;
}

/**
 * One order for each coming and going: the key names the membership, so a second try writes nothing. Where the bot may
 * not, its moderators hear of it instead.
 */
async function orderRole(
  trx: Db,
  group: StudyGroup,
  membership: Membership,
  { member, roles, now }: Passage,
  has: boolean,
): Promise<void> {
  const { id: groupId, memberRoleId: roleId } = group;
  if (roleId === undefined) return;
  const { serverId } = member;
  const passage = `${shortId(() => membership.id)}.${has ? 1 : 0}`;
  if (!roles.has(roleId)) {
    await tellRoleWithheld(trx, { groupId, serverId }, passage, now);
    return;
  }
  const key = `${groupId}.r.${member.id}.${passage}`;
  const about = { serverId, groupId, memberId: member.id, userId: member.userId };
  await insertOutboxEntry(
    trx,
    { key, marks: [key], order: { kind: 'role', roleId, has }, ...about, dueAt: now, notAfter: undefined },
    now,
  );
}
