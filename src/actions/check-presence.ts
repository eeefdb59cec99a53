import type { Member } from '../domain/member.ts';
import type { Temporal } from '../lib/temporal.ts';
import type { Deps } from './deps.ts';
import { leaveGroup } from './join-group.ts';

/**
 * Asks Discord whether a member is still in the server, before they are named or written to: nobody tells the bot who
 * left. Whoever is gone is in no group any more; their progress stays, should they come back.
 */
export async function checkPresence(
  deps: Deps,
  member: Member,
  now: Temporal.Instant,
): Promise<'there' | 'gone' | 'unknown'> {
  const presence = await deps.discord.findPresence(member.serverId, member.userId);
  if (presence === 'gone') await leaveGroup(deps, { member, now });
  return presence;
}
