import type { ContentSource } from './content-source.ts';
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
