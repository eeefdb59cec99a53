import type { Month, Roadmap } from '../domain/roadmap.ts';
import { roadmapForScreen } from '../domain/screen-language.ts';
import type { Deps } from './deps.ts';

/** The roadmap for a screen that shows all its steps, phases and months. */
export function readRoadmap(deps: Deps, language: string): Roadmap {
  return roadmapForScreen(deps.content, language, (roadmap) => [
    ...roadmap.phases,
    ...roadmap.steps,
    ...roadmap.months,
  ]);
}

/** One month with the roadmap to show it in, or undefined for a number that there is not. */
export function readMonth(
  deps: Deps,
  language: string,
  number: number,
): { readonly roadmap: Roadmap; readonly month: Month } | undefined {
  const roadmap = roadmapForScreen(deps.content, language, (candidate) => [
    ...candidate.steps,
    candidate.months.find((month) => month.number === number),
  ]);
  const month = roadmap.months.find((candidate) => candidate.number === number);
  return month && { roadmap, month };
}
