import type { SlashCommandStringOption } from 'discord.js';
import { z } from 'zod';
import { findReader } from '../src/actions/find-reader.ts';
import { hideCheckIn } from '../src/actions/hide-check-in.ts';
import { findOwnCheckIn, findReadableCheckIn, listOwnPeriods } from '../src/actions/read-check-ins.ts';
import { readRoadmap } from '../src/actions/read-roadmap.ts';
import { takeBackCheckIn } from '../src/actions/take-back-check-in.ts';
import { describe, memberCommand } from '../src/discord/builders.ts';
import {
  type Answer,
  type Caller,
  type Deps,
  defineButton,
  defineCommand,
  defineMemberButton,
  defineMemberForm,
  defineMemberHandler,
  defineMemberSelect,
  type MemberCaller,
  show,
} from '../src/discord/command.ts';
import { findNamed } from '../src/domain/named-things.ts';
import { catalogueOf } from '../src/language/languages.ts';
import { askTakeBackView, sayView } from '../src/views/check-in-ask-views.ts';
import { ownCheckInView, readCheckInView } from '../src/views/check-in-view.ts';
import { hideView } from '../src/views/hide-views.ts';
import { periodName } from '../src/views/period-words.ts';
import { blockerButtons } from './checkin/blockers.ts';
import { openCorrection, openCurrent, openPeriod, showMine, showOwn, showStreak } from './checkin/screens.ts';
import { givenOf, reopen, write } from './checkin/write.ts';

const none = z.tuple([]);
const oneId = z.tuple([z.string()]);
/** On a post these are followed by what it is found again by. */
const noneOnPost = z.tuple([]).rest(z.string());
const oneIdOnPost = z.tuple([z.string()]).rest(z.string());
const number = z.coerce.number().int().min(0);
const page = z.tuple([number]);
const idAndPage = z.tuple([z.string(), number]);
const idAndPageOnPost = z.tuple([z.string(), number]).rest(z.string());

/** What is chosen to see all of them. No check-in has this id. */
const ALL = 'all';

const wordsOf = ({ language }: Pick<Caller, 'language'>) => catalogueOf(language).checkIn;

async function askTakeBack(caller: MemberCaller, deps: Deps, checkInId: string): Promise<Answer> {
  const placed = await findOwnCheckIn(deps, caller, checkInId);
  if (!placed) return show(sayView(caller.language, wordsOf(caller).notYours));
  if (placed.checkIn.takenBackAt) return showOwn(caller, deps, checkInId);
  return show(askTakeBackView(caller.language, placed, caller.now));
}

async function takeBack(caller: MemberCaller, deps: Deps, checkInId: string): Promise<Answer> {
  const words = wordsOf(caller);
  const placed = await findOwnCheckIn(deps, caller, checkInId);
  const outcome = placed && (await takeBackCheckIn(deps, { member: placed.author, checkInId, now: caller.now }));
  if (!outcome || outcome.kind === 'not-yours') return show(sayView(caller.language, words.notYours));
  const name = periodName(caller.language, outcome.period);
  const note = outcome.kind === 'already' ? words.takenBackAlready : words.takenBack(name);
  return show(ownCheckInView(readRoadmap(deps, caller.language), outcome, 0, note));
}

async function read(caller: Caller, deps: Deps, checkInId: string, page: number): Promise<Answer> {
  const { member, language } = await findReader(deps, caller);
  const found = await findReadableCheckIn(deps, { ...caller, memberId: member?.id }, checkInId);
  if (!found) return show(sayView(language, wordsOf({ language }).gone));
  return show(readCheckInView(readRoadmap(deps, language), found, page));
}

async function hide(caller: Caller, deps: Deps, checkInId: string, hide: boolean): Promise<Answer> {
  const { language } = await findReader(deps, caller);
  return show(hideView(language, await hideCheckIn(deps, caller, { checkInId, hide, now: caller.now })));
}

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
        const all = { name: wordsOf({ language }).all, value: ALL };
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
    edit: defineMemberButton({
      args: oneId,
      landing: 'form',
      press: (caller, [checkInId], deps) => openCorrection(caller, deps, checkInId),
    }),
    'take-back': defineMemberButton({
      args: oneId,
      press: (caller, [checkInId], deps) => askTakeBack(caller, deps, checkInId),
    }),
    'really-take-back': defineMemberButton({
      args: oneId,
      press: (caller, [checkInId], deps) => takeBack(caller, deps, checkInId),
    }),
    read: defineButton({ args: idAndPage, press: (caller, [id, page], deps) => read(caller, deps, id, page) }),
    hide: defineButton({ args: oneIdOnPost, press: (caller, [id], deps) => hide(caller, deps, id, true) }),
    show: defineButton({ args: oneId, press: (caller, [id], deps) => hide(caller, deps, id, false) }),
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
