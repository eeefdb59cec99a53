import type { Member } from '../domain/member.ts';
import type { Temporal } from '../lib/temporal.ts';
import * as store from '../store/pause-store.ts';
import type { Deps } from './deps.ts';

export interface CancelPauseInput {
  readonly member: Pick<Member, 'id'>;
  readonly pauseId: string;
  readonly now: Temporal.Instant;
}

export type CancelOutcome =
  | { readonly kind: 'cancelled' }
  /** It was taken back before, or is not the member's own. */
  | { readonly kind: 'gone' };

/** Takes a pause back: its days count again. */
export async function cancelPause(deps: Deps, { member, pauseId, now }: CancelPauseInput): Promise<CancelOutcome> {
  const isCancelled = await store.cancelPause(deps.db, member.id, pauseId, now);
  return { kind: isCancelled ? 'cancelled' : 'gone' };
}
