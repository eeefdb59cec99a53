import type { SlashCommandStringOption } from 'discord.js';
import { z } from 'zod';
import { findReader } from '../src/actions/find-reader.ts';
import { listOwnPeriods } from '../src/actions/read-check-ins.ts';
import { describe, memberCommand } from '../src/discord/builders.ts';
import {
  defineCommand,
  defineMemberButton,
  defineMemberForm,
  defineMemberHandler,
  defineMemberSelect,
} from '../src/discord/command.ts';
import { findNamed } from '../src/domain/named-things.ts';
import { catalogueOf } from '../src/language/languages.ts';
import { periodName } from '../src/views/period-words.ts';
import { blockerButtons } from './checkin/blockers.ts';
import { cardButtons } from './checkin/card.ts';
import { openCurrent, openPeriod, showMine, showOwn, showStreak } from './checkin/screens.ts';
import { givenOf, reopen, write } from './checkin/write.ts';

const none = z.tuple([]);
const oneId = z.tuple([z.string()]);
/** On a post these are followed by what it is found again by. */
const noneOnPost = z.tuple([]).rest(z.string());
const oneIdOnPost = z.tuple([z.string()]).rest(z.string());
const number = z.coerce.number().int().min(0);
const page = z.tuple([number]);
const idAndPageOnPost = z.tuple([z.string(), number]).rest(z.string());

/** What is chosen to see all of them. No check-in has this id. */
const ALL = 'all';

function lookOption(option: SlashCommandStringOption): SlashCommandStringOption {
  return describe(option.setName('look'), (words) => words.commands.checkin.options.look).setAutocomplete(true);
}

export default defineCommand({
  data: memberCommand('checkin').addStringOption(lookOption),

  handler: defineMemberHandler({
    options: z.object({ look: z.string().optional() }),
    visibility: 'private',
    mayOpenForm: true,
    run(caller, { look }, deps) {
      if (look === undefined) return openCurrent(caller, deps);
      return look === ALL ? showMine(caller, deps, 0) : showOwn(caller, deps, look);
    },
    suggest: {
      async look(typed, caller, deps) {
        const { member, language } = await findReader(deps, caller);
        const all = { name: catalogueOf(language).checkIn.all, value: ALL };
        if (!member) return [all];
        const own = (await listOwnPeriods(deps, member.id)).map(({ checkInId, period }) => ({
          id: checkInId,
          title: periodName(language, period),
        }));
        const found = findNamed([{ id: all.value, title: all.name }, ...own], typed);
        return found.map(({ id, title }) => ({ name: title, value: id }));
      },
    },
  }),

  buttons: {
    ...blockerButtons,
    ...cardButtons,
    open: defineMemberButton({
      args: noneOnPost,
      landing: 'form',
      press: (caller, _args, deps) => openCurrent(caller, deps),
    }),
    period: defineMemberButton({
      args: oneIdOnPost,
      landing: 'form',
      press: (caller, [periodId], deps) => openPeriod(caller, deps, periodId),
    }),
    look: defineMemberButton({
      args: idAndPageOnPost,
      press: (caller, [id, page], deps) => showOwn(caller, deps, id, page),
    }),
    streak: defineMemberButton({ args: page, press: (caller, [number], deps) => showStreak(caller, deps, number) }),
    mine: defineMemberButton({
      args: page,
      press: (caller, [number], deps) => showMine(caller, deps, number),
    }),
  },

  selects: {
    one: defineMemberSelect({
      args: none,
      choose: (caller, _args, [checkInId = ''], deps) => showOwn(caller, deps, checkInId),
    }),
  },

  forms: {
    write: defineMemberForm({
      args: oneId,
      fields: z.object({
        did: z.string(),
        next: z.string().nullable().default(null),
        obstacle: z.string().nullable().default(null),
        hours: z.string().nullable().default(null),
        boxes: z.array(z.string()).nullable().default(null),
      }),
      open: (caller, [periodId], given, deps) => reopen(caller, deps, periodId, givenOf(given)),
      submit: (caller, [periodId], fields, deps) => write(caller, deps, periodId, givenOf(fields)),
    }),
  },
});
