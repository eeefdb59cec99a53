import { findNextDelivery } from '../actions/claim-outbox.ts';
import { deliverClaimed } from './deliver-claimed.ts';
import type { Job } from './job.ts';

/** What leaves in 20 seconds at 46 requests a second: the lease of two minutes holds for all of it. */
const CLAIMED = 920;

export default {
  name: 'deliver',
  run: (now, deps) => deliverClaimed('posts', CLAIMED, now, deps),
  nextDue: (_now, deps) => findNextDelivery(deps, 'posts'),
  settled: (deps) => deps.delivery.lanes.posts.slots.settled(),
} satisfies Job;
