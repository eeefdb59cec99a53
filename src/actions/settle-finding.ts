import type { Settled } from '../domain/delivery-result.ts';
import type { OutboxRecord } from '../domain/outbox.ts';
import type { Db } from '../store/database.ts';
import { placeOutboxEntry } from '../store/outbox-store.ts';
import { correctBreakNotice } from './correct-break-notice.ts';
import { findUnplacedPost } from './find-unplaced-post.ts';

/** Keeps where a post stands that was found. Gives it, with what became known of it; undefined where it is known already. */
export async function settleFinding(
  trx: Db,
  { record, result, now }: Settled<'finding'>,
): Promise<OutboxRecord | undefined> {
  if (result.kind !== 'sent') return undefined;
  const post = await findUnplacedPost({ db: trx }, record);
  if (!post) return undefined;
  await placeOutboxEntry(trx, post.key, result);
  if (post.order.kind === 'break-notice') await correctBreakNotice(trx, post.order.breakId, now);
  return post;
}
