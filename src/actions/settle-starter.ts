import type { DeliveryResult, Settled } from '../domain/delivery-result.ts';
import type { OutboxRecord } from '../domain/outbox.ts';
import { starterEntry } from '../domain/period-order.ts';
import type { StoredPeriod } from '../domain/stored-period.ts';
import { Temporal } from '../lib/temporal.ts';
import { hasOpenCards, hastenEntries } from '../store/card-order-store.ts';
import type { Db } from '../store/database.ts';
import { renewOutboxEntry } from '../store/outbox-store.ts';
import { giveUpPrompt, setPromptState, setRecapState } from '../store/period-state-store.ts';
import { findPeriod, saveThread } from '../store/period-store.ts';

/** With the thread there, what waited for it goes on. Without it, what waited is settled, too, or makes it anew. */
export async function settleStarter(trx: Db, { record, order, result, now }: Settled<'starter'>): Promise<boolean> {
  const { periodId, isPrompt } = order;
  if (result.kind === 'sent' && result.thread) await saveThread(trx, periodId, result.thread);
  if (isPrompt) await settleAsking(trx, periodId, result, now);
  if (result.kind !== 'sent' && !isOver(result)) return false;
  if (result.kind === 'missed' && isPrompt && (await hasOpenCards(trx, periodId))) {
    // It is too late to ask, and not too late for those who have checked in.
    const period = await findPeriod(trx, periodId);
    if (period) await orderStarterAnew(trx, record, period, false, now);
  }
  await hastenEntries(trx, periodId, now);
  return true;
}

/** Where the thread was deleted before the prompt, another one begins with it. */
export async function settlePrompt(trx: Db, { record, order, result, now }: Settled<'prompt'>): Promise<boolean> {
  const { periodId } = order;
  const period = await findPeriod(trx, periodId);
  const hasNoThread = result.kind === 'failed' && result.problem === 'unknown-thread';
  if (period && hasNoThread && Temporal.Instant.compare(now, period.closesAt) < 0) {
    await saveThread(trx, periodId, undefined);
    await orderStarterAnew(trx, record, period, true, now);
    return true;
  }
  await settleAsking(trx, periodId, result, now);
  return false;
}

export async function settleRecap(trx: Db, { order: { periodId }, result }: Settled<'recap'>): Promise<boolean> {
  if (result.kind === 'dropped')
    await setRecapState(trx, periodId, 'empty'); // Taken back at the last moment.
  else if (isOver(result)) await setRecapState(trx, periodId, 'missed');
  return false;
}

async function settleAsking(trx: Db, periodId: string, result: DeliveryResult, now: Temporal.Instant): Promise<void> {
  if (result.kind === 'sent') await setPromptState(trx, periodId, 'posted', now);
  else if (isOver(result)) await giveUpPrompt(trx, periodId);
}

async function orderStarterAnew(
  trx: Db,
  { groupId = '', serverId = '' }: OutboxRecord,
  period: StoredPeriod,
  isPrompt: boolean,
  now: Temporal.Instant,
): Promise<void> {
  await renewOutboxEntry(trx, starterEntry({ id: groupId, serverId }, period, { isPrompt, dueAt: now }), now);
}

/** That it never appears. */
function isOver({ kind }: DeliveryResult): boolean {
  return kind === 'failed' || kind === 'missed';
}
