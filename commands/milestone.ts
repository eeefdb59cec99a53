import { SlashCommandStringOption } from 'discord.js';
import { z } from 'zod';
import { moderatorCommand } from '../src/discord/builders.ts';
import { defineCommand, defineSelect, type Handler, show } from '../src/discord/command.ts';
import { groupRefusalView } from '../src/views/group-care-views.ts';
import { NOTE_LENGTH } from '../src/views/milestone-forms.ts';
import * as announce from './milestone/announce.ts';
import * as rest from './milestone/break.ts';
import * as calendar from './milestone/calendar.ts';
import * as change from './milestone/change.ts';
import { described, subcommand } from './milestone/options.ts';
import * as pause from './milestone/pause.ts';
import { findTyped } from './milestone/scope.ts';

const milestone = described(new SlashCommandStringOption().setName('milestone'), 'milestone')
  .setRequired(true)
  .setAutocomplete(true);
const note = described(new SlashCommandStringOption().setName('note'), 'note').setMaxLength(NOTE_LENGTH);
const to = described(new SlashCommandStringOption().setName('to'), 'to').setRequired(true);
const from = described(new SlashCommandStringOption().setName('from'), 'from').setRequired(true);
const until = described(new SlashCommandStringOption().setName('to'), 'until').setRequired(true);

const subcommands: Readonly<Record<string, Handler>> = {
  ...calendar.subcommands,
  ...announce.subcommands,
  ...change.subcommands,
  ...pause.subcommands,
  ...rest.subcommands,
};

export default defineCommand({
  data: moderatorCommand('milestone')
    .addSubcommand(subcommand('list'))
    .addSubcommand(subcommand('preview', milestone))
    .addSubcommand(subcommand('announce', milestone, note))
    .addSubcommand(subcommand('move', milestone, to))
    .addSubcommand(subcommand('skip', milestone))
    .addSubcommand(subcommand('restore', milestone))
    .addSubcommand(subcommand('break', from, until))
    .addSubcommand(subcommand('pause'))
    .addSubcommand(subcommand('resume'))
    .addSubcommand(subcommand('log')),

  subcommands,

  buttons: { ...calendar.buttons, ...announce.buttons, ...change.buttons, ...pause.buttons, ...rest.buttons },

  selects: {
    ...calendar.selects,
    /** Goes on with what was typed, for the group that is meant. Whether the caller moderates it is asked there. */
    group: defineSelect({
      args: z.tuple([z.string()]),
      async choose(caller, [draftId], [group = ''], deps) {
        const typed = await findTyped(caller, deps, draftId);
        const handler = typed && subcommands[typed.subcommand];
        if (!handler) return show(groupRefusalView(caller.language, 'typed-gone'));
        return handler.run(caller, { ...typed.options, group }, deps);
      },
    }),
  },

  forms: { ...announce.forms, ...change.forms, ...rest.forms },
});
