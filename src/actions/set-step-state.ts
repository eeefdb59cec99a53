import type { ItemState } from '../domain/progress.ts';
import { changesOfStep } from '../domain/progress-changes.ts';
import type { ProgressOutcome } from '../domain/progress-outcome.ts';
import { type ChangeProgressInput, changeProgress } from './change-progress.ts';
import type { Deps } from './deps.ts';

/** Starts or finishes a step, sets it aside, or opens it again. */
export async function setStepState(
  deps: Deps,
  input: ChangeProgressInput & { readonly to: ItemState },
): Promise<ProgressOutcome> {
  return changeProgress(deps, input, (roadmap, records, step) => changesOfStep(roadmap, records, step, input.to));
}
