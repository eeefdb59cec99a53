import { messageJson } from '../../payloads/message.ts';
import type { Person } from '../../people/person.ts';
import { listMessages, messageFlags } from '../../world/messages.ts';
import { type Channel, channelTypes, type Message } from '../../world/model.ts';
import { may } from '../../world/permissions.ts';
import type { World } from '../../world/world.ts';
import type { ChannelEntry, ChannelKind, ChannelState, ShownMessage } from '../protocol.ts';
import type { Page } from './page.ts';
import { Refusal } from './page-error.ts';

/** So many messages of a channel are shown at once. */
const shownAtOnce = 60;

export function maySeeChannel(world: World, personId: string, channel: Channel | undefined): channel is Channel {
  return channel !== undefined && may(world, personId, channel, 'ViewChannel');
}

/** Private answers are for their reader alone, and everything is for those who may see the channel. */
export function maySeeMessage({ playground: { world }, dismissed }: Page, personId: string, message: Message): boolean {
  if (message.readerId !== null && message.readerId !== personId) return false;
  if (dismissed.has(message.id)) return false;
  return maySeeChannel(world, personId, world.channels.get(message.channelId));
}

/** @throws Refusal for a channel that is not there, or not for this person to see */
export function getVisibleChannel({ playground: { world } }: Page, person: Person, channelId: string): Channel {
  const channel = world.channels.get(channelId);
  if (!maySeeChannel(world, person.id, channel)) throw new Refusal('There is no such channel here.');
  return channel;
}

/** @throws Refusal for a message that is not there, or not for this person to see */
export function getVisibleMessage(page: Page, person: Person, messageId: string): Message {
  const message = page.playground.world.messages.get(messageId);
  if (!message || !maySeeMessage(page, person.id, message)) throw new Refusal('That message is gone.');
  return message;
}

/** The newest messages, or those before one of them. */
export function readChannel(page: Page, person: Person, channel: Channel, before: string | undefined): ChannelState {
  const all = listMessages(channel, person.id).filter(({ id }) => !page.dismissed.has(id));
  const end = before === undefined ? all.length : all.findIndex(({ id }) => id === before);
  const start = Math.max(0, end - shownAtOnce);
  return {
    messages: all.slice(start, Math.max(0, end)).map((message) => showMessage(page, message)),
    hasEarlier: start > 0,
  };
}

/** Of those that everybody may see who may see the channel. */
export function countMessagesInServers({ messages, channels }: World): number {
  const isPublic = ({ readerId, channelId }: Message) =>
    readerId === null && (channels.get(channelId)?.serverId ?? null) !== null;
  return [...messages.values()].filter(isPublic).length;
}

export function showMessage({ playground: { world }, describe }: Page, message: Message): ShownMessage {
  const isAnswered = message.authorId === world.application.botId && !(message.flags & messageFlags.loading);
  const json = messageJson(world, message);
  return { json, caption: (isAnswered && describe?.(json)) || null };
}

const kinds: Readonly<Record<number, ChannelKind>> = {
  [channelTypes.text]: 'text',
  [channelTypes.private]: 'private',
  [channelTypes.voice]: 'voice',
  [channelTypes.announcement]: 'announcement',
  [channelTypes.forum]: 'forum',
};

export function channelEntry(world: World, personId: string, channel: Channel): ChannelEntry {
  const isThread = channel.thread !== null;
  const kind = isThread ? 'thread' : (kinds[channel.type] ?? 'text');
  const isClosed = kind === 'forum' || kind === 'voice' || (channel.thread?.locked ?? false);
  return {
    id: channel.id,
    name: channel.serverId === null ? world.application.name : channel.name,
    kind,
    type: channel.type,
    topic: channel.topic,
    parentId: channel.parentId,
    isArchived: channel.thread?.archived ?? false,
    mayWrite: !isClosed && may(world, personId, channel, isThread ? 'SendMessagesInThreads' : 'SendMessages'),
  };
}
