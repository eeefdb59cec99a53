import type { PartnerReading, PartnershipWith } from '../domain/partnership.ts';
import type { PairNotePost } from '../domain/post-reading.ts';
import { type Catalogue, catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import { shorten } from '../lib/graphemes.ts';
import {
  type ActionRow,
  accent,
  bulletList,
  button,
  buttonRow,
  card,
  section,
  selectRow,
  userSelectRow,
} from './kit.ts';
import type { MessageView } from './message.ts';
import { periodName } from './period-words.ts';
import type { PostView } from './post.ts';
import { THREAD_TITLE_LENGTH } from './post-parts.ts';
import { quoted } from './quoted.ts';

type Words = Catalogue['partner'];

/** How much of a check-in stands in the list, in characters. */
const BEGINNING = 120;

/** How many requests are answered on one screen. */
const SHOWN_REQUESTS = 3;

/** A member's partner, what that one said, and who has asked whom. `note`: what was just done. */
export function partnerView(language: string, reading: PartnerReading, note?: string): MessageView {
  const { partner: words } = catalogueOf(language);
  const { group, partner, asked, asking } = reading;
  const requests = partner ? [] : asking.slice(0, SHOWN_REQUESTS);
  return card({
    accent: accent.neutral,
    blocks: [
      `## ${words.title}`,
      ...(note === undefined ? [] : [note]),
      ...(partner ? partnerBlocks(language, partner) : [group ? words.none : words.noGroup]),
      ...(asked && !partner ? [words.waiting(asked.userId)] : []),
      ...requests.map(({ userId }, index) => numbered(words, words.asks(userId), index, requests)),
      `-# ${words.what}`,
    ],
    rows: [
      ...(partner ? checkInRow(language, partner) : []),
      ...requests.map((request, index) => answerRow(words, request, index, requests)),
      ...(group && !partner && !asked ? [userSelectRow(customId('group', 'partner'), words.pick)] : []),
      lastRow(language, reading),
    ],
  });
}

function lastRow(language: string, { partner, asked }: PartnerReading): ActionRow {
  const { partner: words, common } = catalogueOf(language);
  return buttonRow(
    ...(partner ? [button({ label: words.end, id: customId('group', 'ask-end', partner.pair.pairId) })] : []),
    ...(asked && !partner ? [button({ label: words.withdraw, id: endId(asked) })] : []),
    button({ label: words.group, id: customId('group', 'show') }),
    button({ label: common.home, id: customId('help', 'open', 'home') }),
  );
}

/** Asks before it ends. */
export function askEndPartnerView(language: string, pair: PartnershipWith): MessageView {
  const { partner: words } = catalogueOf(language);
  return card({
    accent: accent.warning,
    blocks: [`## ${words.askEnd(pair.userId)}`, words.askEndText],
    rows: [
      buttonRow(
        button({ label: words.keep, id: customId('group', 'partner'), style: 'primary' }),
        button({ label: words.end, id: endId(pair), style: 'danger' }),
      ),
    ],
  });
}

/** Privately: that somebody asks, or has said yes. */
export function pairNoteView({ language, marks, note, partnerUserId, group }: PairNotePost): PostView {
  const { partner: words } = catalogueOf(language);
  const [mark = ''] = marks;
  const name = quoted(group.name);
  const isAsked = note === 'asked';
  const answers = buttonRow(
    button({ label: words.accept, id: customId('group', 'partner-yes', mark), style: 'primary' }),
    button({ label: words.decline, id: customId('group', 'partner-no', mark) }),
  );
  return {
    content: isAsked ? words.askedLine(partnerUserId, name) : words.acceptedLine(partnerUserId, name),
    title: shorten(words.title, THREAD_TITLE_LENGTH),
    embed: { color: accent.neutral, description: isAsked ? words.askedText : words.acceptedText },
    rows: [isAsked ? answers : buttonRow(button({ label: words.show, id: customId('group', 'partner', mark) }))],
  };
}

function partnerBlocks(language: string, { pair, checkIns }: NonNullable<PartnerReading['partner']>): string[] {
  const { partner: words } = catalogueOf(language);
  const lines = checkIns.map(({ checkIn, period }) =>
    words.entry(periodName(language, period), quoted(checkIn.did, BEGINNING)),
  );
  return [words.with(pair.userId), section(words.checkIns, lines.length > 0 ? bulletList(lines) : words.noCheckIns)];
}

/** Each is read whole as everybody else's is. */
function checkInRow(language: string, { checkIns }: NonNullable<PartnerReading['partner']>): ActionRow[] {
  if (checkIns.length === 0) return [];
  const { partner: words } = catalogueOf(language);
  const options = checkIns.map(({ checkIn, period }) => ({
    label: periodName(language, period),
    value: checkIn.id,
  }));
  return [selectRow(customId('group', 'partner-reads'), words.choose, options)];
}

function answerRow(words: Words, { pairId }: PartnershipWith, index: number, all: readonly unknown[]): ActionRow {
  return buttonRow(
    button({ label: numbered(words, words.accept, index, all), id: customId('group', 'partner-yes', pairId) }),
    button({ label: numbered(words, words.decline, index, all), id: customId('group', 'partner-no', pairId) }),
  );
}

/** With several requests each has a number, which stands on its buttons, too. */
function numbered(words: Words, text: string, index: number, all: readonly unknown[]): string {
  return all.length > 1 ? words.numbered(text, index + 1) : text;
}

function endId({ pairId }: PartnershipWith): string {
  return customId('group', 'partner-end', pairId);
}
