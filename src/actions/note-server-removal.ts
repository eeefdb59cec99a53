import type { Temporal } from '../lib/temporal.ts';
import { deleteServerRemoval, insertServerRemoval } from '../store/retention-store.ts';
import type { Deps } from './deps.ts';

/** Discord said that a server removed the bot. An outage is something else and never gets here. */
export async function noteServerRemoval(deps: Deps, serverId: string, now: Temporal.Instant): Promise<void> {
  await insertServerRemoval(deps.db, serverId, now);
}

/** The bot is in these servers: whatever was noted of their leaving is over. */
export async function noteServers(deps: Deps, serverIds: readonly string[]): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    for (const serverId of serverIds) await deleteServerRemoval(trx, serverId);
  });
}
