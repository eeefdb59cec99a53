import { findOutboxRecord } from '../store/outbox-store.ts';
import type { Deps } from './deps.ts';

/** The id of the group that a post belongs to. Undefined for a key that there is not. */
export async function findPostGroup(deps: Deps, key: string): Promise<string | undefined> {
  return (await findOutboxRecord(deps.db, key))?.groupId;
}
