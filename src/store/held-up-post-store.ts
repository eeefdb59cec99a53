import { isHeldUp, type OutboxRecord } from '../domain/outbox.ts';
import type { Db } from './database.ts';
import { findOutboxRecord, listOutboxRecords } from './outbox-store.ts';

/** The posts of a group's milestones that surely were not sent yet, the earliest first. */
export async function listHeldUpPosts(db: Db, groupId: string): Promise<OutboxRecord[]> {
  return (await listOutboxRecords(db, groupId, 'milestones')).filter(isHeldUp);
}

/**
 * Takes such a post back: what it announces is planned again. Whoever holds it this moment begins nothing more, for the
 * attempt is noted where the row is gone. False for any other post.
 */
export async function unbindPost(trx: Db, key: string): Promise<boolean> {
  const record = await findOutboxRecord(trx, key);
  if (!record || !isHeldUp(record)) return false;
  await trx.updateTable('milestone').set({ fate: 'planned', post_key: null }).where('post_key', '=', key).execute();
  await trx.deleteFrom('outbox').where('key', '=', key).execute();
  return true;
}
