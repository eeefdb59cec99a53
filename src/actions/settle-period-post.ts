import type { DeliveryResult } from '../domain/delivery-result.ts';
import type { OutboxRecord } from '../domain/outbox.ts';
import type { Temporal } from '../lib/temporal.ts';
import type { Db } from '../store/database.ts';
import type { Deps } from './deps.ts';
import { settleCard, settleCardEdit, settleRemoval } from './settle-card.ts';
import { settleFinding } from './settle-finding.ts';
import { settlePrompt, settleRecap, settleStarter } from './settle-starter.ts';

/**
 * Keeps where the messages of a period stand and what became of them, in the transaction that records their delivery.
 * True when that made something else due.
 */
export async function settlePeriodPost(
  trx: Db,
  deps: Pick<Deps, 'newId'>,
  settled: { readonly record: OutboxRecord; readonly result: DeliveryResult; readonly now: Temporal.Instant },
): Promise<boolean> {
  const { order } = settled.record;
  switch (order.kind) {
    case 'starter':
      return settleStarter(trx, { ...settled, order });
    case 'prompt':
      return settlePrompt(trx, { ...settled, order });
    case 'recap':
      return settleRecap(trx, { ...settled, order });
    case 'card':
      return settleCard(trx, { ...settled, order });
    case 'card-edit':
      return settleCardEdit(trx, deps, { ...settled, order });
    case 'removal':
      return settleRemoval(trx, { ...settled, order });
    case 'finding': {
      const record = await settleFinding(trx, { ...settled, order });
      if (record) await settlePeriodPost(trx, deps, { ...settled, record });
      return record !== undefined;
    }
    default:
      return false;
  }
}
