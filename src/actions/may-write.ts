import type { RightsOfPerson } from '../domain/discord-port.ts';
import type { Temporal } from '../lib/temporal.ts';
import type { Deps } from './deps.ts';

/** Whoever acts, with what Discord sent about them. */
export interface Writer extends RightsOfPerson {
  readonly userId: string;
  /** Undefined in the private chat, where Discord sends no rights. */
  readonly serverId: string | undefined;
  readonly now: Temporal.Instant;
}

/** Asked before anything of theirs is posted there: whoever may not write in a channel cannot do so through the bot. */
export async function mayWrite(
  { discord }: Pick<Deps, 'discord'>,
  { userId, serverId, roleIds, timedOutUntil, now }: Writer,
  place: { readonly serverId: string; readonly channelId: string },
): Promise<boolean> {
  const known = serverId === place.serverId ? { roleIds, timedOutUntil } : undefined;
  return discord.mayWrite({ serverId: place.serverId, channelId: place.channelId }, { userId, known }, now);
}
