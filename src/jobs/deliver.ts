import { claimOutbox, findNextDelivery, giveBack } from '../actions/claim-outbox.ts';
import { findRestoration } from '../actions/find-restoration.ts';
import { deliverEntry } from './deliver-entry.ts';
import type { Job } from './job.ts';

/** What leaves in 20 seconds at 46 requests a second: the lease of two minutes holds for all of it. */
const CLAIMED = 920;

export default {
  name: 'deliver',
  async run(now, deps) {
    const { slots, drain, stopping, reportError } = deps.delivery;
    const { leaseId, keys } = await claimOutbox(deps, CLAIMED, now);
    if (keys.length === 0) return;
    const hasMore = keys.length === CLAIMED;
    const round = { leaseId, drainingSince: drain.note(now, hasMore), restoration: await findRestoration(deps) };
    for (const [index, key] of keys.entries()) {
      if (stopping.aborted) return giveBack(deps, leaseId, keys.slice(index));
      await new Promise(setImmediate); // Answers come first.
      await slots.begin(() => deliverEntry(key, round, deps).catch((error) => reportError(error, key)));
    }
    if (hasMore) deps.wake();
  },
  nextDue: (_now, deps) => findNextDelivery(deps),
  settled: (deps) => deps.delivery.slots.settled(),
} satisfies Job;
