import { isAfter } from '../lib/is-after.ts';
import type { Temporal } from '../lib/temporal.ts';
import { findMember } from '../store/member-store.ts';
import { deletePersonalRows, deleteServerRows } from '../store/personal-data-store.ts';
import {
  findServerRemoval,
  listMembersOfServer,
  listMembersUnseenSince,
  listServersRemovedBy,
  type MemberKey,
} from '../store/retention-store.ts';
import type { Deps } from './deps.ts';
import { forgetPerson } from './forget-person.ts';
import { listTraces, removeTraces } from './remove-traces.ts';

/** How many members one round deletes at most: the rest waits a minute, so that nobody's answer does. */
const ROUND = 100;

export interface Forgotten {
  readonly members: number;
  readonly servers: number;
}

/** Deletes members whom nobody saw for long, and what was kept for servers that removed the bot long ago. */
export async function forgetOldMembers(deps: Deps, now: Temporal.Instant): Promise<Forgotten> {
  const unseenSince = monthsBefore(now, deps.retention.memberMonths);
  const removedBy = now.subtract({ hours: 24 * deps.retention.serverDays });
  let members = 0;
  for (const key of await listMembersUnseenSince(deps.db, unseenSince, ROUND)) {
    if (await forgetUnseen(deps, key, { unseenSince, now })) members += 1;
  }
  let servers = 0;
  for (const serverId of await listServersRemovedBy(deps.db, removedBy)) {
    const left = Math.max(ROUND - members, 0);
    const { deleted, isDone } = await forgetServer(deps, serverId, removedBy, left);
    members += deleted;
    if (isDone) servers += 1;
  }
  return { members, servers };
}

/** One member, unless they were seen meanwhile. What they have in Discord through the bot goes too, as far as it can be reached. */
async function forgetUnseen(
  deps: Deps,
  key: MemberKey,
  { unseenSince, now }: { readonly unseenSince: Temporal.Instant; readonly now: Temporal.Instant },
): Promise<boolean> {
  await removeTraces(deps, await listTraces(deps.db, key));
  return deps.db.transaction().execute(async (trx) => {
    const member = await findMember(trx, key.serverId, key.userId);
    if (member && isAfter(member.seenAt, unseenSince)) return false;
    await forgetPerson(trx, key, now);
    return true;
  });
}

/** Members first, a few in each round; when none is left, all that names the server. Unless it came back meanwhile. */
async function forgetServer(
  deps: Deps,
  serverId: string,
  removedBy: Temporal.Instant,
  limit: number,
): Promise<{ readonly deleted: number; readonly isDone: boolean }> {
  return deps.db.transaction().execute(async (trx) => {
    const removedAt = await findServerRemoval(trx, serverId);
    if (!removedAt || isAfter(removedAt, removedBy)) return { deleted: 0, isDone: false };
    const members = await listMembersOfServer(trx, serverId, limit);
    for (const key of members) await deletePersonalRows(trx, key);
    const isDone = members.length < limit;
    if (isDone) await deleteServerRows(trx, serverId);
    return { deleted: members.length, isDone };
  });
}

/** Months are counted on the calendar, in UTC. */
function monthsBefore(now: Temporal.Instant, months: number): Temporal.Instant {
  return now.toZonedDateTimeISO('UTC').subtract({ months }).toInstant();
}
