import { type Client, DiscordAPIError, type REST, RESTJSONErrorCodes, Routes } from 'discord.js';
import type { DiscordPort } from '../domain/discord-port.ts';

/** What is not there any more needs no removing. */
const goneCodes: readonly (string | number)[] = [RESTJSONErrorCodes.UnknownMessage, RESTJSONErrorCodes.UnknownChannel];

/** `findClient` gives the connected client; before there is one, nothing can be reached. */
export function createDiscordPort(findClient: () => Client<true> | undefined): DiscordPort {
  return {
    serverName: (serverId) => findClient()?.guilds.cache.get(serverId)?.name,
    async removeMessage(message) {
      const client = findClient();
      return client !== undefined && removeMessage(client.rest, message);
    },
  };
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
    return error instanceof DiscordAPIError && goneCodes.includes(error.code);
  }
}
