import { readCheckInSetting } from '../../src/actions/change-check-in-setting.ts';
import { findOwnGroup } from '../../src/actions/find-own-group.ts';
import { findChatServer } from '../../src/actions/list-chat-servers.ts';
import { listOtherGroups } from '../../src/actions/read-group.ts';
import { type Answer, type Caller, type Deps, show } from '../../src/discord/command.ts';
import type { Member } from '../../src/domain/member.ts';
import { settingsView } from '../../src/views/settings-view.ts';

/** A member's settings as they stand. `note`: what was just done. */
export async function showSettings(
  caller: Pick<Caller, 'now' | 'serverId'>,
  deps: Deps,
  { language, member }: { readonly language: string; readonly member: Member },
  note?: string,
): Promise<Answer> {
  const own = await findOwnGroup(deps, member.id);
  const others = await listOtherGroups(deps, member, caller.now);
  const checkIns = await readCheckInSetting(deps, member.id);
  const server = await findChatServer(deps, { serverId: caller.serverId, member });
  return show(settingsView({ language, member, group: { own, others: others.length }, checkIns, server }, note));
}
