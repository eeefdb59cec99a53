import { type Progress, summariseProgress } from '../domain/progress.ts';
import type { Roadmap } from '../domain/roadmap.ts';
import { listItemRecords } from '../store/progress-store.ts';
import type { Deps } from './deps.ts';

/** How far a member is on this roadmap. */
export async function readMemberProgress(deps: Deps, roadmap: Roadmap, memberId: string): Promise<Progress> {
  return summariseProgress(roadmap, await listItemRecords(deps.db, memberId, roadmap.id));
}
