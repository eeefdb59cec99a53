import type { Blocker } from '../domain/recap.ts';
import type { StudyGroup } from '../domain/study-group.ts';
import { catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import { type ActionRow, button, buttonRow } from './kit.ts';
import { messageLink } from './message-link.ts';
import { quoted } from './quoted.ts';

/** How much of a blocker is shown, in characters. The card has the rest. */
const WORDS_SHOWN = 200;

const BUTTONS_IN_ROW = 4;

/** What is in the way of whoever asked for help, each with its number, in their words. `from`: how many come before. */
export function blockerLines(
  group: Pick<StudyGroup, 'language' | 'serverId'>,
  blockers: readonly Blocker[],
  from: number,
): string {
  const { checkInPost: words } = catalogueOf(group.language);
  return blockers
    .map(({ words: said, card }, index) => {
      const text = said === undefined ? words.blockerSilent : words.blocker(quoted(said, WORDS_SHOWN));
      const read = card && words.blockerRead(messageLink({ serverId: group.serverId, ...card }));
      return `**(${from + index + 1})** ${[text, ...(read ? [read] : [])].join(' ')}`;
    })
    .join('\n');
}

/** A button for each of them, with its number. */
export function helpRows(language: string, blockers: readonly Blocker[], from: number): ActionRow[] {
  const { checkInPost: words } = catalogueOf(language);
  const buttons = blockers.map(({ checkInId }, index) =>
    button({
      label: words.numbered(words.canHelp, from + index + 1),
      id: customId('group', 'help', checkInId),
    }),
  );
  const rows = Array.from({ length: Math.ceil(buttons.length / BUTTONS_IN_ROW) }, (_, row) =>
    buttons.slice(row * BUTTONS_IN_ROW, (row + 1) * BUTTONS_IN_ROW),
  );
  return rows.map((row) => buttonRow(...row));
}
