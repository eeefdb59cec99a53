import { findPages, recognisePage } from '../domain/page-finder.ts';
import { type PageKind, type PageReading, pagesOfKind } from '../domain/page-reference.ts';
import type { Page } from '../domain/roadmap.ts';
import { pagesOnScreen, roadmapForScreen } from '../domain/screen-language.ts';
import type { Deps } from './deps.ts';

/** How many near matches are worth offering when nothing fits. */
const NEAREST = 5;

/** The page of this kind that is called `typed`, by id or title, else the nearest ones. */
export function readPage(deps: Deps, language: string, kind: PageKind, typed: string): PageReading {
  const wanted = deps.content.roadmap(language);
  const found = recognisePage(wanted, kind, typed);
  if (!found) {
    const roadmap = roadmapForScreen(deps.content, language, (candidate) => pagesOfKind(candidate, kind));
    return { kind: 'unknown', roadmap, wanted: kind, typed, nearest: findPages(roadmap, kind, typed, NEAREST) };
  }
  const page = { kind, id: found.id };
  const roadmap = roadmapForScreen(deps.content, language, (candidate) => pagesOnScreen(candidate, page));
  return { kind: 'page', roadmap, page };
}

/** Pages of this kind to offer while somebody types. */
export function suggestPages(deps: Deps, language: string, kind: PageKind, typed: string): readonly Page[] {
  return findPages(deps.content.roadmap(language), kind, typed, 25);
}
