import type { StoredPeriod } from '../domain/stored-period.ts';
import type { StudyGroup } from '../domain/study-group.ts';
import type { Deps } from './deps.ts';

/** Id of the channel that reads what is said in a period: that of its thread while it exists, else the group's. */
export function findPeriodChannel(
  { discord }: Pick<Deps, 'discord'>,
  group: Pick<StudyGroup, 'serverId' | 'channelId'>,
  thread: StoredPeriod['thread'],
): string {
  const isThere = thread && discord.findChannel(group.serverId, thread.channelId)?.kind !== undefined;
  return isThere ? thread.channelId : group.channelId;
}
