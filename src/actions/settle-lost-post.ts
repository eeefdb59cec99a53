import { type DeliveryResult, messageOf } from '../domain/delivery-result.ts';
import type { OutboxRecord } from '../domain/outbox.ts';
import { removalEntry } from '../domain/period-order.ts';
import type { Temporal } from '../lib/temporal.ts';
import type { Db } from '../store/database.ts';
import { findOutboxRecord, insertOutboxEntry } from '../store/outbox-store.ts';
import { settleCard } from './settle-card.ts';

/**
 * What names somebody in a thread and was sent although its order was taken away meanwhile, with their data or because
 * they left the group: it goes. A card stays where its check-in does, and can still be corrected. True when something
 * is due.
 */
export async function settleLostPost(
  trx: Db,
  record: OutboxRecord,
  result: DeliveryResult,
  now: Temporal.Instant,
): Promise<boolean> {
  const { key, order, serverId = '' } = record;
  const message = messageOf(result);
  if (!message || (order.kind !== 'card' && order.kind !== 'help' && order.kind !== 'help-call')) return false;
  const found = await findOutboxRecord(trx, key);
  if (found && found.state !== 'dropped') return false;
  if (order.kind === 'card') return settleCard(trx, { record, order, result, now });
  await insertOutboxEntry(trx, removalEntry(serverId, message, now), now);
  return true;
}
