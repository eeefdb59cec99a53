import { findClaimed } from '../actions/claim-outbox.ts';
import { recordDelivery } from '../actions/record-delivery.ts';
import { isTooLate } from '../domain/delivery.ts';
import type { DeliveryResult } from '../domain/delivery-result.ts';
import { isBesidePosts } from '../domain/outbox.ts';
import { attempt, type DeliveryRound, type Errand } from './attempt.ts';
import { deliverOrder } from './deliver-order.ts';
import { deliverPost } from './deliver-post.ts';
import { findPost } from './find-post.ts';
import type { JobDeps } from './job.ts';

/** Sends a claimed entry, or finds out why not, and writes down what became of it. */
export async function deliverEntry(key: string, round: DeliveryRound, deps: JobDeps): Promise<void> {
  const record = await findClaimed(deps, key, round.leaseId);
  if (!record) return;
  const errand = { record, round, deps };
  const result = await deliverAsOrdered(errand);
  if (!result) return;
  const { commit, clock, alarm } = deps.delivery;
  await recordDelivery({ ...deps, commit }, record, round.leaseId, result, clock.now());
  if (result.kind === 'again') alarm.set(result.at, deps.wake);
}

function deliverAsOrdered(errand: Errand): Promise<DeliveryResult | undefined> {
  const { order } = errand.record;
  if (order.kind === 'finding') return findPost(errand);
  return isBesidePosts(order) ? deliverBesidePosts(errand) : deliverPost(errand);
}

/** Doing one of these twice changes nothing, so there is nothing to look for. */
async function deliverBesidePosts(errand: Errand): Promise<DeliveryResult | undefined> {
  const { record, deps } = errand;
  const order = await deliverOrder(record, deps);
  if (!('send' in order)) return order;
  const result = await attempt(errand, order.send);
  return result?.kind === 'blocked' && isTooLate(record, deps.delivery.clock.now()) ? { kind: 'missed' } : result;
}
