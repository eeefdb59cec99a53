import type { Temporal } from '../lib/temporal.ts';
import { reopenHeldUp } from '../store/outbox-trouble-store.ts';
import type { Deps } from './deps.ts';

/**
 * What is blocked in a group, or in a whole server, or could not be looked for, is tried again at once. Whether that is
 * possible now is seen then.
 */
export async function retryBlocked(
  deps: Pick<Deps, 'db' | 'wake'>,
  {
    now,
    ...where
  }: ({ readonly groupId: string } | { readonly serverId: string }) & { readonly now: Temporal.Instant },
): Promise<void> {
  if ((await reopenHeldUp(deps.db, where, now)) > 0) deps.wake();
}
