import { changesOfTicks, type TickRequest } from '../domain/progress-changes.ts';
import type { ProgressOutcome } from '../domain/progress-outcome.ts';
import { type ChangeProgressInput, changeProgress } from './change-progress.ts';
import type { Deps } from './deps.ts';

/** Ticks and unticks exactly the items that are named; all others stay as they are. */
export async function setTicks(deps: Deps, input: ChangeProgressInput & TickRequest): Promise<ProgressOutcome> {
  return changeProgress(deps, input, (roadmap, records, step) => changesOfTicks(roadmap, records, step, input));
}
