import type { CheckIn } from '../domain/check-in.ts';
import type { PlacedCheckIn } from '../domain/check-in-outcome.ts';
import type { CheckInList } from '../domain/check-in-reading.ts';
import type { Roadmap } from '../domain/roadmap.ts';
import { catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import { accent, bulletList, button, buttonRow, card, selectRow } from './kit.ts';
import type { MessageView } from './message.ts';
import { pageLine, readOnRow } from './paging.ts';
import { periodName } from './period-words.ts';
import { plainLine, quoted } from './quoted.ts';

/** How many of its characters stand for a check-in in the list. */
const BEGINNING = 80;

/** What a member wrote so far, the newest first, page by page. */
export function checkInListView(roadmap: Roadmap, list: CheckInList): MessageView {
  const { checkIn: words, common } = catalogueOf(roadmap.language);
  const { entries } = list;
  const screen = { blocks: [], page: list.page, pages: list.pages };
  const options = entries.map(({ checkIn, period }) => ({
    label: periodName(roadmap.language, period),
    value: checkIn.id,
    description: plainLine(checkIn.did),
  }));
  return card({
    accent: accent.neutral,
    blocks: [
      `## ${words.listTitle}`,
      entries.length > 0 ? bulletList(entries.map((entry) => entryLine(roadmap.language, entry))) : words.listEmpty,
      ...(entries.length > 0 ? [`-# ${words.listHint}`] : []),
      ...pageLine({ roadmap }, screen),
    ],
    rows: [
      ...(entries.length > 0 ? [selectRow(customId('checkin', 'one'), words.choose, options)] : []),
      ...readOnRow({ roadmap }, screen, (page) => customId('checkin', 'mine', page)),
      buttonRow(
        button({ label: words.checkIn, id: customId('checkin', 'open') }),
        button({ label: common.home, id: customId('help', 'open', 'home') }),
      ),
    ],
  });
}

function entryLine(language: string, { checkIn, period }: PlacedCheckIn): string {
  const { checkIn: words } = catalogueOf(language);
  const line = words.entry(periodName(language, period), quoted(checkIn.did, BEGINNING));
  const state = stateOf(language, checkIn);
  return state === undefined ? line : `${line} (${state})`;
}

function stateOf(language: string, { takenBackAt, hiddenAt, isPrivate }: CheckIn): string | undefined {
  const { checkIn: words } = catalogueOf(language);
  if (takenBackAt) return words.stateTakenBack;
  if (hiddenAt) return words.stateHidden;
  return isPrivate ? words.statePrivate : undefined;
}
