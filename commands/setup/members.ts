import { z } from 'zod';
import { removeFromGroup } from '../../src/actions/join-group.ts';
import { findGroupMember, listGroupMembers } from '../../src/actions/list-group-members.ts';
import { type Answer, type Caller, type Deps, defineButton, defineSelect, show } from '../../src/discord/command.ts';
import type { StudyGroup } from '../../src/domain/study-group.ts';
import { catalogueOf } from '../../src/language/languages.ts';
import { askRemoveView, groupMembersView } from '../../src/views/group-members-view.ts';
import { groupArgs, pagedArgs, withGroup } from './group.ts';

/** Who is in the group. `page` is counted from 0. */
export async function showMembers(
  { language, serverId }: Caller,
  deps: Deps,
  group: StudyGroup,
  page: number,
  note?: string,
): Promise<Answer> {
  const members = await listGroupMembers(deps, group.id);
  return show(groupMembersView({ language, group, members, page, isPrivateChat: serverId === undefined, note }));
}

/** Asks before somebody is taken out. */
async function ask(caller: Caller, deps: Deps, group: StudyGroup, userId: string | undefined): Promise<Answer> {
  if (userId === undefined) return showMembers(caller, deps, group, 0);
  const member = await findGroupMember(deps, group, userId);
  if (member) return show(askRemoveView(caller.language, group, member));
  return showMembers(caller, deps, group, 0, catalogueOf(caller.language).groupCare.notInGroup(userId));
}

async function remove(caller: Caller, deps: Deps, group: StudyGroup, memberId: string): Promise<Answer> {
  const { userId: actorId, now, language } = caller;
  const { groupCare } = catalogueOf(language);
  const outcome = await removeFromGroup(deps, { groupId: group.id, memberId, actorId, now });
  const note = outcome.kind === 'removed' ? groupCare.removed(outcome.member.userId) : groupCare.removedBefore;
  return showMembers(caller, deps, group, 0, note);
}

export const memberButtons = {
  members: defineButton({
    args: pagedArgs,
    press: (caller, [groupId, page], deps) =>
      withGroup(caller, deps, groupId, (group) => showMembers(caller, deps, group, page)),
  }),
  remove: defineButton({
    args: z.tuple([z.string(), z.string()]),
    press: (caller, [groupId, memberId], deps) =>
      withGroup(caller, deps, groupId, (group) => remove(caller, deps, group, memberId)),
  }),
};

export const memberSelects = {
  person: defineSelect({
    args: groupArgs,
    choose: (caller, [groupId], [userId], deps) =>
      withGroup(caller, deps, groupId, (group) => ask(caller, deps, group, userId)),
  }),
};
