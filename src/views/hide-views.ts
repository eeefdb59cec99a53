import type { HideOutcome } from '../domain/check-in-outcome.ts';
import type { HiddenNote } from '../domain/post-reading.ts';
import { catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import { sayView } from './check-in-ask-views.ts';
import { accent, button, buttonRow, card } from './kit.ts';
import type { MessageView } from './message.ts';
import { periodName } from './period-words.ts';
import type { PostView } from './post.ts';
import { quoted } from './quoted.ts';

/** What came of **Hide**, for the moderator alone, with the way back. */
export function hideView(language: string, outcome: HideOutcome): MessageView {
  const { checkIn: words, common } = catalogueOf(language);
  switch (outcome.kind) {
    case 'not-there':
      return sayView(language, words.gone);
    case 'not-moderator':
      return sayView(language, words.notModerator);
    case 'already':
      return sayView(language, words.hiddenAlready);
    case 'hidden':
    case 'shown': {
      const isHidden = outcome.kind === 'hidden';
      const { id } = outcome.checkIn;
      return card({
        accent: accent.neutral,
        blocks: [words[outcome.kind]],
        rows: [
          buttonRow(
            button({
              label: isHidden ? words.showAgain : words.hide,
              id: customId('checkin', isHidden ? 'show' : 'hide', id),
            }),
            ...(isHidden ? [button({ label: words.readAll, id: customId('checkin', 'read', id, 0) })] : []),
            button({ label: common.home, id: customId('help', 'open', 'home') }),
          ),
        ],
      });
    }
  }
}

/** Tells the author privately. Nobody is named, and nothing is held against them. */
export function hiddenNoteView({ language, marks, group, period, checkInId }: HiddenNote): PostView {
  const { checkIn: words } = catalogueOf(language);
  const [mark = ''] = marks;
  return {
    content: words.hiddenNoteLine(periodName(language, period), group && quoted(group.name)),
    embed: { color: accent.neutral, description: words.hiddenNote },
    rows: [buttonRow(button({ label: words.mine, id: customId('checkin', 'look', checkInId, 0, mark) }))],
    title: words.hiddenNoteTitle,
  };
}
