import { z } from 'zod';
import { readRoadmap } from '../src/actions/read-roadmap.ts';
import { memberCommand } from '../src/discord/builders.ts';
import { defineButton, defineCommand, defineHandler, show } from '../src/discord/command.ts';
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
  },
});
