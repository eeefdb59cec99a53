import type { PersonalScope } from '../domain/personal-data.ts';
import type { PublicMessage } from '../domain/public-message.ts';
import type { GivenRole } from '../domain/study-group.ts';
import type { Db } from '../store/database.ts';
import { listPublicMessages } from '../store/public-message-store.ts';
import { listGivenRoles } from '../store/role-order-store.ts';
import type { Deps } from './deps.ts';

/** What a person has in Discord through the bot, and what goes with their data. */
export interface Traces {
  /** Screens that they shared. */
  readonly messages: readonly PublicMessage[];
  /** Members' roles that they were given. */
  readonly roles: readonly GivenRole[];
}

export async function listTraces(db: Db, scope: PersonalScope): Promise<Traces> {
  return { messages: await listPublicMessages(db, scope), roles: await listGivenRoles(db, scope) };
}

/**
 * Takes them away at once, and returns what is still there. Not through the outbox: an order there would have to name
 * the person until Discord carries it out, and where it never does, for ever.
 */
export async function removeTraces({ discord }: Pick<Deps, 'discord'>, { messages, roles }: Traces): Promise<Traces> {
  const removed = await Promise.all(messages.map((message) => discord.removeMessage(message)));
  const taken = await Promise.all(roles.map((role) => discord.takeRole(role)));
  return {
    messages: messages.filter((_message, index) => !removed[index]),
    roles: roles.filter((_role, index) => !taken[index]),
  };
}

/** What came while the others were being removed, and roles whose order may have been under way meanwhile. */
export function lateTraces(now: Traces, before: Traces): Traces {
  return {
    messages: now.messages.filter(({ messageId }) => !before.messages.some((known) => known.messageId === messageId)),
    roles: now.roles.filter((role) => !role.isSettled || !before.roles.some((known) => known.roleId === role.roleId)),
  };
}
