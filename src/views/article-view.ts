import { linkTitles } from '../domain/page-reference.ts';
import { type Place, placeTitle, wholePage, writePlace } from '../domain/place.ts';
import { relatedPages } from '../domain/related-pages.ts';
import { customId } from '../lib/custom-id.ts';
import { type Frame, shareButtons, sharedLine, wordsOf } from './frame.ts';
import { type ActionRow, accent, button, buttonRow, card, screenPage, selectRow } from './kit.ts';
import type { MessageView } from './message.ts';
import { pageLine, readOnRow } from './paging.ts';
import { openPlaceId, sharePlaceId } from './place-id.ts';

/** What a page beside the steps says. */
export interface Article {
  readonly title: string;
  readonly accent?: number;
  /** Blocks of Markdown; references to other pages are turned into their titles. */
  readonly blocks: readonly string[];
  /** Controls of this page alone. */
  readonly rows?: readonly ActionRow[];
}

/** Any page beside the steps: its text screen by screen, where to go on, and the way to the channel. */
export function articleView(frame: Frame, place: Place, article: Article, screen: number): MessageView {
  const shown = screenPage(
    article.blocks.map((block) => linkTitles(block, frame.roadmap)),
    screen,
  );
  return card({
    accent: article.accent ?? accent.neutral,
    blocks: [
      `## ${article.title}\n-# ${wordsOf(frame).guide.kinds[place.kind]}`,
      ...shown.blocks,
      ...pageLine(frame, shown),
      ...sharedLine(frame),
    ],
    rows: [
      ...readOnRow(frame, shown, (other) => openPlaceId(place, other)),
      ...(article.rows ?? []),
      ...relatedRow(frame, place),
      buttonRow(
        ...listButton(frame, place),
        button({ label: wordsOf(frame).guide.home, id: customId('guide', 'open') }),
        ...shareButtons(frame, sharePlaceId(place, shown.page)),
      ),
    ],
  });
}

/** A list of everything that belongs to this page; none where nothing does. */
export function relatedRow(frame: Frame, place: Place): ActionRow[] {
  const { guide } = wordsOf(frame);
  const related = relatedPages(frame.roadmap, place);
  if (related.length === 0) return [];
  const options = related.map((page) => ({
    label: placeTitle(frame.roadmap, wholePage(page)),
    value: writePlace(wholePage(page)),
    description: guide.kinds[page.kind],
  }));
  return [selectRow(customId('guide', 'go', 'related'), guide.seeAlso, options)];
}

/** Back to the list that a page stands in. */
function listButton(frame: Frame, { kind }: Place) {
  const { lists } = wordsOf(frame).guide;
  if (!isListed(kind)) return [];
  return [button({ label: lists[kind].title, id: customId('guide', 'list', kind) })];
}

/** The kinds of page that have a list of their own in the guide. */
export const listedKinds = ['pitfall', 'readiness', 'focus', 'track'] as const;
export type ListedKind = (typeof listedKinds)[number];

function isListed(kind: string): kind is ListedKind {
  return (listedKinds as readonly string[]).includes(kind);
}
