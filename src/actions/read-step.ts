import { findPage } from '../domain/page-reference.ts';
import { findStep, type Roadmap, type Step } from '../domain/roadmap.ts';
import { roadmapForScreen } from '../domain/screen-language.ts';
import { findSteps, recogniseStep } from '../domain/step-finder.ts';
import type { Deps } from './deps.ts';

export type StepReading =
  | { readonly kind: 'step'; readonly roadmap: Roadmap; readonly step: Step }
  | {
      readonly kind: 'unknown-step';
      readonly roadmap: Roadmap;
      readonly typed: string;
      readonly nearest: readonly Step[];
    };

/** How many near matches are worth offering when nothing fits. */
const NEAREST = 5;

/** The step that was asked for by id or title, else the nearest ones. Nothing typed: the first step. */
export function readStep(deps: Deps, language: string, typed: string | undefined): StepReading {
  const wanted = deps.content.roadmap(language);
  const found = typed === undefined ? wanted.steps[0] : recogniseStep(wanted, typed);
  if (!found) {
    return {
      kind: 'unknown-step',
      roadmap: wanted,
      typed: typed ?? '',
      nearest: findSteps(wanted, typed ?? '', NEAREST),
    };
  }
  const roadmap = roadmapForScreen(deps.content, language, (candidate) => [
    findStep(candidate, found.id),
    findPage(candidate, { kind: 'phase', id: found.phaseId }),
  ]);
  return { kind: 'step', roadmap, step: findStep(roadmap, found.id) ?? found };
}

/** Steps to offer while somebody types. */
export function suggestSteps(deps: Deps, language: string, typed: string): readonly Step[] {
  return findSteps(deps.content.roadmap(language), typed, 25);
}
