import type { Bot } from '../bot.ts';
import { listStudyGroups } from '../store/study-group-store.ts';

/** The time zone of the oldest study group that goes on, by whose clock its posts appear. */
export async function findGroupZone({ client, deps }: Bot): Promise<string | undefined> {
  for (const serverId of client.guilds.cache.keys()) {
    const [group] = await listStudyGroups(deps.db, serverId);
    if (group) return group.schedule.zone;
  }
  return undefined;
}
