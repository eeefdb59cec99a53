import type { Temporal } from '../lib/temporal.ts';
import { insertGroupChange } from '../store/group-change-store.ts';
import { setPromptState } from '../store/period-state-store.ts';
import { findLastPeriod } from '../store/period-store.ts';
import { savePromptWake } from '../store/prompt-rest-store.ts';
import type { Deps } from './deps.ts';
import { findRest } from './find-rest.ts';

export interface WakeInput {
  readonly groupId: string;
  readonly actorId: string;
  readonly now: Temporal.Instant;
}

export type WakeOutcome =
  | { readonly kind: 'woken' }
  /** Somebody was quicker, or has checked in: nothing was changed. */
  | { readonly kind: 'awake' };

/** Has a group asked again that was not any more. Where the running period was passed over, it is asked now. */
export async function wakePrompts(deps: Deps, { groupId, actorId, now }: WakeInput): Promise<WakeOutcome> {
  const outcome = await deps.db.transaction().execute(async (trx): Promise<WakeOutcome> => {
    if ((await findRest(trx, groupId, now)) === undefined) return { kind: 'awake' };
    await savePromptWake(trx, groupId, now);
    const running = await findLastPeriod(trx, groupId);
    if (running?.promptState === 'resting') await setPromptState(trx, running.id, 'due', now);
    await insertGroupChange(trx, { id: deps.newId(), groupId, actorId, at: now, change: { kind: 'woken' } });
    return { kind: 'woken' };
  });
  if (outcome.kind === 'woken') deps.wake();
  return outcome;
}
