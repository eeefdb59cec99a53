import { z } from 'zod';
import { decideRemoval } from '../src/actions/decide-removal.ts';
import { readRoadmap } from '../src/actions/read-roadmap.ts';
import { memberCommand } from '../src/discord/builders.ts';
import { defineButton, defineCommand, defineHandler, removeMessage, show } from '../src/discord/command.ts';
import { notYoursView } from '../src/views/failure-view.ts';
import { commandListView, helpView } from '../src/views/help-view.ts';

export default defineCommand({
  data: memberCommand('help'),

  handler: defineHandler({
    options: z.object({}),
    visibility: 'private',
    run: (caller, _options, deps) => show(helpView(readRoadmap(deps, caller.language))),
  }),

  buttons: {
    open: defineButton({
      args: z.tuple([z.enum(['home', 'commands'])]),
      press(caller, [screen], deps) {
        return show(
          screen === 'home' ? helpView(readRoadmap(deps, caller.language)) : commandListView(caller.language),
        );
      },
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
