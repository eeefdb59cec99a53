import { watch } from 'node:fs';
import type { ContentSource } from '../domain/content-source.ts';
import { ContentError, type ContentProblem } from './content-problem.ts';
import { loadContent } from './load-content.ts';

export type ReloadOutcome =
  | { readonly kind: 'reloaded' }
  /** The edit does not fit; what was there before stays in use. */
  | { readonly kind: 'kept'; readonly problems: readonly ContentProblem[] };

/** Content that can be read anew while the bot runs. Whoever answers asks it each time. */
export interface LiveContent extends ContentSource {
  reload(): ReloadOutcome;
}

/**
 * Loads the content for the first time.
 * @throws ContentError when it does not fit: at the start there is nothing older to keep.
 */
export function createLiveContent(root: string, languages: readonly string[]): LiveContent {
  let current = loadContent(root, languages);
  return {
    roadmap: (language) => current.roadmap(language),
    get languages() {
      return current.languages;
    },
    reload() {
      try {
        current = loadContent(root, languages);
        return { kind: 'reloaded' };
      } catch (error) {
        if (!(error instanceof ContentError)) throw error;
        return { kind: 'kept', problems: error.problems };
      }
    },
  };
}

/** How long the folder must be quiet before a change counts, in milliseconds: editors save in several steps. */
const QUIET = 100;

/** Calls back after each saved edit below the folder, until the returned function is called. */
export function watchContent(root: string, onChange: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(root, { recursive: true }, (_event, file) => {
    if (file?.endsWith('.yaml') === false) return;
    clearTimeout(timer);
    timer = setTimeout(onChange, QUIET);
  });
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}
