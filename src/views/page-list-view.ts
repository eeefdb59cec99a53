import { pagesOfKind } from '../domain/page-reference.ts';
import { wholePage, writePlace } from '../domain/place.ts';
import { isTrackComplete, type Page } from '../domain/roadmap.ts';
import { customId } from '../lib/custom-id.ts';
import type { ListedKind } from './article-view.ts';
import { type Frame, shareButtons, sharedLine, wordsOf } from './frame.ts';
import { accent, button, buttonRow, card, selectRow } from './kit.ts';
import type { MessageView } from './message.ts';

/** All pages of one kind, to choose from. */
export function pageListView(frame: Frame, kind: ListedKind): MessageView {
  const { guide, readiness } = wordsOf(frame);
  const { title, intro } = kind === 'track' ? frame.roadmap.choosingTrack : guide.lists[kind];
  const pages = listedPages(frame, kind);
  return card({
    accent: accent.neutral,
    blocks: [
      `## ${title}`,
      intro,
      pages.map((page, index) => `${index + 1}. ${page.title}`).join('\n'),
      ...sharedLine(frame),
    ],
    rows: [
      selectRow(
        customId('guide', 'go', 'list'),
        guide.openOne,
        pages.map((page) => ({ label: page.title, value: writePlace(wholePage({ kind, id: page.id })) })),
      ),
      buttonRow(
        ...(kind === 'readiness'
          ? [button({ label: readiness.rateYourself, id: customId('readiness', 'open'), style: 'primary' })]
          : []),
        button({ label: guide.home, id: customId('guide', 'open') }),
        ...shareButtons(frame, customId('guide', 'share-list', kind)),
      ),
    ],
  });
}

/** A track that is still a draft is not offered. */
export function listedPages({ roadmap }: Frame, kind: ListedKind): readonly Page[] {
  if (kind === 'track') return roadmap.tracks.filter((track) => isTrackComplete(roadmap, track));
  return pagesOfKind(roadmap, kind);
}
