import type { DeliveryResult } from '../domain/delivery-result.ts';
import type { OutboxRecord } from '../domain/outbox.ts';
import { findPrivateChat, savePrivateChat } from '../store/check-in-setting-store.ts';
import type { Db } from '../store/database.ts';
import { findStudyGroup } from '../store/study-group-store.ts';

/** A notice that arrived in none of its group's channels arrived privately: its reader takes messages again. */
export async function noteNoticeReader(
  trx: Db,
  { order, groupId }: Pick<OutboxRecord, 'order' | 'groupId'>,
  result: DeliveryResult,
): Promise<void> {
  if (order.kind !== 'notice' || result.kind !== 'sent' || groupId === undefined) return;
  const group = await findStudyGroup(trx, groupId);
  if (!group?.actorId || [group.noticeChannelId, group.channelId].includes(result.channelId)) return;
  const chat = await findPrivateChat(trx, group.actorId);
  // Which chat it is, is not kept: were the group's channels others a moment ago, it would be one of those.
  if (chat.closedAt) await savePrivateChat(trx, group.actorId, { ...chat, closedAt: undefined, toldAt: undefined });
}
