import type { OutboxRecord } from '../domain/outbox.ts';
import { findOutboxRecord } from '../store/outbox-store.ts';
import type { Deps } from './deps.ts';

/** The post that is to be found, as long as nobody knows where it stands. */
export async function findUnplacedPost(
  { db }: Pick<Deps, 'db'>,
  { order }: Pick<OutboxRecord, 'order'>,
): Promise<OutboxRecord | undefined> {
  const post = order.kind === 'finding' ? await findOutboxRecord(db, order.key) : undefined;
  return post?.state === 'sent' && post.messageId === undefined ? post : undefined;
}
