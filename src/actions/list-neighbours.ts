import type { StudyGroup } from '../domain/study-group.ts';
import { listStudyGroups } from '../store/study-group-store.ts';
import type { Deps } from './deps.ts';

/** The other groups of this server in the same channel, without those archived. */
export async function listNeighbours(
  deps: Deps,
  serverId: string,
  channelId: string,
  groupId: string | undefined,
): Promise<StudyGroup[]> {
  const groups = await listStudyGroups(deps.db, serverId);
  return groups.filter((group) => group.channelId === channelId && group.id !== groupId);
}
