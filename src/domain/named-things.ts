import { createFinder } from '../lib/finder.ts';

/** Something with a name that people type. */
export interface Named {
  readonly id: string;
  readonly title: string;
  /** Further words that mean it. */
  readonly words?: string;
}

/** Best first. An empty text lists all in their own order. Typing errors are forgiven. */
export function findNamed(items: readonly Named[], typed: string, limit = 25): readonly Named[] {
  return createFinder(items.map(({ id, title, words = '' }) => ({ id, title, words: `${title} ${words}` }))).find(
    typed,
    limit,
  );
}
