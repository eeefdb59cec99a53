import type { Selectable } from 'kysely';
import type { Membership } from '../domain/study-group.ts';
import { fromStoredInstant, toStoredInstant } from '../lib/stored-instant.ts';
import type { Temporal } from '../lib/temporal.ts';
import type { Db, MembershipTable } from './database.ts';

/** The member's group of now. */
export async function findMembership(db: Db, memberId: string): Promise<Membership | undefined> {
  const row = await db
    .selectFrom('membership')
    .selectAll()
    .where('member_id', '=', memberId)
    .where('left_at', 'is', null)
    .executeTakeFirst();
  return row && toMembership(row);
}

/** The group that the member is in, or was in last. */
export async function findLastMembership(db: Db, memberId: string): Promise<Membership | undefined> {
  const row = await db
    .selectFrom('membership')
    .selectAll()
    .where('member_id', '=', memberId)
    .orderBy((expression) => expression('left_at', 'is', null), 'desc')
    .orderBy('joined_at', 'desc')
    .executeTakeFirst();
  return row && toMembership(row);
}

/** The member is in this group from now on. One who is in a group already stays there: end that first. */
export async function insertMembership(trx: Db, membership: Membership): Promise<void> {
  await trx
    .insertInto('membership')
    .values({
      id: membership.id,
      member_id: membership.memberId,
      group_id: membership.groupId,
      joined_at: toStoredInstant(membership.joinedAt),
      left_at: null,
    })
    .execute();
}

/** Ends the member's time in their group. False where they were in none. */
export async function endMembership(trx: Db, memberId: string, now: Temporal.Instant): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('membership')
    .set({ left_at: toStoredInstant(now) })
    .where('member_id', '=', memberId)
    .where('left_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Who is in the group now, in the order in which they came. */
export async function listMemberships(db: Db, groupId: string): Promise<Membership[]> {
  const rows = await db
    .selectFrom('membership')
    .selectAll()
    .where('group_id', '=', groupId)
    .where('left_at', 'is', null)
    .orderBy('joined_at')
    .orderBy('id')
    .execute();
  return rows.map(toMembership);
}

/** How many are in the group now. */
export async function countMemberships(db: Db, groupId: string): Promise<number> {
  const { count } = await db
    .selectFrom('membership')
    .select((expression) => expression.fn.countAll<number>().as('count'))
    .where('group_id', '=', groupId)
    .where('left_at', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
}

/** A member of a group, and since when. */
export interface GroupMember {
  readonly memberId: string;
  readonly userId: string;
  readonly joinedAt: Temporal.Instant;
}

/** The same as people, for lists that name them. */
export async function listGroupMembers(db: Db, groupId: string): Promise<GroupMember[]> {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('member', 'member.id', 'membership.member_id')
    .select(['membership.member_id', 'member.user_id', 'membership.joined_at'])
    .where('membership.group_id', '=', groupId)
    .where('membership.left_at', 'is', null)
    .orderBy('membership.joined_at')
    .orderBy('membership.id')
    .execute();
  return rows.map((row) => ({
    memberId: row.member_id,
    userId: row.user_id,
    joinedAt: fromStoredInstant(row.joined_at),
  }));
}

function toMembership(row: Selectable<MembershipTable>): Membership {
  return {
    id: row.id,
    memberId: row.member_id,
    groupId: row.group_id,
    joinedAt: fromStoredInstant(row.joined_at),
    leftAt: row.left_at === null ? undefined : fromStoredInstant(row.left_at),
  };
}
