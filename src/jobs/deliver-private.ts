import { deliveryJob } from './delivery-job.ts';

/** If each of these has to be opened first, they leave within a minute: the lease holds for all of it. */
const CLAIMED = 60;

/** Apart from the posts: private chats are opened so slowly that a channel would wait for its post. */
export default deliveryJob('deliver-private', 'private', CLAIMED);
