import { claimOutbox, findNextDelivery, giveBack } from '../actions/claim-outbox.ts';
import { findRestoration } from '../actions/find-restoration.ts';
import type { DeliveryLane } from '../domain/outbox.ts';
import type { Temporal } from '../lib/temporal.ts';
import { deliverEntry } from './deliver-entry.ts';
import type { Job, JobDeps } from './job.ts';

/** The job of a lane: sends what is due in it, at most `limit` entries in one claim. */
export function deliveryJob(name: string, lane: DeliveryLane, limit: number): Required<Job> {
  return {
    name,
    run: (now, deps) => deliverClaimed(lane, limit, now, deps),
    nextDue: (_now, deps) => findNextDelivery(deps, lane),
    settled: (deps) => deps.delivery.lanes[lane].slots.settled(),
  };
}

/** Sends at most `limit` entries that are due, and has itself called again where there may be more. */
async function deliverClaimed(name: DeliveryLane, limit: number, now: Temporal.Instant, deps: JobDeps): Promise<void> {
  const { lanes, stopping, reportError } = deps.delivery;
  const { slots, drain } = lanes[name];
  const { leaseId, keys } = await claimOutbox(deps, name, limit, now);
  if (keys.length === 0) return;
  const hasMore = keys.length === limit;
  const round = { leaseId, drainingSince: drain.note(now, hasMore), restoration: await findRestoration(deps) };
  for (const [index, key] of keys.entries()) {
    if (stopping.aborted) return giveBack(deps, leaseId, keys.slice(index));
    await new Promise(setImmediate); // Answers come first.
    await slots.begin(() => deliverEntry(key, round, deps).catch((error) => reportError(error, key)));
  }
  if (hasMore) deps.wake();
}
