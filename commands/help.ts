import { z } from 'zod';
import { decideRemoval } from '../src/actions/decide-removal.ts';
import { findReader } from '../src/actions/find-reader.ts';
import { findChatServer, listChatServers } from '../src/actions/list-chat-servers.ts';
import { readCheckInStand } from '../src/actions/read-check-in-stand.ts';
import { readMemberProgress } from '../src/actions/read-member-progress.ts';
import { readRoadmap } from '../src/actions/read-roadmap.ts';
import { memberCommand } from '../src/discord/builders.ts';
import {
  type Answer,
  type Caller,
  type Deps,
  defineButton,
  defineCommand,
  defineHandler,
  removeMessage,
  show,
} from '../src/discord/command.ts';
import { notYoursView } from '../src/views/failure-view.ts';
import { commandListView, helpView, memberHomeView } from '../src/views/help-view.ts';
import { whichServerView } from '../src/views/stranger-view.ts';

/** A member's own next topic and check-in, once it is known of which server; for everybody else what Cairn is. */
async function showHome(caller: Caller, deps: Deps): Promise<Answer> {
  if (caller.standing?.kind === 'which-server') {
    return show(whichServerView(caller.language, await listChatServers(deps, caller.userId)));
  }
  const roadmap = readRoadmap(deps, caller.language);
  const { member } = await findReader(deps, caller);
  if (!member) return show(helpView(roadmap, caller.serverId !== undefined));
  const progress = await readMemberProgress(deps, roadmap, member.id);
  const stand = await readCheckInStand(deps, { member, now: caller.now });
  const server = await findChatServer(deps, { serverId: caller.serverId, member });
  return show(memberHomeView(roadmap, progress, stand, server));
}

export default defineCommand({
  data: memberCommand('help'),

  handler: defineHandler({
    options: z.object({}),
    visibility: 'private',
    run: (caller, _options, deps) => showHome(caller, deps),
  }),

  buttons: {
    open: defineButton({
      args: z.tuple([z.enum(['home', 'commands'])]),
      press: (caller, [screen], deps) =>
        screen === 'home' ? showHome(caller, deps) : show(commandListView(caller.language)),
    }),
    remove: defineButton({
      args: z.tuple([]),
      landing: 'remove',
      async press({ userId, managesServer, messageId = '', language }, _args, deps) {
        const outcome = await decideRemoval(deps, { messageId, userId, managesServer });
        return outcome.kind === 'allowed' ? removeMessage : show(notYoursView(language));
      },
    }),
  },
});
