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

/** A sentence with its words in lower case. */
interface Sentence {
  readonly text: string;
  readonly words: ReadonlySet<string>;
}

interface SearchableRoadmap {
  readonly places: readonly PlaceText[];
  readonly index: TextIndex;
  readonly recent: Map<string, readonly SearchResult[]>;
  /** The sentences of a place, taken apart when it is found for the first time. */
  sentencesOf(place: PlaceText): readonly Sentence[];
}

const searchables = new WeakMap<Roadmap, SearchableRoadmap>();

/** Finds words anywhere in the roadmap, the best place first. */
export function searchRoadmap(roadmap: Roadmap, typed: string, limit: number): readonly SearchResult[] {
  const searchable = searchableOf(roadmap);
  const key = `${limit} ${typed}`;
  const results = searchable.recent.get(key) ?? search(searchable, typed, limit);
  searchable.recent.delete(key); // Put at the end: the first one is the longest unused.
  searchable.recent.set(key, results);
  const [oldest] = searchable.recent.keys();
  if (searchable.recent.size > RECENT && oldest !== undefined) searchable.recent.delete(oldest);
  return results;
}

/** How many searches are remembered: people type the same words, and suggestions ask for them letter by letter. */
const RECENT = 200;

function search({ places, index, sentencesOf }: SearchableRoadmap, typed: string, limit: number): SearchResult[] {
  return index.search(typed, limit).flatMap(({ id, words }) => {
    const found = places[id];
    return found ? [{ place: found.place, sentence: bestSentence(sentencesOf(found), typed, words) }] : [];
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
  const takenApart = new Map<PlaceText, readonly Sentence[]>();
  const sentencesOf = (place: PlaceText) => {
    const sentences = takenApart.get(place) ?? place.texts.flatMap(splitSentences);
    takenApart.set(place, sentences);
    return sentences;
  };
  const searchable = { places, index, sentencesOf, recent: new Map<string, readonly SearchResult[]>() };
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
function bestSentence(sentences: readonly Sentence[], typed: string, words: readonly string[]): string {
  const exact = wordsIn(typed);
  const wanted = new Set([...exact, ...words]);
  const score = ({ text, words: said }: Sentence) => {
    const points = [...wanted].reduce((sum, word) => sum + (said.has(word) ? (exact.has(word) ? 4 : 2) : 0), 0);
    return points + (text.length >= TELLING ? 1 : 0);
  };
  let best = { text: '', points: -1 };
  for (const sentence of sentences) {
    const points = score(sentence);
    if (points > best.points) best = { text: sentence.text, points };
  }
  return best.text;
}

/** From this many characters on a sentence tells something by itself. */
const TELLING = 40;

function wordsIn(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu));
}

function splitSentences(text: string): Sentence[] {
  return text
    .replace(/```[\s\S]*?(```|$)/g, '\n')
    .split(/(?<=[.!?])\s+|\n+/)
    .map((sentence) => sentence.replace(/^(- |\d+\. )/, '').trim())
    .filter((sentence) => sentence !== '')
    .map((sentence) => ({ text: sentence, words: wordsIn(sentence) }));
}
