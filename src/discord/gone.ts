import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';

const goneCodes: readonly (string | number)[] = [RESTJSONErrorCodes.UnknownMessage, RESTJSONErrorCodes.UnknownChannel];

/** Whether Discord says that a message is not there any more, or the channel in which it stood. */
export function isGone(error: unknown): boolean {
  return error instanceof DiscordAPIError && goneCodes.includes(error.code);
}
