import type { ChannelEntry, Overview } from '../protocol.ts';
import type { IconName } from './icon.ts';

export function findChannel({ servers, privateChat }: Overview, id: string | undefined): ChannelEntry | undefined {
  return [privateChat, ...servers.flatMap(({ channels }) => channels)].find((channel) => channel.id === id);
}

/** Where somebody begins: the first channel, or the private chat of somebody who is in no server. */
export function firstChannel({ servers, privateChat }: Overview): ChannelEntry {
  return servers[0]?.channels[0] ?? privateChat;
}

export function titleOf({ kind, name }: ChannelEntry): string {
  return kind === 'private' ? `@${name}` : kind === 'thread' ? name : `#${name}`;
}

const icons: Readonly<Record<ChannelEntry['kind'], IconName>> = {
  text: 'hash',
  announcement: 'news',
  forum: 'forum',
  voice: 'hash',
  thread: 'thread',
  private: 'at',
};

export function iconOf({ kind }: ChannelEntry): IconName {
  return icons[kind];
}
