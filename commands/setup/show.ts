import { readGroupDates } from '../../src/actions/read-group-dates.ts';
import { readRoadmap } from '../../src/actions/read-roadmap.ts';
import { nextWelcome } from '../../src/actions/welcome-group.ts';
import { type Answer, type Caller, type Deps, defineButton, show } from '../../src/discord/command.ts';
import { settingsOf } from '../../src/domain/group-settings.ts';
import type { StudyGroup } from '../../src/domain/study-group.ts';
import { groupShowView } from '../../src/views/group-care-views.ts';
import { groupArgs, withGroup } from './group.ts';

/** Everything about a group. `note`: what was just done. `undoId`: the entry of the log that **Undo** takes back. */
export async function showGroup(
  caller: Caller,
  deps: Deps,
  group: StudyGroup,
  note?: string,
  undoId?: string,
): Promise<Answer> {
  const { language, now } = caller;
  const { coming, pause } = await readGroupDates(deps, group.id, now);
  const tags = deps.discord.findChannel(group.serverId, group.channelId)?.tags ?? [];
  return show(
    groupShowView({
      language,
      roadmap: readRoadmap(deps, language),
      group,
      settings: settingsOf(group),
      coming,
      pause,
      welcome: await nextWelcome(deps, group.id),
      tagName: tags.find(({ id }) => id === group.forumTagId)?.name,
      now,
      note,
      undoId,
    }),
  );
}

export const showButtons = {
  show: defineButton({
    args: groupArgs,
    press: (caller, [groupId], deps) => withGroup(caller, deps, groupId, (group) => showGroup(caller, deps, group)),
  }),
};
