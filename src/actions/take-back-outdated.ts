import { isOutdated } from '../domain/milestone-bundle.ts';
import type { OutboxRecord } from '../domain/outbox.ts';
import type { Temporal } from '../lib/temporal.ts';
import { unbindPost } from '../store/held-up-post-store.ts';
import type { Deps } from './deps.ts';

/**
 * Takes a digest back that was held up until some of it was too late. The rest is bound anew, and what is too late is
 * reported. True when it was.
 */
export async function takeBackOutdated(
  { db, wake }: Pick<Deps, 'db' | 'wake'>,
  record: OutboxRecord,
  now: Temporal.Instant,
): Promise<boolean> {
  if (!isOutdated(record, now)) return false;
  const isTakenBack = await db.transaction().execute((trx) => unbindPost(trx, record.key));
  if (isTakenBack) wake();
  return isTakenBack;
}
