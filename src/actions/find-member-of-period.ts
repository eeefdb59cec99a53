import type { Member } from '../domain/member.ts';
import type { Deps } from './deps.ts';
import { findReminded } from './snooze-reminder.ts';

/**
 * As whom somebody checks in: in a server as the member that they are there; in the private chat as the one to whom the
 * period belongs, for a reminder is about one server, whichever they chose for that chat.
 */
export async function findMemberOfPeriod(
  { db }: Pick<Deps, 'db'>,
  { serverId, member }: { readonly serverId: string | undefined; readonly member: Member },
  periodId: string,
): Promise<Member> {
  if (serverId !== undefined) return member;
  return (await findReminded(db, member.userId, periodId)) ?? member;
}
