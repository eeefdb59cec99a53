import { findNextDelivery } from '../actions/claim-outbox.ts';
import { deliverClaimed } from './deliver-claimed.ts';
import type { Job } from './job.ts';

/** If each of these has to be opened first, they leave within a minute: the lease holds for all of it. */
const CLAIMED = 60;

/** Apart from the posts: private chats are opened so slowly that a channel would wait for its post. */
export default {
  name: 'deliver-private',
  run: (now, deps) => deliverClaimed('private', CLAIMED, now, deps),
  nextDue: (_now, deps) => findNextDelivery(deps, 'private'),
  settled: (deps) => deps.delivery.lanes.private.slots.settled(),
} satisfies Job;
