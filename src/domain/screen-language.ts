import type { ContentSource } from './content-source.ts';
import { findPage, type PageReference } from './page-reference.ts';
import { relatedPages } from './related-pages.ts';
import type { Page, Roadmap } from './roadmap.ts';

/**
 * The roadmap in which a screen is told: in the reader's language when every page that it shows is translated,
 * else in English whole. A screen is never half in one language and half in another.
 */
export function roadmapForScreen(
  content: ContentSource,
  language: string,
  pagesOf: (roadmap: Roadmap) => readonly (Page | undefined)[],
): Roadmap {
  const roadmap = content.roadmap(language);
  const isWhole = pagesOf(roadmap).every((page) => page === undefined || page.language === roadmap.language);
  return isWhole ? roadmap : content.roadmap(FALLBACK);
}

const FALLBACK = 'en';

/** Every page of which a screen about `reference` shows words or the title. */
export function pagesOnScreen(roadmap: Roadmap, reference: PageReference): readonly (Page | undefined)[] {
  const shown = [reference, ...relatedPages(roadmap, reference)].map((page) => findPage(roadmap, page));
  return reference.kind === 'step' ? [...shown, ...roadmap.phases, ...roadmap.tracks] : shown;
}
