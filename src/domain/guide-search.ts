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

/** Everything that is written at one place. */
interface PlaceText {
  readonly place: Place;
  readonly texts: readonly string[];
}

interface SearchableRoadmap {
  readonly places: readonly PlaceText[];
  readonly index: TextIndex;
}

const searchables = new WeakMap<Roadmap, SearchableRoadmap>();

/** Finds words anywhere in the roadmap, the best place first. */
export function searchRoadmap(roadmap: Roadmap, typed: string, limit: number): readonly SearchResult[] {
  const { places, index } = searchableOf(roadmap);
  return index.search(typed, limit).flatMap(({ id, words }) => {
    const found = places[id];
    return found ? [{ place: found.place, sentence: bestSentence(found.texts, typed, words) }] : [];
  });
}

/** Built at the first search, in about 50 ms: a bot that nobody asks needs no memory for it. */
function searchableOf(roadmap: Roadmap): SearchableRoadmap {
  const known = searchables.get(roadmap);
  if (known) return known;
  const places = pageKinds.flatMap((kind) =>
    pagesOfKind(roadmap, kind).flatMap((page) => placesOf(roadmap, { kind, id: page.id }, page)),
  );
  const index = createTextIndex(
    places.map(({ place, texts }, id) => ({
      id,
      title: placeTitle(roadmap, place),
      text: texts.join('\n'),
      weight: place.part === 'links' ? LINKS_WEIGHT : 1,
    })),
  );
  const searchable = { places, index };
  searchables.set(roadmap, searchable);
  return searchable;
}

/** Links lead away: what explains a thing itself comes first. */
const LINKS_WEIGHT = 0.4;

/** Keys of a page that are no words to read. Its title is kept apart, because it weighs more. */
const notWords = new Set<PropertyKey>(['id', 'file', 'language', 'phaseId', 'stepIds', 'was', 'url', 'retiredTopics']);

function placesOf(roadmap: Roadmap, { kind, id }: PageReference, page: Page): PlaceText[] {
  const byPlace = new Map<string, { place: Place; texts: string[] }>();
  for (const { path, text } of textsIn(page)) {
    if (path[0] === 'title' || path.some((key) => notWords.has(key))) continue;
    const place = { kind, id, part: partAt(roadmap, kind, id, path) };
    const known = byPlace.get(writePlace(place)) ?? { place, texts: [] };
    known.texts.push(linkTitles(text, roadmap));
    byPlace.set(writePlace(place), known);
  }
  return [...byPlace.values()];
}

/**
 * The sentence with the most of the words; of several the first that is long enough to say something.
 * A word as it was typed counts more than those that are only like it.
 */
function bestSentence(texts: readonly string[], typed: string, words: readonly string[]): string {
  const sentences = texts.flatMap(sentencesOf);
  const exact = new Set(typed.toLowerCase().match(WORDS));
  const score = (sentence: string) => {
    const said = new Set(sentence.toLowerCase().match(WORDS));
    const matches = [...new Set([...exact, ...words])].filter((word) => said.has(word));
    const points = matches.reduce((sum, word) => sum + (exact.has(word) ? 4 : 2), 0);
    return points + (sentence.length >= TELLING ? 1 : 0);
  };
  return sentences.reduce((best, sentence) => (score(sentence) > score(best) ? sentence : best), sentences[0] ?? '');
}

const WORDS = /[\p{L}\p{N}\p{M}]+/gu;

/** From this many characters on a sentence tells something by itself. */
const TELLING = 40;

function sentencesOf(text: string): string[] {
  return text
    .replace(/```[\s\S]*?(```|$)/g, '\n')
    .split(/(?<=[.!?])\s+|\n+/)
    .map((sentence) => sentence.replace(/^(- |\d+\. )/, '').trim())
    .filter((sentence) => sentence !== '');
}
