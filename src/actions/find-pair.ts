import type { Member } from '../domain/member.ts';
import type { Partnership } from '../domain/partnership.ts';
import type { Db } from '../store/database.ts';
import { findMemberById } from '../store/member-store.ts';
import { findPair } from '../store/partnership-store.ts';

/**
 * A pair as this person has it, in whichever server they are part of it. Undefined where it has ended, or is not
 * theirs: a custom id may be forged.
 */
export async function findPairOf(
  db: Db,
  userId: string,
  pairId: string,
): Promise<{ readonly member: Member; readonly partnership: Partnership } | undefined> {
  for (const partnership of await findPair(db, pairId)) {
    const member = await findMemberById(db, partnership.memberId);
    if (member?.userId === userId && !member.leftAt) return { member, partnership };
  }
  return undefined;
}
