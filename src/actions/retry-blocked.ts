import type { Temporal } from '../lib/temporal.ts';
import type { Deps } from './deps.ts';

export async function retryBlocked(
  deps: Pick<Deps, 'db' | 'wake'>,
  _where: { readonly groupId: string; readonly now: Temporal.Instant },
): Promise<void> {
  deps.wake();
}
