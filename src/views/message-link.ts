/** The address of a message. Discord's formatting has no mention for one. */
export function messageLink(message: {
  readonly serverId: string;
  readonly channelId: string;
  readonly messageId: string;
}): string {
  return `https://discord.com/channels/${message.serverId}/${message.channelId}/${message.messageId}`;
}
