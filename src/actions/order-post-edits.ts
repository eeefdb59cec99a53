import type { OutboxEntry } from '../domain/outbox.ts';
import type { Temporal } from '../lib/temporal.ts';
import type { Db } from '../store/database.ts';
import { insertOutboxEntry } from '../store/outbox-store.ts';
import { listQuotingPosts, type QuotingPost } from '../store/quoting-post-store.ts';

/**
 * Has the recap of a check-in, and what brought helpers to its author, say what is true now. `cause`: what has changed,
 * once for each. False where nothing stands there.
 */
export async function orderPostEdits(
  trx: Db,
  checkInId: string,
  cause: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const posts = await listQuotingPosts(trx, checkInId);
  for (const post of posts) await insertOutboxEntry(trx, postEditEntry(post, cause, now), now);
  return posts.length > 0;
}

/** It is about whom the post is about: with their data that goes from the channel, and this with it. */
export function postEditEntry(
  { key: postKey, serverId, groupId, memberId, userId }: QuotingPost,
  cause: string,
  now: Temporal.Instant,
): OutboxEntry {
  const key = `${postKey}.u.${cause}`;
  const about = { serverId, groupId, memberId, userId };
  return { key, marks: [key], order: { kind: 'post-edit', key: postKey }, ...about, dueAt: now, notAfter: undefined };
}
