import { claimOutbox, findNextDelivery } from '../actions/claim-outbox.ts';
import { findRestoration } from '../actions/find-restoration.ts';
import { deliverEntry } from './deliver-entry.ts';
import type { Job } from './job.ts';

/** What leaves in 20 seconds at 46 requests a second: the lease of two minutes holds for all of it. */
const CLAIMED = 920;

export default {
  name: 'deliver',
  async run(now, deps) {
    const { slots, drain, reportError } = deps.delivery;
    const { leaseId, entries } = await claimOutbox(deps, CLAIMED, now);
    if (entries.length === 0) return;
    const hasMore = entries.length === CLAIMED;
    const round = { leaseId, drainingSince: drain.note(now, hasMore), restoration: await findRestoration(deps) };
    for (const entry of entries) {
      await slots.begin(() => deliverEntry(entry, round, deps).catch((error) => reportError(error, entry.key)));
    }
    if (hasMore) deps.wake();
  },
  nextDue: (_now, deps) => findNextDelivery(deps),
  settled: (deps) => deps.delivery.slots.settled(),
} satisfies Job;
