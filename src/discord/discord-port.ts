import {
  type Client,
  DiscordAPIError,
  type Guild,
  PermissionFlagsBits,
  type REST,
  type RESTGetAPIGuildMemberResult,
  RESTJSONErrorCodes,
  Routes,
} from 'discord.js';
import type { DiscordPort, RightsOfPerson } from '../domain/discord-port.ts';
import { timeOutIn } from './caller.ts';
import { isGone } from './gone.ts';
import { managesServer, mayWriteIn } from './person-rights.ts';
import { channelFactsOf, roleFactsOf } from './server-facts.ts';

/** `findClient` gives the connected client; before there is one, nothing can be reached. */
export function createDiscordPort(findClient: () => Client<true> | undefined): DiscordPort {
  return {
    serverName: (serverId) => findClient()?.guilds.cache.get(serverId)?.name,
    serverState(serverId) {
      const server = findClient()?.guilds.cache.get(serverId);
      if (!server) return 'absent';
      return server.available ? 'there' : 'unavailable';
    },
    async removeMessage(message) {
      const client = findClient();
      return client !== undefined && removeMessage(client.rest, message);
    },
    async isMessageGone(message) {
      const client = findClient();
      return client !== undefined && isMessageGone(client.rest, message);
    },
    async takeRole(held) {
      const client = findClient();
      const server = client?.guilds.cache.get(held.serverId);
      if (!client || !server) return false;
      const role = roleFactsOf(server, held.roleId);
      return role === undefined || (role.isGivable && takeRole(client.rest, held));
    },
    findChannel: (serverId, channelId) => channelFactsOf(findClient()?.guilds.cache.get(serverId), channelId),
    async mayWrite({ serverId, channelId }, { userId, known }, now) {
      const client = findClient();
      const server = client?.guilds.cache.get(serverId);
      if (!client || !server) return false;
      const rights = known ?? (await findRights(client.rest, serverId, userId));
      return rights !== undefined && mayWriteIn(server, channelId, { id: userId, ...rights }, now);
    },
    async findStanding(serverId, userId) {
      const client = findClient();
      const server = client?.guilds.cache.get(serverId);
      const rights = client && server && (await findRights(client.rest, serverId, userId));
      return rights && { roleIds: rights.roleIds, managesServer: managesServer(server, { id: userId, ...rights }) };
    },
    findRole: (serverId, roleId) => roleFactsOf(findClient()?.guilds.cache.get(serverId), roleId),
    serverRights: (serverId) => serverRightsOf(findClient()?.guilds.cache.get(serverId)),
    async findPresence(serverId, userId) {
      const client = findClient();
      return client ? findPresence(client.rest, serverId, userId) : 'unknown';
    },
  };
}

function serverRightsOf(server: Guild | undefined): ReturnType<DiscordPort['serverRights']> {
  const rights = server?.members.me?.permissions;
  return (
    rights && {
      mayManageRoles: rights.has(PermissionFlagsBits.ManageRoles),
      mayCreateEvents: rights.has(PermissionFlagsBits.CreateEvents),
    }
  );
}

/** Takes away one of the bot's own messages. False when it still stands there. */
export async function removeMessage(
  rest: REST,
  { channelId, messageId }: { readonly channelId: string; readonly messageId: string },
): Promise<boolean> {
  try {
    await rest.delete(Routes.channelMessage(channelId, messageId));
    return true;
  } catch (error) {
    return isGone(error); // What is not there any more needs no removing.
  }
}

async function isMessageGone(
  rest: REST,
  { channelId, messageId }: { readonly channelId: string; readonly messageId: string },
): Promise<boolean> {
  try {
    await rest.get(Routes.channelMessage(channelId, messageId));
    return false;
  } catch (error) {
    return error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownMessage;
  }
}

/** Nobody holds a role that is not there any more, and nobody who is not in the server. */
const notHeldCodes: readonly (string | number)[] = [RESTJSONErrorCodes.UnknownRole, RESTJSONErrorCodes.UnknownMember];

/** False when they still hold it. */
export async function takeRole(
  rest: REST,
  { serverId, userId, roleId }: { readonly serverId: string; readonly userId: string; readonly roleId: string },
): Promise<boolean> {
  try {
    await rest.delete(Routes.guildMemberRole(serverId, userId, roleId));
    return true;
  } catch (error) {
    return error instanceof DiscordAPIError && notHeldCodes.includes(error.code);
  }
}

async function findPresence(rest: REST, serverId: string, userId: string): Promise<'there' | 'gone' | 'unknown'> {
  try {
    await rest.get(Routes.guildMember(serverId, userId));
    return 'there';
  } catch (error) {
    return error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownMember ? 'gone' : 'unknown';
  }
}

/** Undefined for whoever is not there, and when there is no answer. */
async function findRights(rest: REST, serverId: string, userId: string): Promise<RightsOfPerson | undefined> {
  try {
    const member = (await rest.get(Routes.guildMember(serverId, userId))) as RESTGetAPIGuildMemberResult;
    return { roleIds: member.roles, timedOutUntil: timeOutIn(member) };
  } catch {
    return undefined;
  }
}
