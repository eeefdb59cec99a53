import { claimOutbox, giveBack } from '../actions/claim-outbox.ts';
import { findRestoration } from '../actions/find-restoration.ts';
import type { DeliveryLane } from '../domain/outbox.ts';
import type { Temporal } from '../lib/temporal.ts';
import { deliverEntry } from './deliver-entry.ts';
import type { JobDeps } from './job.ts';

/** Sends at most `limit` entries that are due, and has itself called again where there may be more. */
export async function deliverClaimed(
  name: DeliveryLane,
  limit: number,
  now: Temporal.Instant,
  deps: JobDeps,
): Promise<void> {
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
