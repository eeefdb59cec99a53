/** What Discord can be asked and told beside the answer to an interaction. Never called inside a transaction. */
export interface DiscordPort {
  /** Undefined for a server that the bot is not in. */
  serverName(serverId: string): string | undefined;
  /** Takes away one of the bot's own messages. False when it still stands there: the bot cannot reach it. */
  removeMessage(message: { readonly channelId: string; readonly messageId: string }): Promise<boolean>;
}
