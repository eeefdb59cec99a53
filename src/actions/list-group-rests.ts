import { type GroupRest, groupRests } from '../domain/group-rest.ts';
import type { Temporal } from '../lib/temporal.ts';
import { listGroupBreaks } from '../store/group-break-store.ts';
import { listStays } from '../store/streak-store.ts';
import type { Deps } from './deps.ts';

export interface ListGroupRestsInput {
  readonly memberId: string;
  /** The member's. */
  readonly zone: string;
  readonly today: Temporal.PlainDate;
}

/** The breaks and pauses of the groups that a member is or was in, as far as they were in them. */
export async function listGroupRests(
  { db }: Pick<Deps, 'db'>,
  { memberId, ...calendar }: ListGroupRestsInput,
): Promise<GroupRest[]> {
  const stays = await listStays(db, memberId);
  const groupIds = [...new Set(stays.map(({ groupId }) => groupId))];
  const breaks = await Promise.all(groupIds.map((groupId) => listGroupBreaks(db, groupId)));
  return groupRests(stays, breaks.flat(), calendar);
}
