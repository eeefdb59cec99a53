import type { OutboxOrder } from '../domain/outbox.ts';
import { type StudyGroup, shortId } from '../domain/study-group.ts';
import type { Temporal } from '../lib/temporal.ts';
import type { Db } from '../store/database.ts';
import { type GroupMember, listGroupMembers } from '../store/membership-store.ts';
import { dropEntriesAbout, insertOutboxEntry } from '../store/outbox-store.ts';

export interface SwapMemberRoleInput {
  /** As it was, and as it is from now on. */
  readonly group: StudyGroup;
  readonly edited: StudyGroup;
  /** Roles that the bot may give and take. */
  readonly roles: ReadonlySet<string>;
  /** Of the log's entry: a role that comes back later is ordered anew. */
  readonly changeId: string;
  readonly now: Temporal.Instant;
}

/** Everybody in the group loses the former members' role and gets the new one, where there is one. */
export async function swapMemberRole(trx: Db, input: SwapMemberRoleInput): Promise<void> {
  const { group, edited, roles, now } = input;
  const isOurs = (roleId: string | undefined) => (roleId !== undefined && roles.has(roleId) ? [roleId] : []);
  const orders = [
    ...isOurs(group.memberRoleId).map((roleId) => ({ kind: 'role', roleId, has: false }) as const),
    ...isOurs(edited.memberRoleId).map((roleId) => ({ kind: 'role', roleId, has: true }) as const),
  ];
  for (const member of await listGroupMembers(trx, group.id)) {
    await dropEntriesAbout(trx, { memberId: member.memberId, groupId: group.id, kind: 'role' }, now);
    for (const order of orders) await orderRole(trx, member, order, input);
  }
}

async function orderRole(
  trx: Db,
  { memberId, userId }: GroupMember,
  order: Extract<OutboxOrder, { kind: 'role' }>,
  { group, changeId, now }: SwapMemberRoleInput,
): Promise<void> {
  const key = `${group.id}.r.${memberId}.${shortId(() => changeId)}.${order.has ? 1 : 0}`;
  const about = { serverId: group.serverId, groupId: group.id, memberId, userId };
  await insertOutboxEntry(trx, { key, marks: [key], order, ...about, dueAt: now, notAfter: undefined }, now);
}
