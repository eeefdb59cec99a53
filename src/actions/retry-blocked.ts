import type { Temporal } from '../lib/temporal.ts';
import { reopenBlocked } from '../store/outbox-trouble-store.ts';
import type { Deps } from './deps.ts';

/** What is blocked in a group, or in a whole server, is tried again at once. Whether it may be sent now is seen then. */
export async function retryBlocked(
  deps: Pick<Deps, 'db' | 'wake'>,
  {
    now,
    ...where
  }: ({ readonly groupId: string } | { readonly serverId: string }) & { readonly now: Temporal.Instant },
): Promise<void> {
  if ((await reopenBlocked(deps.db, where, now)) > 0) deps.wake();
}
