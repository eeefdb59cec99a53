import type { MissedMessage, PrivateChat } from '../domain/check-in-setting.ts';
import { type DeliveryProblem, isPrivate, type OutboxOrder, type OutboxRecord } from '../domain/outbox.ts';
import type { Temporal } from '../lib/temporal.ts';
import { findPrivateChat, savePrivateChat } from '../store/check-in-setting-store.ts';
import type { Db } from '../store/database.ts';
import { switchRemindersOff } from '../store/member-store.ts';

/**
 * Keeps what a delivery says about a private chat: where it is, so that it need not be opened again, or that its owner
 * takes no messages. Then their reminders are off, in every server, and they are told so when they next use the bot:
 * once while it stays closed, but of each check-in of theirs that was hidden.
 */
export async function notePrivateChat(
  trx: Db,
  { order, userId }: Pick<OutboxRecord, 'order' | 'userId'>,
  result: { readonly kind: string; readonly channelId?: string | undefined; readonly problem?: DeliveryProblem },
  now: Temporal.Instant,
): Promise<void> {
  if (!isPrivate(order.kind) || userId === undefined) return;
  const chat = await findPrivateChat(trx, userId);
  if (result.kind === 'sent' && result.channelId !== undefined) {
    const missed = chat.missed.filter(({ kind }) => kind === 'hidden-note');
    await savePrivateChat(trx, userId, { channelId: result.channelId, closedAt: undefined, toldAt: undefined, missed });
  }
  if (result.kind === 'failed' && result.problem === 'closed-private-chat') {
    const endsReminders = await switchRemindersOff(trx, userId);
    const missed = [...chat.missed, ...missedOf(order, chat, endsReminders)];
    await savePrivateChat(trx, userId, { ...chat, channelId: undefined, closedAt: chat.closedAt ?? now, missed });
  }
}

function missedOf(order: OutboxOrder, { closedAt }: PrivateChat, endsReminders: boolean): MissedMessage[] {
  const { kind } = order;
  if (order.kind === 'hidden-note') return [{ kind: order.kind, checkInId: order.checkInId, endsReminders }];
  const isNews = isPrivate(kind) && kind !== 'hidden-note' && (!closedAt || endsReminders);
  return isNews ? [{ kind, endsReminders }] : [];
}
