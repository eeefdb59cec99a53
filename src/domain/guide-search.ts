import { createTextIndex, type TextIndex } from '../lib/text-index.ts';
import { textsIn } from '../lib/texts-in.ts';
import { linkTitles, type PageReference, pageKinds, pagesOfKind } from './page-reference.ts';
import { type Place, partAt, placeTitle, writePlace } from './place.ts';
import type { Page, Roadmap } from './roadmap.ts';

/** One page that answers a search, with the sentence that matched best. */
export interface SearchResult {
  readonly place: Place;
  readonly sentence: string;
}

interface Passage {
  readonly place: Place;
  readonly text: string;
}

interface SearchableRoadmap {
  readonly passages: readonly Passage[];
  readonly index: TextIndex;
}

const indexes = new WeakMap<Roadmap, SearchableRoadmap>();

/** Finds words anywhere in the roadmap, the best place first, each place once. */
export function searchRoadmap(roadmap: Roadmap, typed: string, limit: number): readonly SearchResult[] {
  const { passages, index } = searchableOf(roadmap);
  const best = new Map<string, SearchResult>();
  for (const { id, words } of index.search(typed)) {
    const passage = passages[id];
    if (!passage) continue;
    const key = writePlace(passage.place);
    if (!best.has(key)) best.set(key, { place: passage.place, sentence: bestSentence(passage.text, words) });
    if (best.size === limit) break;
  }
  return [...best.values()];
}

/** Builds the index ahead of the first search. It takes tens of milliseconds, which no member should wait for. */
export function prepareSearch(roadmap: Roadmap): void {
  searchableOf(roadmap);
}

function searchableOf(roadmap: Roadmap): SearchableRoadmap {
  const known = indexes.get(roadmap);
  if (known) return known;
  const passages = pageKinds.flatMap((kind) =>
    pagesOfKind(roadmap, kind).flatMap((page) => passagesOf(roadmap, { kind, id: page.id }, page)),
  );
  const index = createTextIndex(
    passages.map(({ place, text }, id) => ({ id, title: placeTitle(roadmap, place), text })),
  );
  const searchable = { passages, index };
  indexes.set(roadmap, searchable);
  return searchable;
}

/** Keys of a page that are no words to read. */
const notWords = new Set<PropertyKey>(['id', 'file', 'language', 'phaseId', 'stepIds', 'was', 'url', 'retiredTopics']);

function passagesOf(roadmap: Roadmap, { kind, id }: PageReference, page: Page): Passage[] {
  return textsIn(page)
    .filter(({ path }) => !path.some((key) => notWords.has(key)))
    .map(({ path, text }) => ({
      place: { kind, id, part: partAt(roadmap, kind, id, path) },
      text: linkTitles(text, roadmap),
    }));
}

function bestSentence(text: string, words: readonly string[]): string {
  const sentences = text
    .split(/(?<=[.!?:])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '' && !sentence.startsWith('```'));
  const matches = (sentence: string) => {
    const lower = sentence.toLowerCase();
    return words.filter((word) => lower.includes(word)).length;
  };
  return sentences.reduce(
    (best, sentence) => (matches(sentence) > matches(best) ? sentence : best),
    sentences[0] ?? '',
  );
}
