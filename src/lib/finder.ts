import { createTextIndex } from './text-index.ts';

/** One thing that can be found by its name. `words` are further words that mean it, its id among them. */
export interface Findable {
  readonly id: string;
  readonly title: string;
  readonly words: string;
}

export interface Finder {
  /** Best first, at most `limit`. An empty text lists all in their own order. Typing errors are forgiven. */
  find(typed: string, limit: number): readonly Findable[];
}

/** A search over short names, for autocomplete and for "did you mean". */
export function createFinder(items: readonly Findable[]): Finder {
  const texts = items.map(({ title, words }, id) => ({ id, title, text: words }));
  const index = createTextIndex(texts, 1);
  return {
    find(typed, limit) {
      if (typed.trim() === '') return items.slice(0, limit);
      return index.search(typed, limit).flatMap(({ id }) => items[id] ?? []);
    },
  };
}
