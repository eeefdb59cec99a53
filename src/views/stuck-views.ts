import { ComponentType, TextInputStyle } from 'discord.js';
import { OBSTACLE_LENGTH } from '../domain/check-in.ts';
import type { Step } from '../domain/roadmap.ts';
import { catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import { accent, type ButtonParts, button, buttonRow, card } from './kit.ts';
import type { FormView, MessageView } from './message.ts';
import { quotedLines } from './quoted.ts';

/** What is in the way, if they want to say. */
export function stuckForm(language: string, stepId: string, given: string): FormView {
  const { stuck: words } = catalogueOf(language);
  return {
    custom_id: customId('group', 'stuck', stepId),
    title: words.formTitle,
    components: [
      {
        type: ComponentType.Label,
        label: words.words,
        description: words.wordsHint,
        component: {
          type: ComponentType.TextInput,
          custom_id: 'words',
          style: TextInputStyle.Paragraph,
          max_length: OBSTACLE_LENGTH,
          required: false,
          ...(given === '' ? {} : { value: given }),
        },
      },
    ],
  };
}

/** Whoever is stuck sees who could help, and decides who is asked. */
export function stuckView(
  language: string,
  step: Pick<Step, 'id' | 'title'>,
  found: { readonly requestId: string; readonly words: string | undefined; readonly helperUserIds: readonly string[] },
): MessageView {
  const { stuck: words } = catalogueOf(language);
  const { requestId, helperUserIds } = found;
  const names = words.and(helperUserIds.map((id) => `<@${id}>`));
  const ask = (label: string, whom: string, style: ButtonParts['style'] = 'plain') =>
    button({ label, id: customId('group', 'ask-help', requestId, whom), style });
  return card({
    accent: accent.neutral,
    blocks: [
      `## ${words.title(step.title)}\n${words.normal}`,
      ...(found.words === undefined ? [] : [quotedLines(found.words)]),
      helperUserIds.length > 0 ? words.helpers(names) : words.noHelpers,
      words.how,
    ],
    rows: [
      buttonRow(
        ...(helperUserIds.length > 0 ? [ask(words.askHelpers, 'helpers', 'primary')] : []),
        ask(words.askGroup, 'group', helperUserIds.length > 0 ? 'plain' : 'primary'),
        button({ label: words.through, id: customId('group', 'through', requestId) }),
        button({ label: words.step, id: customId('step', 'beside', step.id) }),
      ),
    ],
  });
}

/** For whoever learns alone: where else to look. */
export function stuckAloneView(language: string, step: Pick<Step, 'id' | 'title'>): MessageView {
  const { stuck: words, common } = catalogueOf(language);
  return card({
    accent: accent.neutral,
    blocks: [`## ${words.title(step.title)}`, words.alone],
    rows: [
      buttonRow(
        button({ label: words.step, id: customId('step', 'tab', step.id, 'questions'), style: 'primary' }),
        button({ label: common.home, id: customId('help', 'open', 'home') }),
      ),
    ],
  });
}

/** One sentence, with the way on; `requestId` where it can still be settled. */
export function stuckSaid(language: string, sentence: string, requestId?: string): MessageView {
  const { stuck: words, common } = catalogueOf(language);
  return card({
    accent: accent.neutral,
    blocks: [sentence],
    rows: [
      buttonRow(
        ...(requestId === undefined
          ? []
          : [button({ label: words.through, id: customId('group', 'through', requestId) })]),
        button({ label: common.home, id: customId('help', 'open', 'home') }),
      ),
    ],
  });
}
