import type { Temporal } from '../lib/temporal.ts';
import { deleteExpiredDrafts } from '../store/draft-store.ts';
import type { Deps } from './deps.ts';

/** Removes the drafts whose day is over. Returns how many. */
export async function clearDrafts(deps: Deps, now: Temporal.Instant): Promise<number> {
  return deleteExpiredDrafts(deps.db, now);
}
