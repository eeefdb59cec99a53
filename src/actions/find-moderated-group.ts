import type { PersonFacts } from '../domain/discord-port.ts';
import { mayModerate, type StudyGroup } from '../domain/study-group.ts';
import { findStudyGroup, listStudyGroups } from '../store/study-group-store.ts';
import type { Deps } from './deps.ts';

/** Who wants to moderate, as Discord says it of each interaction. */
export interface Moderator {
  readonly userId: string;
  /** Undefined in the bot's private chat, where Discord says nothing of roles either. */
  readonly serverId: string | undefined;
  readonly managesServer: boolean;
  readonly roleIds: readonly string[];
}

export type ModeratedGroup =
  | { readonly kind: 'found'; readonly group: StudyGroup }
  /** Unknown, of another server, or archived. */
  | { readonly kind: 'not-there' }
  | { readonly kind: 'not-yours' };

/**
 * The group, for whoever may moderate it. Asked at every button, select and form, for a custom id may be forged, and a
 * role taken away since. In the private chat, where notices arrive, Discord does not say what somebody is in the server:
 * there it is asked. `archived` also finds a group that is archived.
 */
export async function findModeratedGroup(
  deps: Deps,
  caller: Moderator,
  groupId: string,
  which: 'active' | 'archived' = 'active',
): Promise<ModeratedGroup> {
  const group = await findStudyGroup(deps.db, groupId);
  const held = group && (await findHeld(deps, caller, group.serverId));
  if (!held) return { kind: 'not-there' };
  if (!mayModerate(group, held)) return { kind: 'not-yours' };
  return group.archivedAt && which === 'active' ? { kind: 'not-there' } : { kind: 'found', group };
}

/** What the caller holds in a server. Undefined where they are in another one, or in none that the bot knows. */
async function findHeld(deps: Deps, caller: Moderator, serverId: string): Promise<PersonFacts | undefined> {
  if (caller.serverId === undefined) return deps.discord.findStanding(serverId, caller.userId);
  return caller.serverId === serverId ? caller : undefined;
}

/** The groups of this server that the caller may moderate, without those archived, the oldest first. */
export async function listModeratedGroups(deps: Deps, caller: Moderator): Promise<StudyGroup[]> {
  if (caller.serverId === undefined) return [];
  const groups = await listStudyGroups(deps.db, caller.serverId);
  return groups.filter((group) => mayModerate(group, caller));
}
