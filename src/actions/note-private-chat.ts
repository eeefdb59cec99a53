import { type DeliveryProblem, isPrivate, type OutboxRecord } from '../domain/outbox.ts';
import type { Temporal } from '../lib/temporal.ts';
import { savePrivateChat } from '../store/check-in-setting-store.ts';
import type { Db } from '../store/database.ts';
import { switchRemindersOff } from '../store/member-store.ts';

/**
 * Keeps what a delivery says about a private chat: where it is, so that it need not be opened again, or that its owner
 * takes no messages. Then their reminders are off, in every server, and they are told so when they next use the bot.
 */
export async function notePrivateChat(
  trx: Db,
  { order, userId }: OutboxRecord,
  result: { readonly kind: string; readonly channelId?: string | undefined; readonly problem?: DeliveryProblem },
  now: Temporal.Instant,
): Promise<void> {
  if (!isPrivate(order.kind) || userId === undefined) return;
  if (result.kind === 'sent' && result.channelId !== undefined) {
    await savePrivateChat(trx, userId, { channelId: result.channelId, closedAt: undefined, toldAt: undefined });
  }
  if (result.kind === 'failed' && result.problem === 'closed-private-chat') {
    await savePrivateChat(trx, userId, { channelId: undefined, closedAt: now, toldAt: undefined });
    await switchRemindersOff(trx, userId);
  }
}
