import type { Temporal } from '../lib/temporal.ts';
import type { Db } from '../store/database.ts';
import { findGroupBreak } from '../store/group-break-store.ts';
import { findOutboxRecord, insertOutboxEntry } from '../store/outbox-store.ts';
import { postEditEntry } from './order-post-edits.ts';
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
  await insertOutboxEntry(trx, postEditEntry(notice, 'back', now), now);
  return true;
}
