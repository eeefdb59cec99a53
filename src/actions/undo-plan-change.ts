import type { Member } from '../domain/member.ts';
import type { Temporal } from '../lib/temporal.ts';
import { cancelPlanChange } from '../store/plan-change-store.ts';
import type { CancelOutcome } from './cancel-pause.ts';
import type { Deps } from './deps.ts';

export interface UndoPlanChangeInput {
  readonly member: Pick<Member, 'id'>;
  readonly changeId: string;
  readonly now: Temporal.Instant;
}

/** Takes a change of the plan back. */
export async function undoPlanChange(
  deps: Deps,
  { member, changeId, now }: UndoPlanChangeInput,
): Promise<CancelOutcome> {
  return { kind: (await cancelPlanChange(deps.db, member.id, changeId, now)) ? 'cancelled' : 'gone' };
}
