import { checkGroup } from '../../src/actions/check-group.ts';
import { decideUncertain } from '../../src/actions/decide-uncertain.ts';
import { findPostGroup } from '../../src/actions/find-post-group.ts';
import { readRoadmap } from '../../src/actions/read-roadmap.ts';
import { retryBlocked } from '../../src/actions/retry-blocked.ts';
import { wakePrompts } from '../../src/actions/wake-prompts.ts';
import { type Answer, type Caller, type Deps, defineButton, show } from '../../src/discord/command.ts';
import type { StudyGroup } from '../../src/domain/study-group.ts';
import { catalogueOf } from '../../src/language/languages.ts';
import { groupCheckView } from '../../src/views/group-check-view.ts';
import { groupArgs, noticedGroupArgs, withGroup } from './group.ts';

/** The doctor's findings as they are now. */
export async function showCheck(caller: Caller, deps: Deps, group: StudyGroup, note?: string): Promise<Answer> {
  const check = await checkGroup(deps, group, caller.now);
  return show(groupCheckView({ ...check, roadmap: readRoadmap(deps, caller.language), note }));
}

/** A person has looked whether an uncertain post is there. */
async function decide(caller: Caller, deps: Deps, key: string, isThere: boolean): Promise<Answer> {
  const groupId = await findPostGroup(deps, key);
  return withGroup(caller, deps, groupId ?? '', async (group) => {
    const { userId: actorId, now } = caller;
    const { decided } = catalogueOf(caller.language).groupCare;
    const { kind } = await decideUncertain(deps, { groupId: group.id, key, isThere, actorId, now });
    const note = kind === 'decided' ? decided[isThere ? 'there' : 'post'] : decided.gone;
    return showCheck(caller, deps, group, note);
  });
}

export const checkButtons = {
  check: defineButton({
    args: noticedGroupArgs,
    press: (caller, [groupId], deps) => withGroup(caller, deps, groupId, (group) => showCheck(caller, deps, group)),
  }),
  'post-it': defineButton({ args: groupArgs, press: (caller, [key], deps) => decide(caller, deps, key, false) }),
  'it-is-there': defineButton({ args: groupArgs, press: (caller, [key], deps) => decide(caller, deps, key, true) }),
  wake: defineButton({
    args: groupArgs,
    press: (caller, [groupId], deps) =>
      withGroup(caller, deps, groupId, async (group) => {
        const { userId: actorId, now } = caller;
        const { kind } = await wakePrompts(deps, { groupId: group.id, actorId, now });
        return showCheck(caller, deps, group, catalogueOf(caller.language).groupCare[kind]);
      }),
  }),
  'try-again': defineButton({
    args: groupArgs,
    press: (caller, [groupId], deps) =>
      withGroup(caller, deps, groupId, async (group) => {
        await retryBlocked(deps, { groupId: group.id, now: caller.now });
        return showCheck(caller, deps, group, catalogueOf(caller.language).groupCare.tryingAgain);
      }),
  }),
};
