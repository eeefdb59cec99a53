import type { GroupChange } from '../domain/group-change.ts';
import type { StudyGroup } from '../domain/study-group.ts';
import { listGroupChanges } from '../store/group-change-store.ts';
import type { Deps } from './deps.ts';

/** More than a group of 16 months is likely to see. */
const READ = 500;

/** What was changed in a group, the newest first. */
export async function readGroupLog(deps: Deps, group: StudyGroup): Promise<GroupChange[]> {
  return listGroupChanges(deps.db, group.id, READ);
}
