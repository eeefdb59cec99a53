import type { Deps } from './deps.ts';

/** Whoever acts, with what Discord sent about them. */
export interface Writer {
  readonly userId: string;
  /** Undefined in the private chat, where Discord sends no roles. */
  readonly serverId: string | undefined;
  readonly roleIds: readonly string[];
}

/** Asked before anything of theirs is posted there: whoever may not write in a channel cannot do so through the bot. */
export async function mayWrite(
  { discord }: Pick<Deps, 'discord'>,
  { userId, serverId, roleIds }: Writer,
  place: { readonly serverId: string; readonly channelId: string },
): Promise<boolean> {
  return discord.mayWrite(place.serverId, place.channelId, serverId === undefined ? undefined : roleIds, userId);
}
