import { z } from 'zod';
import { findOwnGroup } from '../src/actions/find-own-group.ts';
import { leaveGroup } from '../src/actions/join-group.ts';
import { describe, memberCommand } from '../src/discord/builders.ts';
import {
  defineButton,
  defineCommand,
  defineMemberButton,
  defineMemberHandler,
  defineMemberSelect,
  show,
} from '../src/discord/command.ts';
import { catalogueOf } from '../src/language/languages.ts';
import { askLeaveView, groupLeftView } from '../src/views/group-membership-views.ts';
import { describePartner, partnerButtons, partnerHandler, partnerSelects } from './group/partner.ts';
import { chooseManaged, join, offerGroups, showGroup, showNext } from './group/screens.ts';
import { stuckButtons, stuckForms } from './group/stuck.ts';

const none = z.tuple([]);
const groupArgs = z.tuple([z.string()]);

export default defineCommand({
  data: memberCommand('group')
    .addSubcommand((built) => describe(built.setName('show'), (words) => words.commands.group.subcommands.show))
    .addSubcommand(describePartner),

  subcommands: {
    show: defineMemberHandler({
      options: z.object({}),
      visibility: 'private',
      run: (caller, _options, deps) => showGroup(caller, deps),
    }),
    partner: partnerHandler,
  },

  buttons: {
    ...partnerButtons,
    ...stuckButtons,
    show: defineMemberButton({ args: none, press: (caller, _args, deps) => showGroup(caller, deps) }),
    // On every post of a group: its arguments are what the post is found again by.
    next: defineMemberButton({
      args: z.array(z.string()).min(1),
      press: (caller, marks, deps) => showNext(caller, deps, marks),
    }),
    join: defineMemberButton({ args: groupArgs, press: (caller, [groupId], deps) => join(caller, deps, groupId) }),
    change: defineMemberButton({
      args: groupArgs,
      press: (caller, [groupId], deps) => join(caller, deps, groupId, true),
    }),
    // Whoever looks after a group need not have joined.
    manage: defineButton({ args: none, press: (caller, _args, deps) => chooseManaged(caller, deps) }),
    others: defineMemberButton({
      args: none,
      press: (caller, _args, deps) => offerGroups(caller, deps, catalogueOf(caller.language).group.askOthers),
    }),
    'ask-leave': defineMemberButton({
      args: none,
      async press({ member, language }, _args, deps) {
        const own = await findOwnGroup(deps, member.id);
        return show(own ? askLeaveView(language, own) : groupLeftView(language, undefined));
      },
    }),
    leave: defineMemberButton({
      args: none,
      async press({ member, language, now }, _args, deps) {
        const outcome = await leaveGroup(deps, { member, now });
        return show(groupLeftView(language, outcome.kind === 'left' ? outcome.group : undefined));
      },
    }),
  },

  selects: {
    ...partnerSelects,
    choose: defineMemberSelect({
      args: none,
      choose: (caller, _args, [groupId = ''], deps) => join(caller, deps, groupId),
    }),
  },

  forms: stuckForms,
});
