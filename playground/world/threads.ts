import { type Channel, channelTypes, type Message } from './model.ts';
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
      activeAt: now,
      messagesSent: 0,
      appliedTags: [...(options.appliedTags ?? [])],
    },
  };
  world.servers.get(parent.serverId ?? '')?.threads.set(thread.id, thread);
  world.channels.set(thread.id, thread);
  world.events.emit('channel-created', thread);
  return thread;
}

/** The message that a thread hangs on. A forum's post is a thread of its own, which hangs on none. */
export function starterOf(world: World, { id, parentId }: Channel): Message | undefined {
  return world.channels.get(parentId ?? '')?.messages.get(id);
}

/** Archives or opens a thread and tells the gateway. */
export function setArchived(world: World, channel: Channel, archived: boolean): void {
  if (!channel.thread || channel.thread.archived === archived) return;
  const now = world.clock.now();
  channel.thread.archived = archived;
  channel.thread.archivedAt = now;
  if (!archived) channel.thread.activeAt = now;
  world.events.emit('channel-changed', channel);
}

/**
 * Archives a thread in which nothing happened for as long as it was made for (docs: Threads, Active & Archived Threads).
 * Whoever looks at threads does this first, so that no timer has to run.
 */
export function archiveIfIdle(world: World, channel: Channel): void {
  const { thread } = channel;
  if (thread && world.clock.now() >= thread.activeAt + thread.archiveMinutes * 60_000)
    setArchived(world, channel, true);
}

/** The threads of a server, those that fell idle archived. */
export function threadsOf(world: World, serverId: string | null): Channel[] {
  const threads = [...(world.servers.get(serverId ?? '')?.threads.values() ?? [])];
  for (const thread of threads) archiveIfIdle(world, thread);
  return threads;
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
