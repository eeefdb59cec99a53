import type { Member } from '../domain/member.ts';
import type { PlanChange } from '../domain/plan.ts';
import type { Temporal } from '../lib/temporal.ts';
import { insertPlanChange, listPlanChanges } from '../store/plan-change-store.ts';
import type { Deps } from './deps.ts';

export interface ChangePlanInput {
  readonly member: Pick<Member, 'id'>;
  /** Its id was made when it was offered: one offer counts once, however often it is pressed. */
  readonly change: PlanChange;
  readonly now: Temporal.Instant;
}

export type ChangePlanOutcome =
  | { readonly kind: 'changed' }
  | { readonly kind: 'already' }
  /** Taken and taken back since it was offered: what it led to is not true any more. */
  | { readonly kind: 'outdated' };

/** Takes one of the ways back that change the plan: more hours for some time, or a later end. */
export async function changePlan(deps: Deps, { member, change, now }: ChangePlanInput): Promise<ChangePlanOutcome> {
  if (await insertPlanChange(deps.db, member.id, change, now)) return { kind: 'changed' };
  const changes = await listPlanChanges(deps.db, member.id);
  return { kind: changes.some(({ id }) => id === change.id) ? 'already' : 'outdated' };
}
