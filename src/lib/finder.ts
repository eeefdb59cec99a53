import MiniSearch from 'minisearch';

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

/** How many typing errors a word may have: none up to two letters, one in three, two from four on. */
export function forgiveness(word: string): number {
  if (word.length <= 2) return 0;
  return word.length === 3 ? 1 : 2;
}

/** A search over short names, for autocomplete and for "did you mean". */
export function createFinder(items: readonly Findable[]): Finder {
  const index = new MiniSearch<Findable>({ fields: ['title', 'words'], searchOptions: { boost: { title: 2 } } });
  index.addAll(items);
  const byId = new Map(items.map((item) => [item.id, item]));
  return {
    find(typed, limit) {
      if (typed.trim() === '') return items.slice(0, limit);
      const hits = index.search(typed, { prefix: true, fuzzy: forgiveness, maxFuzzy: 2 });
      return hits.slice(0, limit).flatMap((hit) => byId.get(String(hit.id)) ?? []);
    },
  };
}
