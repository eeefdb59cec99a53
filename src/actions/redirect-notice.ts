import type { DeliveryResult } from '../domain/delivery-result.ts';
import type { OutboxRecord } from '../domain/outbox.ts';
import type { Temporal } from '../lib/temporal.ts';
import { findPrivateChat, savePrivateChat } from '../store/check-in-setting-store.ts';
import type { Db } from '../store/database.ts';
import { findStudyGroup } from '../store/study-group-store.ts';

/**
 * A notice that the private chat of its reader refuses is sent once more: now that this is known, it goes elsewhere.
 * Gives what becomes of any other entry as it is.
 */
export async function redirectNotice(
  trx: Db,
  { order, groupId }: OutboxRecord,
  result: DeliveryResult,
  now: Temporal.Instant,
): Promise<DeliveryResult> {
  if (order.kind !== 'notice' || result.kind !== 'failed' || result.problem !== 'closed-private-chat') return result;
  const readerId = groupId === undefined ? undefined : (await findStudyGroup(trx, groupId))?.actorId;
  const chat = readerId === undefined ? undefined : await findPrivateChat(trx, readerId);
  if (readerId === undefined || !chat || chat.closedAt) return result;
  await savePrivateChat(trx, readerId, { ...chat, channelId: undefined, closedAt: now, toldAt: now });
  return { kind: 'again', at: now, attempts: 0 };
}
