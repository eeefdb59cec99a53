import { z } from 'zod';
import { readPlan } from '../src/actions/read-plan.ts';
import { memberCommand } from '../src/discord/builders.ts';
import {
  defineButton,
  defineCommand,
  defineMemberButton,
  defineMemberHandler,
  defineMemberSelect,
  resume,
  show,
} from '../src/discord/command.ts';
import { planListView } from '../src/views/plan-list-view.ts';
import * as pace from './plan/pace.ts';
import * as pause from './plan/pause.ts';
import { showPlan } from './plan/show.ts';
import * as ways from './plan/ways.ts';

const noArgs = z.tuple([]);

export default defineCommand({
  data: memberCommand('plan'),

  handler: defineMemberHandler({
    options: z.object({}),
    visibility: 'private',
    run: (caller, _options, deps) => showPlan(caller, deps),
  }),

  buttons: {
    open: defineMemberButton({ args: noArgs, press: (caller, _args, deps) => showPlan(caller, deps) }),
    list: defineMemberButton({
      args: noArgs,
      press: async (caller, _args, deps) => show(planListView(await readPlan(deps, caller))),
    }),
    'go-on': defineButton({
      args: z.tuple([z.string()]),
      landing: 'form',
      press: (_caller, [resumeId]) => resume(resumeId),
    }),
    ...pace.buttons,
    ...pause.buttons,
    ...ways.buttons,
  },

  selects: {
    undo: defineMemberSelect({
      args: noArgs,
      choose(caller, _args, [chosen = ''], deps) {
        const [what, id = ''] = chosen.split('/');
        return what === 'pause' ? pause.takeBackPause(caller, deps, id) : ways.takeBackChange(caller, deps, id);
      },
    }),
    ...pace.selects,
    ...ways.selects,
  },

  forms: { ...pace.forms, ...pause.forms },
});
