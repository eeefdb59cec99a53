import { readPlan } from '../../src/actions/read-plan.ts';
import { type Answer, type Deps, type MemberCaller, show } from '../../src/discord/command.ts';
import { localDate } from '../../src/domain/plan-days.ts';
import { catalogueOf } from '../../src/language/languages.ts';
import { type PlanNotice, planView } from '../../src/views/plan-view.ts';

export const wordsOf = ({ language }: MemberCaller) => catalogueOf(language);
export const zoneOf = ({ member }: MemberCaller) => member.pace.zone;
export const todayOf = (caller: MemberCaller) => localDate(caller.now, zoneOf(caller));

/** The plan as it stands now, below what was just done. */
export async function showPlan(caller: MemberCaller, deps: Deps, notice?: PlanNotice): Promise<Answer> {
  return show(planView(await readPlan(deps, caller), notice));
}
