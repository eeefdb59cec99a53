import { HIDDEN_ON_SCREEN, type HiddenCheckIns } from '../domain/group-report.ts';
import { catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import { type ActionRow, accent, button, buttonRow, card } from './kit.ts';
import type { MessageView } from './message.ts';
import { periodName } from './period-words.ts';
import { quoted } from './quoted.ts';

/** How much of what was said stands on the screen, in characters. */
const WORDS_SHOWN = 120;

/** What moderators hid in a group, for one of them alone: to read it, or to show it again. */
export function hiddenListView(language: string, { group, entries, skipped, hasOlder }: HiddenCheckIns): MessageView {
  const { report: words } = catalogueOf(language);
  const lines = entries.map(({ checkIn, period, authorId }, index) =>
    words.hiddenEntry(skipped + index + 1, periodName(language, period), authorId, quoted(checkIn.did, WORDS_SHOWN)),
  );
  const others = (label: string, from: number) => button({ label, id: customId('setup', 'hidden', group.id, from) });
  return card({
    accent: accent.neutral,
    blocks: [`## ${words.hidden}`, ...(lines.length > 0 ? [words.hiddenText, lines.join('\n')] : [words.hiddenNone])],
    rows: [
      ...entries.map(({ checkIn }, index) => entryRow(language, checkIn.id, skipped + index + 1)),
      buttonRow(
        ...(skipped > 0 ? [others(words.newerHidden, Math.max(skipped - HIDDEN_ON_SCREEN, 0))] : []),
        ...(hasOlder ? [others(words.olderHidden, skipped + entries.length)] : []),
        button({ label: words.back, id: customId('setup', 'report', group.id) }),
      ),
    ],
  });
}

function entryRow(language: string, checkInId: string, number: number): ActionRow {
  const { report: words } = catalogueOf(language);
  return buttonRow(
    button({ label: words.showAgain(number), id: customId('checkin', 'show', checkInId), style: 'primary' }),
    button({ label: words.readAll(number), id: customId('checkin', 'read', checkInId, 0) }),
  );
}
