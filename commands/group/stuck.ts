import { z } from 'zod';
import { askForHelp } from '../../src/actions/ask-for-help.ts';
import { askGroup, askHelpers, endHelpRequest } from '../../src/actions/call-for-help.ts';
import { findOwnGroup } from '../../src/actions/find-own-group.ts';
import { findReader } from '../../src/actions/find-reader.ts';
import { offerHelp } from '../../src/actions/offer-help.ts';
import { readRoadmap } from '../../src/actions/read-roadmap.ts';
import {
  type Answer,
  type Caller,
  type Deps,
  defineButton,
  defineMemberButton,
  defineMemberForm,
  type MemberCaller,
  openForm,
  refuse,
  show,
} from '../../src/discord/command.ts';
import { OBSTACLE_LENGTH } from '../../src/domain/check-in.ts';
import { wordsOf as typedWords } from '../../src/domain/check-in-form.ts';
import { findStep } from '../../src/domain/roadmap.ts';
import { catalogueOf } from '../../src/language/languages.ts';
import { stuckAloneView, stuckForm, stuckSaid, stuckView } from '../../src/views/stuck-views.ts';

const oneId = z.tuple([z.string()]);
const whom = z.enum(['helpers', 'group']);

const wordsOf = ({ language }: Pick<Caller, 'language'>) => catalogueOf(language).stuck;

const mayNotWrite = (language: string, channelId: string) => catalogueOf(language).checkIn.mayNotWriteThere(channelId);

/** Whoever learns alone is not asked for words that nobody would read. */
async function open(caller: MemberCaller, deps: Deps, stepId: string): Promise<Answer> {
  const step = findStep(readRoadmap(deps, caller.language), stepId);
  if (!step) return show(stuckSaid(caller.language, wordsOf(caller).noStep));
  if (!(await findOwnGroup(deps, caller.member.id))) return show(stuckAloneView(caller.language, step));
  return openForm(stuckForm(caller.language, step.id, ''));
}

async function note(caller: MemberCaller, deps: Deps, stepId: string, typed: string): Promise<Answer> {
  const step = findStep(readRoadmap(deps, caller.language), stepId);
  if (!step) return show(stuckSaid(caller.language, wordsOf(caller).noStep));
  const words = typedWords(typed);
  if (words && words.length > OBSTACLE_LENGTH) return refuse(wordsOf(caller).tooLong(OBSTACLE_LENGTH));
  const outcome = await askForHelp(deps, { ...caller, stepId: step.id, words });
  if (outcome.kind === 'no-group') return show(stuckAloneView(caller.language, step));
  const { request, helpers } = outcome;
  const helperUserIds = helpers.map(({ userId }) => userId);
  return show(stuckView(caller.language, step, { requestId: request.id, words: request.words, helperUserIds }));
}

async function ask(caller: MemberCaller, deps: Deps, requestId: string, asked: z.infer<typeof whom>): Promise<Answer> {
  const words = wordsOf(caller);
  const outcome = await (asked === 'group' ? askGroup : askHelpers)(deps, { ...caller, requestId });
  if (outcome.kind === 'may-not-write')
    return show(stuckSaid(caller.language, mayNotWrite(caller.language, outcome.channelId), requestId));
  const sentences = { asked: words.asked[asked], nobody: words.nobody, 'no-thread': words.noThread, gone: words.gone };
  return show(stuckSaid(caller.language, sentences[outcome.kind], outcome.kind === 'gone' ? undefined : requestId));
}

/** On cards, recaps and private messages: the blocker says which membership is meant. */
async function help(caller: Caller, deps: Deps, blockerId: string): Promise<Answer> {
  const { language } = await findReader(deps, caller);
  const words = wordsOf({ language });
  const outcome = await offerHelp(deps, { ...caller, blockerId });
  switch (outcome.kind) {
    case 'offered':
      return show(stuckSaid(language, words.thanks(outcome.askerUserId)));
    case 'already':
      return show(stuckSaid(language, words.thanksAlready(outcome.askerUserId)));
    case 'own':
      return show(stuckSaid(language, words.own));
    case 'may-not-write':
      return show(stuckSaid(language, mayNotWrite(language, outcome.channelId)));
    case 'gone':
      return show(stuckSaid(language, words.notNeeded));
  }
}

export const stuckButtons = {
  stuck: defineMemberButton({
    args: oneId,
    landing: 'form',
    press: (caller, [stepId], deps) => open(caller, deps, stepId),
  }),
  'ask-help': defineMemberButton({
    args: z.tuple([z.string(), whom]),
    press: (caller, [requestId, asked], deps) => ask(caller, deps, requestId, asked),
  }),
  through: defineMemberButton({
    args: oneId,
    async press(caller, [requestId], deps) {
      const isSettled = await endHelpRequest(deps, { ...caller, requestId });
      return show(stuckSaid(caller.language, isSettled ? wordsOf(caller).settled : wordsOf(caller).gone));
    },
  }),
  help: defineButton({ args: oneId, press: (caller, [blockerId], deps) => help(caller, deps, blockerId) }),
};

export const stuckForms = {
  stuck: defineMemberForm({
    args: oneId,
    fields: z.object({ words: z.string() }),
    open: ({ language }, [stepId], { words }) => stuckForm(language, stepId, String(words ?? '')),
    submit: (caller, [stepId], { words }, deps) => note(caller, deps, stepId, words),
  }),
};
