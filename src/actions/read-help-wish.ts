import type { Member } from '../domain/member.ts';
import type { HelpWishPost } from '../domain/post-reading.ts';
import { stepTitle } from '../domain/roadmap.ts';
import { findCheckInSetting } from '../store/check-in-setting-store.ts';
import type { Db } from '../store/database.ts';
import { findHelpRequest, listHelpOffers } from '../store/help-store.ts';
import { findMemberById } from '../store/member-store.ts';
import type { Deps } from './deps.ts';
import { findOwnGroup } from './find-own-group.ts';
import { readRoadmap } from './read-roadmap.ts';

/** Not asked any more: it is settled, somebody offered help meanwhile, or they are no longer willing. */
export async function readHelpWish(
  trx: Db,
  deps: Deps,
  requestId: string,
  helper: Member,
): Promise<HelpWishPost | undefined> {
  const request = await findHelpRequest(trx, requestId);
  const group = await findOwnGroup({ db: trx }, helper.id);
  const asker = request && (await findMemberById(trx, request.memberId));
  if (!request || request.settledAt || !asker || asker.leftAt || group?.id !== request.groupId) return undefined;
  const { helpsOthers } = await findCheckInSetting(trx, helper.id);
  if (!helpsOthers || (await listHelpOffers(trx, requestId)).length > 0) return undefined;
  const roadmap = readRoadmap(deps, helper.language ?? group.language);
  const about = {
    requestId,
    askerId: asker.userId,
    stepTitle: stepTitle(roadmap, request.stepId),
    words: request.words,
    group,
  };
  return { kind: 'help-wish', language: roadmap.language, ...about };
}
