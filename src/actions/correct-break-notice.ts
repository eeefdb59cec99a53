import type { Temporal } from '../lib/temporal.ts';
import type { Db } from '../store/database.ts';
import { findGroupBreak } from '../store/group-break-store.ts';
import { findOutboxRecord, insertOutboxEntry } from '../store/outbox-store.ts';
import { breakMark } from './plan-break.ts';

/**
 * Has the notice of a break that was taken back say so, where it stands in the channel. Call it inside the transaction
 * that took the break back, and inside the one that records that its notice is there: whichever is later orders it.
 * True when it did.
 */
export async function correctBreakNotice(trx: Db, breakId: string, now: Temporal.Instant): Promise<boolean> {
  const rest = await findGroupBreak(trx, breakId);
  const notice = rest?.isTakenBack ? await findOutboxRecord(trx, breakMark(rest.groupId, breakId)) : undefined;
  if (notice?.messageId === undefined) return false;
  const key = `${notice.key}.back`;
  const { serverId, groupId, memberId, userId } = notice;
  const about = { serverId, groupId, memberId, userId };
  const order = { kind: 'break-edit', breakId } as const;
  await insertOutboxEntry(trx, { key, marks: [key], order, ...about, dueAt: now, notAfter: undefined }, now);
  return true;
}
