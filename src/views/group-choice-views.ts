import type { StudyGroup } from '../domain/study-group.ts';
import { catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import { accent, button, buttonRow, card, selectRow } from './kit.ts';
import type { MessageView } from './message.ts';

/** Asks which of several groups is meant. `draftId` keeps what was typed beside it. */
export function groupChoiceView(language: string, groups: readonly StudyGroup[], draftId: string): MessageView {
  const { milestone: words } = catalogueOf(language);
  const options = groups.map(({ id, name }) => ({ label: name, value: id }));
  return card({
    accent: accent.neutral,
    blocks: [words.whichGroup],
    rows: [selectRow(customId('milestone', 'group', draftId), words.chooseGroup, options)],
  });
}

/** Why nothing was done. */
export function groupNoticeView(language: string, text: string): MessageView {
  const { common } = catalogueOf(language);
  return card({
    accent: accent.warning,
    blocks: [text],
    rows: [buttonRow(button({ label: common.home, id: customId('help', 'open', 'home'), style: 'primary' }))],
  });
}
