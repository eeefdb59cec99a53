import { type PageKind, pagesOfKind } from '../domain/page-reference.ts';
import type { Month, Roadmap } from '../domain/roadmap.ts';
import { roadmapForScreen } from '../domain/screen-language.ts';
import type { Deps } from './deps.ts';

/** The roadmap for a screen that shows pages of these kinds, all of them: as a rule phases, steps and months. */
export function readRoadmap(
  deps: Deps,
  language: string,
  kinds: readonly PageKind[] = ['phase', 'step', 'month'],
): Roadmap {
  return roadmapForScreen(deps.content, language, (roadmap) => kinds.flatMap((kind) => pagesOfKind(roadmap, kind)));
}

/** One month with the roadmap to show it in, or undefined for a number that there is not. */
export function readMonth(
  deps: Deps,
  language: string,
  number: number,
): { readonly roadmap: Roadmap; readonly month: Month } | undefined {
  const roadmap = roadmapForScreen(deps.content, language, (candidate) => [
    ...candidate.steps,
    ...candidate.phases,
    candidate.months.find((month) => month.number === number),
  ]);
  const month = roadmap.months.find((candidate) => candidate.number === number);
  return month && { roadmap, month };
}
