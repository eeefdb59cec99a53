import { listMessages } from '../world/messages.ts';
import type { Channel } from '../world/model.ts';
import type { World } from '../world/world.ts';
import { type MessageView, readMessage } from './reading.ts';

/** A channel as somebody sees it. */
export interface ChannelView {
  readonly id: string;
  readonly name: string;
  /** Oldest first, as they stand now. */
  readonly messages: readonly MessageView[];
  readonly threads: readonly ChannelView[];
}

/** `readerId` null leaves out all private answers, `'all'` shows them all. */
export function viewChannel(world: World, channel: Channel, readerId: string | null): ChannelView {
  return {
    id: channel.id,
    name: channel.name,
    get messages() {
      return listMessages(channel, readerId).map((message) => readMessage(world, message));
    },
    get threads() {
      const threads = [...(world.servers.get(channel.serverId ?? '')?.threads.values() ?? [])];
      return threads
        .filter(({ parentId }) => parentId === channel.id)
        .map((thread) => viewChannel(world, thread, readerId));
    },
  };
}
