import {
  ChannelType,
  type SlashCommandChannelOption,
  type SlashCommandStringOption,
  type SlashCommandSubcommandBuilder,
} from 'discord.js';
import { z } from 'zod';
import { describe, moderatorCommand } from '../src/discord/builders.ts';
import {
  type Answer,
  type Caller,
  type Deps,
  defineCommand,
  defineHandler,
  defineSelect,
  type Handler,
} from '../src/discord/command.ts';
import type { StudyGroup } from '../src/domain/study-group.ts';
import type { Catalogue } from '../src/language/languages.ts';
import { type GroupScreen, groupScreens } from '../src/views/group-care-views.ts';
import { archiveButtons, askArchive } from './setup/archive.ts';
import { cardButtons, cardForms, cardSelects } from './setup/card-parts.ts';
import { checkButtons, showCheck } from './setup/check.ts';
import { editButtons, openEdit } from './setup/edit.ts';
import { groupOptions, suggestGroups, withGroup, withNamedGroup } from './setup/group.ts';
import { memberButtons, memberSelects, showMembers } from './setup/members.ts';
import { newButtons, newGroup } from './setup/new.ts';
import { reportButtons, reportSelects, showReport } from './setup/report.ts';
import { showButtons, showGroup } from './setup/show.ts';

type Subcommand = keyof Catalogue['commands']['setup']['subcommands'];

/** What each subcommand about one group shows first. */
const screens: Readonly<
  Record<GroupScreen, (caller: Caller, deps: Deps, group: StudyGroup) => Answer | Promise<Answer>>
> = {
  show: showGroup,
  edit: openEdit,
  check: showCheck,
  members: (caller, deps, group) => showMembers(caller, deps, group, 0),
  report: (caller, deps, group) => showReport(caller, deps, group),
  archive: askArchive,
};

function aboutGroup(screen: GroupScreen): Handler {
  return defineHandler({
    options: groupOptions,
    visibility: 'private',
    run: (caller, { group: named }, deps) =>
      withNamedGroup(caller, deps, screen, named, (group) => screens[screen](caller, deps, group)),
    suggest: { group: suggestGroups },
  });
}

function subcommand(name: Subcommand) {
  return (built: SlashCommandSubcommandBuilder) =>
    describe(built.setName(name), (words) => words.commands.setup.subcommands[name]);
}

function channelOption(option: SlashCommandChannelOption): SlashCommandChannelOption {
  return describe(option.setName('channel'), (words) => words.commands.setup.options.channel)
    .addChannelTypes(ChannelType.GuildText, ChannelType.GuildAnnouncement, ChannelType.GuildForum)
    .setRequired(true);
}

function groupOption(option: SlashCommandStringOption): SlashCommandStringOption {
  return describe(option.setName('group'), (words) => words.commands.setup.options.group).setAutocomplete(true);
}

const data = moderatorCommand('setup').addSubcommand((built) =>
  subcommand('new')(built).addChannelOption(channelOption),
);
for (const screen of groupScreens) {
  data.addSubcommand((built) => subcommand(screen)(built).addStringOption(groupOption));
}

export default defineCommand({
  data,

  subcommands: {
    new: newGroup,
    ...Object.fromEntries(groupScreens.map((screen) => [screen, aboutGroup(screen)])),
  },

  buttons: {
    ...cardButtons,
    ...newButtons,
    ...editButtons,
    ...showButtons,
    ...checkButtons,
    ...memberButtons,
    ...reportButtons,
    ...archiveButtons,
  },

  selects: {
    ...cardSelects,
    ...memberSelects,
    ...reportSelects,
    pick: defineSelect({
      args: z.tuple([z.enum(groupScreens)]),
      choose: (caller, [screen], [groupId = ''], deps) =>
        withGroup(caller, deps, groupId, (group) => screens[screen](caller, deps, group)),
    }),
  },

  forms: cardForms,
});
