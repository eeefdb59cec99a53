import type { HelpRequest } from '../domain/help.ts';
import type { Member } from '../domain/member.ts';
import { findStep } from '../domain/roadmap.ts';
import type { Temporal } from '../lib/temporal.ts';
import { listWillingHelpers } from '../store/help-store.ts';
import { findMemberById } from '../store/member-store.ts';
import { checkPresence } from './check-presence.ts';
import type { Deps } from './deps.ts';
import { readRoadmap } from './read-roadmap.ts';

/** How many helpers are offered: enough to choose from, few enough to be asked. */
const OFFERED = 3;

/** How many are looked at for it. */
const LOOKED_AT = 8;

/**
 * Members of the group who have finished the step, are willing to help and are still in the server: whoever finished it
 * last remembers best, and comes first.
 */
export async function listHelpers(
  deps: Deps,
  { groupId, stepId, memberId }: Pick<HelpRequest, 'groupId' | 'stepId' | 'memberId'>,
  now: Temporal.Instant,
): Promise<Member[]> {
  const roadmap = readRoadmap(deps, 'en');
  const step = findStep(roadmap, stepId);
  if (!step) return [];
  const wanted = { groupId, roadmapId: roadmap.id, exceptId: memberId, limit: LOOKED_AT };
  const helpers: Member[] = [];
  for (const id of await listWillingHelpers(deps.db, { ...wanted, stepIds: [step.id, ...step.was] })) {
    const helper = await findMemberById(deps.db, id);
    if (helper && (await checkPresence(deps, helper, now)) === 'there') helpers.push(helper);
    if (helpers.length === OFFERED) break;
  }
  return helpers;
}
