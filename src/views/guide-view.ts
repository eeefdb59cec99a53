import { ComponentType, TextInputStyle } from 'discord.js';
import type { SearchResult } from '../domain/guide-search.ts';
import { pagesOfKind } from '../domain/page-reference.ts';
import { placeTitle, wholePage, writePlace } from '../domain/place.ts';
import type { Roadmap } from '../domain/roadmap.ts';
import { catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import { shorten } from '../lib/graphemes.ts';
import { listedKinds } from './article-view.ts';
import { type Frame, shareButtons, sharedLine, wordsOf } from './frame.ts';
import { accent, button, buttonRow, card, selectRow } from './kit.ts';
import type { FormView, MessageView } from './message.ts';
import { quoted } from './quoted.ts';

/** The front page of the guide: every page in it, and the search. */
export function guideView(frame: Frame): MessageView {
  const { roadmap } = frame;
  const { guide, common } = wordsOf(frame);
  const pages = pagesOfKind(roadmap, 'guide');
  const lists = listedKinds.filter((kind) => kind !== 'track');
  return card({
    accent: accent.neutral,
    blocks: [
      `## ${guide.title}`,
      guide.intro,
      [...pages.map((page) => page.title), ...lists.map((kind) => guide.lists[kind].title)]
        .map((title) => `- ${title}`)
        .join('\n'),
      ...sharedLine(frame),
    ],
    rows: [
      selectRow(customId('guide', 'go', 'home'), guide.openPage, [
        ...pages.map((page) => ({ label: page.title, value: writePlace(wholePage({ kind: 'guide', id: page.id })) })),
        ...lists.map((kind) => ({ label: guide.lists[kind].title, value: `list/${kind}` })),
      ]),
      buttonRow(
        button({ label: guide.search, id: customId('guide', 'search'), style: 'primary' }),
        button({ label: common.home, id: customId('help', 'open', 'home') }),
        ...shareButtons(frame, customId('guide', 'share-open')),
      ),
    ],
  });
}

/** How much of a matching sentence is shown, in characters. */
const SENTENCE = 200;

/** What a search found: the best page first, each with the sentence that matched. */
export function searchResultView(frame: Frame, typed: string, results: readonly SearchResult[]): MessageView {
  const { guide } = wordsOf(frame);
  const blocks = results.map(({ place, sentence }, index) => {
    const title = guide.resultTitle(index + 1, placeTitle(frame.roadmap, place), kindOf(frame, place));
    return `${title}\n> ${shorten(sentence, SENTENCE)}`;
  });
  const rows = results.map(({ place }) => ({
    label: placeTitle(frame.roadmap, place),
    value: writePlace(place),
    description: kindOf(frame, place),
  }));
  return card({
    accent: accent.neutral,
    blocks:
      results.length === 0
        ? [guide.nothing(quoted(typed)), guide.nothingCure]
        : [`## ${guide.results(quoted(typed))}`, ...blocks],
    rows: [
      ...(rows.length > 0 ? [selectRow(customId('guide', 'go', 'found'), guide.openResult, rows)] : []),
      buttonRow(
        button({
          label: guide.searchAgain,
          id: customId('guide', 'search'),
          style: results.length === 0 ? 'primary' : 'plain',
        }),
        button({ label: guide.home, id: customId('guide', 'open') }),
      ),
    ],
  });
}

/** The kind of a place, and for a part of a step also of which step. */
function kindOf({ roadmap }: Frame, { kind, id, part }: SearchResult['place']): string {
  const { guide, step } = catalogueOf(roadmap.language);
  const label = guide.kinds[kind];
  if (part === '') return label;
  return `${label} · ${part === 'links' ? step.tabs.links : placeTitle(roadmap, { kind, id, part: '' })}`;
}

/** The form behind **Search**. */
export function searchForm(roadmap: Roadmap, given: string): FormView {
  const { guide } = catalogueOf(roadmap.language);
  return {
    custom_id: customId('guide', 'find'),
    title: guide.searchTitle,
    components: [
      {
        type: ComponentType.Label,
        label: guide.searchField,
        description: guide.searchFieldHint,
        component: {
          type: ComponentType.TextInput,
          custom_id: 'words',
          style: TextInputStyle.Short,
          max_length: 100,
          required: true,
          ...(given === '' ? {} : { value: given }),
        },
      },
    ],
  };
}
