import { noticeEntry } from '../domain/moderator-notice.ts';
import type { Temporal } from '../lib/temporal.ts';
import type { Db } from '../store/database.ts';
import { insertOutboxEntry } from '../store/outbox-store.ts';
import { isToldSince } from '../store/outbox-trouble-store.ts';

const CAUSE = 'role-withheld';

/**
 * Tells the moderators of a group that the bot may not give or take its role, unless they know: told before, and no
 * role was given or taken since. `occasion`: what sets this time apart from others. True when they are told.
 */
export async function tellRoleWithheld(
  trx: Db,
  group: { readonly groupId: string; readonly serverId: string | undefined },
  occasion: string,
  now: Temporal.Instant,
): Promise<boolean> {
  if (await isToldSince(trx, group.groupId, CAUSE, ['role'])) return false;
  await insertOutboxEntry(trx, noticeEntry(group, `${CAUSE}.${occasion}`, { kind: CAUSE }, now), now);
  return true;
}
