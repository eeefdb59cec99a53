import MiniSearch from 'minisearch';
import { forgiveness } from './finder.ts';

/** A piece of text that can be found. */
export interface IndexedText {
  readonly id: number;
  readonly title: string;
  readonly text: string;
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

/** A full-text index in memory, ranked by BM25+. */
export function createTextIndex(texts: readonly IndexedText[]): TextIndex {
  const index = new MiniSearch<IndexedText>({ fields: ['title', 'text'] });
  index.addAll(texts);
  const options = {
    boost: { title: 3 },
    fuzzy: forgiveness,
    maxFuzzy: 2,
    prefix: (word: string) => word.length > 2,
    weights: { fuzzy: 0.3, prefix: 0.6 },
  };
  return {
    search: (typed, limit) =>
      index
        .search(typed, options)
        .slice(0, limit)
        .map((hit) => ({ id: Number(hit.id), words: hit.terms })),
  };
}
