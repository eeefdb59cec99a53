import { deliveryJob } from './delivery-job.ts';

/** Together with the private messages of members they leave within two minutes, if each chat has to be opened first. */
const CLAIMED = 40;

/** Apart from the posts, for many go to private chats, and from the members' reminders: moderators wait for them. */
export default deliveryJob('deliver-notices', 'notices', CLAIMED);
