import { type CheckIn, isPublic } from '../domain/check-in.ts';
import { messageOf, type Settled } from '../domain/delivery-result.ts';
import { noticeEntry } from '../domain/moderator-notice.ts';
import type { OutboxRecord } from '../domain/outbox.ts';
import { removalEntry, starterKey } from '../domain/period-order.ts';
import { isAfter } from '../lib/is-after.ts';
import type { Temporal } from '../lib/temporal.ts';
import { findCheckIn, saveCard } from '../store/check-in-store.ts';
import type { Db } from '../store/database.ts';
import { findOutboxRecord, insertOutboxEntry } from '../store/outbox-store.ts';
import { findGroupOfThread, findPeriod, saveThread } from '../store/period-store.ts';
import type { Deps } from './deps.ts';
import { hideDeletedCard } from './hide-deleted-card.ts';
import { ensureStarter } from './open-period.ts';
import { orderPostEdits } from './order-post-edits.ts';

/** Keeps where a card stands. One that nobody may read any more, or that there is twice, goes at once. */
export async function settleCard(trx: Db, { record, order, result, now }: Settled<'card'>): Promise<boolean> {
  const checkIn = await findCheckIn(trx, order.checkInId);
  if (checkIn && result.kind === 'blocked' && result.problem === 'unknown-thread') {
    return beginThreadAnew(trx, record, checkIn, now);
  }
  const card = messageOf(result);
  if (!card) return false;
  const isWanted = checkIn && isPublic(checkIn) && (!checkIn.card || checkIn.card.messageId === card.messageId);
  if (isWanted) {
    await saveCard(trx, order.checkInId, card);
    return orderPostEdits(trx, order.checkInId, card.messageId, now); // A recap links to it.
  }
  await insertOutboxEntry(trx, removalEntry(record.serverId ?? '', card, now), now);
  return true;
}

/** The thread was deleted. For one card another one is begun once: should that be gone, too, the card waits. */
async function beginThreadAnew(
  trx: Db,
  { groupId = '', serverId = '', createdAt }: OutboxRecord,
  { periodId }: CheckIn,
  now: Temporal.Instant,
): Promise<boolean> {
  const period = await findPeriod(trx, periodId);
  const starter = await findOutboxRecord(trx, starterKey(periodId));
  const isBegun = starter && (!starter.settledAt || isAfter(starter.settledAt, createdAt));
  if (!period || isBegun) return false;
  await saveThread(trx, periodId, undefined);
  await ensureStarter(trx, { id: groupId, serverId }, { ...period, thread: undefined }, now);
  return true;
}

/** Tells the moderators that a card still stands there which was to go. True when there is something to tell. */
export async function settleRemoval(trx: Db, { record, order, result, now }: Settled<'removal'>): Promise<boolean> {
  if (result.kind !== 'missed' && result.kind !== 'failed') return false;
  const { channelId, messageId } = order;
  const groupId = await findGroupOfThread(trx, channelId);
  if (groupId === undefined) return false;
  const notice = { kind: 'not-removed', channelId, messageId } as const;
  const told = { groupId, serverId: record.serverId };
  await insertOutboxEntry(trx, noticeEntry(told, `removal.${messageId}`, notice, now), now);
  return true;
}

/** A card that was deleted by hand counts as hidden. */
export async function settleCardEdit(
  trx: Db,
  { newId }: Pick<Deps, 'newId'>,
  { order, result, now }: Settled<'card-edit'>,
): Promise<boolean> {
  if (result.kind !== 'failed' || result.problem !== 'unknown-message') return false;
  const messageId = (await findCheckIn(trx, order.checkInId))?.card?.messageId;
  return messageId !== undefined && hideDeletedCard(trx, { newId }, { checkInId: order.checkInId, messageId }, now);
}
