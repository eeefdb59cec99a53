import MiniSearch from 'minisearch';

/** A piece of text that can be found. */
export interface IndexedText {
  readonly id: number;
  readonly title: string;
  readonly text: string;
  /** How much it counts beside others; 1 unless said otherwise. */
  readonly weight?: number;
}

export interface TextHit {
  readonly id: number;
  /** The words of the text that matched, in lower case. */
  readonly words: readonly string[];
}

export interface TextIndex {
  /** Best first, at most `limit`. More of the words typed is better; typing errors and unfinished words are forgiven. */
  search(typed: string, limit: number): readonly TextHit[];
}

/**
 * A full-text index in memory, ranked by BM25+. Looking for words that are nearly what was typed is most of the work,
 * so it is done only for a word that stands nowhere as it was typed.
 * @param shortestBeginning from this many letters on, the beginning of a word finds it.
 */
export function createTextIndex(texts: readonly IndexedText[], shortestBeginning = 3): TextIndex {
  const index = new MiniSearch<IndexedText>({ fields: ['title', 'text'], tokenize: wordsIn, processTerm: asItIs });
  index.addAll(texts);
  const known = countTexts(texts);
  const isTelling = (word: string) => (known.get(word) ?? 0) <= texts.length * COMMON;
  const swapsOf = (word: string) => (known.has(word) ? [] : swappedNeighbours(word).filter((swap) => known.has(swap)));
  const isFound = (word: string) => known.has(word) || swapsOf(word).length > 0;
  const options = {
    boost: { title: 3 },
    boostDocument: (id: unknown) => texts[Number(id)]?.weight ?? 1,
    processTerm: (word: string) => [word, ...swapsOf(word)],
    fuzzy: (word: string) => (isFound(word) ? false : forgiveness(word)),
    prefix: (word: string) => !known.has(word) && word.length >= shortestBeginning,
    maxFuzzy: 2,
    weights: { fuzzy: 0.3, prefix: 0.6 },
  };
  return {
    search(typed, limit) {
      const words = wordsIn(typed);
      const telling = words.filter(isTelling);
      const hits = index.search((telling.length > 0 ? telling : words).join(' '), options);
      return hits.slice(0, limit).map((hit) => ({ id: Number(hit.id), words: hit.terms }));
    },
  };
}

/** A word that stands in more than this part of all texts, such as "the", says nothing beside others. */
const COMMON = 0.2;

/** In how many texts each word stands. */
function countTexts(texts: readonly IndexedText[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { title, text } of texts) {
    for (const word of new Set(wordsIn(`${title} ${text}`))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** How many typing errors a word may have: none up to two letters, one up to five, two from six on. */
function forgiveness(word: string): number {
  if (word.length <= 2) return 0;
  return word.length <= 5 ? 1 : 2;
}

/** The word with each two neighbouring letters swapped: the commonest typing error, and two errors to an index. */
function swappedNeighbours(word: string): string[] {
  return Array.from({ length: Math.max(word.length - 1, 0) }, (_, place) => {
    const [first = '', second = ''] = word.slice(place, place + 2);
    return word.slice(0, place) + second + first + word.slice(place + 2);
  });
}

/** Letters and digits, in lower case. */
function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

const asItIs = (word: string): string => word;
