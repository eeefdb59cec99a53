import { type PageKind, pagesOfKind } from '../domain/page-reference.ts';
import { wholePage, writePlace } from '../domain/place.ts';
import type { Page, Roadmap } from '../domain/roadmap.ts';
import { catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import { accent, button, buttonRow, card, selectRow } from './kit.ts';
import type { MessageView } from './message.ts';
import { quoted } from './quoted.ts';

/** Shown when no page is called what somebody typed: the nearest ones, or all of the kind. */
export function unknownPageView(
  roadmap: Roadmap,
  kind: PageKind,
  typed: string,
  nearest: readonly Page[],
): MessageView {
  const { guide, common } = catalogueOf(roadmap.language);
  const offered = nearest.length > 0 ? nearest : pagesOfKind(roadmap, kind);
  return card({
    accent: accent.neutral,
    blocks: [guide.unknown(guide.kinds[kind], quoted(typed)), nearest.length > 0 ? guide.nearest : guide.listed],
    rows: [
      selectRow(
        customId('guide', 'go', 'nearest'),
        guide.openOne,
        offered.map((page) => ({ label: page.title, value: writePlace(wholePage({ kind, id: page.id })) })),
      ),
      buttonRow(
        button({ label: guide.home, id: customId('guide', 'open') }),
        button({ label: common.home, id: customId('help', 'open', 'home') }),
      ),
    ],
  });
}
