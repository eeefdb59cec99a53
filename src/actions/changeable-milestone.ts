import type { Milestone, MilestoneId } from '../domain/milestone.ts';
import { isHeldUp } from '../domain/outbox.ts';
import type { Db } from '../store/database.ts';
import { unbindPost } from '../store/held-up-post-store.ts';
import { findMilestone, saveMilestone } from '../store/milestone-store.ts';
import { findOutboxRecord } from '../store/outbox-store.ts';

/** A milestone as moderators see it: while its post is held up and surely was not sent, it is still to come. */
export async function findChangeableMilestone(
  trx: Db,
  groupId: string,
  id: MilestoneId,
): Promise<Milestone | undefined> {
  const row = await findMilestone(trx, groupId, id);
  const post = row?.postKey === undefined ? undefined : await findOutboxRecord(trx, row.postKey);
  return row && post && isHeldUp(post) ? { ...row, fate: 'planned' } : row;
}

/** Keeps a change of one, and takes back the post that it was bound to: what else that announced is bound anew. */
export async function changeMilestone(trx: Db, { postKey, ...milestone }: Milestone): Promise<void> {
  if (postKey !== undefined) await unbindPost(trx, postKey);
  await saveMilestone(trx, { ...milestone, postKey: undefined });
}
