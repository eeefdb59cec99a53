import { findNextDelivery } from '../actions/claim-outbox.ts';
import { deliverClaimed } from './deliver-claimed.ts';
import type { Job } from './job.ts';

/** Together with the private messages of members they leave within two minutes, if each chat has to be opened first. */
const CLAIMED = 40;

/** Apart from the posts, for many go to private chats, and from the members' reminders: moderators wait for them. */
export default {
  name: 'deliver-notices',
  run: (now, deps) => deliverClaimed('notices', CLAIMED, now, deps),
  nextDue: (_now, deps) => findNextDelivery(deps, 'notices'),
  settled: (deps) => deps.delivery.lanes.notices.slots.settled(),
} satisfies Job;
