import { type Readiness, summariseReadiness } from '../domain/readiness.ts';
import type { Roadmap } from '../domain/roadmap.ts';
import { roadmapForScreen } from '../domain/screen-language.ts';
import { listRatings } from '../store/readiness-store.ts';
import type { Deps } from './deps.ts';

/** A member's readiness, with the roadmap in the language to show it in. */
export interface ReadinessReading {
  readonly roadmap: Roadmap;
  readonly readiness: Readiness;
}

export async function readReadiness(deps: Deps, memberId: string, language: string): Promise<ReadinessReading> {
  const roadmap = readinessRoadmap(deps, language);
  const ratings = await listRatings(deps.db, { memberId, roadmapId: roadmap.id });
  return { roadmap, readiness: summariseReadiness(roadmap, ratings) };
}

/** The roadmap for a screen that shows the checks and the steps that build them. */
export function readinessRoadmap(deps: Deps, language: string): Roadmap {
  return roadmapForScreen(deps.content, language, ({ readinessChecks, steps }) => [...readinessChecks, ...steps]);
}
