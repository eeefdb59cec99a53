import { type Channel, channelTypes } from './model.ts';
import { anEmptyChannel } from './servers.ts';
import type { World } from './world.ts';

export interface ThreadOptions {
  readonly name: string;
  readonly ownerId: string;
  /** The message it starts from: the thread then has its id. */
  readonly messageId?: string;
  readonly archiveMinutes?: number;
  readonly appliedTags?: readonly string[];
}

/** Opens a public thread under a channel or forum. */
export function createThread(world: World, parent: Channel, options: ThreadOptions): Channel {
  const now = world.clock.now();
  const thread: Channel = {
    ...anEmptyChannel(
      options.messageId ?? world.nextId(),
      parent.type === channelTypes.announcement ? 10 : 11,
      parent.serverId,
    ),
    name: options.name,
    parentId: parent.id,
    thread: {
      ownerId: options.ownerId,
      createdAt: now,
      archived: false,
      locked: false,
      archiveMinutes: options.archiveMinutes ?? 4320,
      archivedAt: now,
      messageCount: 0,
      appliedTags: [...(options.appliedTags ?? [])],
    },
  };
  world.servers.get(parent.serverId ?? '')?.threads.set(thread.id, thread);
  world.channels.set(thread.id, thread);
  world.events.emit('channel-created', thread);
  return thread;
}

/** Archives or opens a thread and tells the gateway. */
export function setArchived(world: World, channel: Channel, archived: boolean): void {
  if (!channel.thread || channel.thread.archived === archived) return;
  channel.thread.archived = archived;
  channel.thread.archivedAt = world.clock.now();
  world.events.emit('channel-changed', channel);
}

/** Takes a channel, its threads or a thread away. */
export function deleteChannel(world: World, channel: Channel): void {
  const server = world.servers.get(channel.serverId ?? '');
  for (const thread of [...(server?.threads.values() ?? [])]) if (thread.parentId === channel.id) forget(world, thread);
  forget(world, channel);
  world.events.emit('channel-deleted', channel);
}

function forget(world: World, channel: Channel): void {
  const server = world.servers.get(channel.serverId ?? '');
  server?.channels.delete(channel.id);
  server?.threads.delete(channel.id);
  world.channels.delete(channel.id);
  for (const id of channel.messages.keys()) world.messages.delete(id);
}
