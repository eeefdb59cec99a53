import { archiveGroup, reviveGroup } from '../../src/actions/archive-group.ts';
import { listGroupMembers } from '../../src/actions/list-group-members.ts';
import { readGroupDates } from '../../src/actions/read-group-dates.ts';
import { type Answer, type Caller, type Deps, defineButton, show } from '../../src/discord/command.ts';
import type { StudyGroup } from '../../src/domain/study-group.ts';
import { catalogueOf } from '../../src/language/languages.ts';
import { archivedView, askArchiveView } from '../../src/views/group-care-views.ts';
import { quoted } from '../../src/views/quoted.ts';
import { groupArgs, withGroup } from './group.ts';
import { showGroup } from './show.ts';

/** Asks first, and says exactly what ends. */
export async function askArchive({ language, now }: Caller, deps: Deps, group: StudyGroup): Promise<Answer> {
  const { coming } = await readGroupDates(deps, group.id, now);
  const members = await listGroupMembers(deps, group.id);
  return show(askArchiveView(language, group, coming.length, members.length));
}

async function archive(caller: Caller, deps: Deps, group: StudyGroup): Promise<Answer> {
  const { userId: actorId, now, language } = caller;
  const { kind } = await archiveGroup(deps, { groupId: group.id, actorId, now });
  return show(archivedView(language, group, kind));
}

async function revive(caller: Caller, deps: Deps, group: StudyGroup): Promise<Answer> {
  const { userId: actorId, now, language } = caller;
  const { groupCare } = catalogueOf(language);
  const { kind } = await reviveGroup(deps, { groupId: group.id, actorId, now });
  const note = kind === 'changed' ? groupCare.revived(quoted(group.name)) : groupCare.revivedBefore;
  return showGroup(caller, deps, { ...group, archivedAt: undefined }, note);
}

export const archiveButtons = {
  'ask-archive': defineButton({
    args: groupArgs,
    press: (caller, [groupId], deps) => withGroup(caller, deps, groupId, (group) => askArchive(caller, deps, group)),
  }),
  archive: defineButton({
    args: groupArgs,
    press: (caller, [groupId], deps) =>
      withGroup(caller, deps, groupId, (group) => archive(caller, deps, group), 'archived'),
  }),
  revive: defineButton({
    args: groupArgs,
    press: (caller, [groupId], deps) =>
      withGroup(caller, deps, groupId, (group) => revive(caller, deps, group), 'archived'),
  }),
};
