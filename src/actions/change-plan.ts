import type { Member } from '../domain/member.ts';
import type { PlanChange } from '../domain/plan.ts';
import type { Temporal } from '../lib/temporal.ts';
import { insertPlanChange } from '../store/plan-change-store.ts';
import type { Deps } from './deps.ts';

export interface ChangePlanInput {
  readonly member: Pick<Member, 'id'>;
  /** Its id was made when it was offered: one offer counts once, however often it is pressed. */
  readonly change: PlanChange;
  readonly now: Temporal.Instant;
}

export type ChangePlanOutcome = { readonly kind: 'changed' } | { readonly kind: 'already' };

/** Takes one of the ways back that change the plan: more hours for some time, or a later end. */
export async function changePlan(deps: Deps, { member, change, now }: ChangePlanInput): Promise<ChangePlanOutcome> {
  return { kind: (await insertPlanChange(deps.db, member.id, change, now)) ? 'changed' : 'already' };
}
