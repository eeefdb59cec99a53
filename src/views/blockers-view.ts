import { type Blocker, SHOWN_BLOCKERS } from '../domain/recap.ts';
import type { Roadmap } from '../domain/roadmap.ts';
import { catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import { blockerLines, helpRows } from './blocker-list.ts';
import { accent, button, buttonRow, card } from './kit.ts';
import type { MessageView } from './message.ts';
import { pageLine, readOnRow } from './paging.ts';
import { type NamedPeriod, periodName } from './period-words.ts';

export interface BlockersParts {
  readonly roadmap: Roadmap;
  readonly serverId: string;
  readonly period: NamedPeriod & { readonly id: string };
  readonly blockers: readonly Blocker[];
  /** Counted from 0; a number beyond the end shows the last one. */
  readonly page: number;
}

/** Who asked for help in a period, page by page. */
export function blockersView({ roadmap, serverId, period, blockers, page: wanted }: BlockersParts): MessageView {
  const { language } = roadmap;
  const { checkInPost: words, common } = catalogueOf(language);
  const pages = Math.max(Math.ceil(blockers.length / SHOWN_BLOCKERS), 1);
  const page = Math.min(wanted, pages - 1);
  const from = page * SHOWN_BLOCKERS;
  const shown = blockers.slice(from, from + SHOWN_BLOCKERS);
  const screen = { blocks: [], page, pages };
  return card({
    accent: accent.neutral,
    blocks: [
      `## ${words.blockersTitle(periodName(language, period))}`,
      shown.length > 0 ? blockerLines({ language, serverId }, shown, from) : words.blockersNone,
      ...pageLine({ roadmap }, screen),
    ],
    rows: [
      ...helpRows(language, shown, from),
      ...readOnRow({ roadmap }, screen, (other) => customId('checkin', 'blockers', period.id, other)),
      buttonRow(button({ label: common.home, id: customId('help', 'open', 'home') })),
    ],
  });
}
