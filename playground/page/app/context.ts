import type { Overview } from '../protocol.ts';
import type { ChannelLook, RenderContext, RoleLook, UserLook } from '../render/context.ts';

type Surroundings = Pick<
  RenderContext,
  'users' | 'roles' | 'channels' | 'mediaAddress' | 'readerId' | 'timeZone' | 'locale'
>;

/** What mentions, selects and pictures are drawn from, as this person knows it. */
export function surroundings({ me, people, bot, servers, privateChat, fileUrl }: Overview): Surroundings {
  const users = new Map<string, UserLook>([[bot.id, lookOfBot(bot)]]);
  for (const { id, name } of people) users.set(id, { name, isOutside: true });
  const roles = new Map<string, RoleLook>();
  const channels = new Map<string, ChannelLook>([[privateChat.id, privateChat]]);
  for (const server of servers) {
    for (const { id, name, isBot } of server.members)
      users.set(id, id === bot.id ? lookOfBot(bot) : { name, bot: isBot });
    for (const { id, name } of server.roles) roles.set(id, { name, color: null });
    for (const channel of server.channels) channels.set(channel.id, channel);
  }
  return {
    readerId: me.id,
    timeZone: me.timeZone,
    locale: me.locale,
    users,
    roles,
    channels,
    // Nothing is asked of another host, not even of the playground's own port.
    mediaAddress: (url) => (url.startsWith(`${fileUrl}/attachments/`) ? url.slice(fileUrl.length) : undefined),
  };
}

function lookOfBot({ name }: Overview['bot']): UserLook {
  return { name, bot: true, picture: '/styles/icon.svg' };
}
