import { channelNamed, serverNamed } from '../people/stage.ts';
import { deleteMessage } from '../world/messages.ts';
import type { Channel, Server } from '../world/model.ts';
import { bitsOf, type PermissionName } from '../world/permission-flags.ts';
import { type ChannelOptions, createChannel } from '../world/servers.ts';
import { deleteChannel, setArchived } from '../world/threads.ts';
import type { World } from '../world/world.ts';

/** Channels and threads are named by name or id, in the first server unless another is named. */
export interface PlaceControls {
  addChannel(name: string, options?: ChannelOptions & { readonly server?: string }): Channel;
  renameChannel(name: string, newName: string, server?: string): void;
  removeChannel(name: string, server?: string): void;
  /** Denies or allows in one channel: for a role by name, or for a person or the bot by id. */
  overwrite(channel: string, whom: string, change: OverwriteChange, server?: string): void;
  setArchived(
    thread: string,
    archived: boolean,
    options?: { readonly locked?: boolean; readonly server?: string },
  ): void;
  setTagRequired(forum: string, required: boolean, server?: string): void;
  /** A moderator deletes a message. */
  removeMessage(id: string): void;
  setAcceptsPrivateMessages(person: { readonly id: string }, accepts: boolean): void;
}

export interface OverwriteChange {
  readonly allow?: readonly PermissionName[];
  readonly deny?: readonly PermissionName[];
}

export function placeControls(world: World): PlaceControls {
  const serverOf = (name?: string): Server => serverNamed(world, name ?? [...world.servers.keys()][0] ?? '');
  const find = (name: string, server?: string): Channel =>
    world.channels.get(name) ?? channelNamed(serverOf(server), name);
  return {
    addChannel: (name, { server, ...options } = {}) => createChannel(world, serverOf(server), name, options),
    removeChannel: (name, server) => deleteChannel(world, find(name, server)),
    renameChannel(name, newName, server) {
      const channel = find(name, server);
      channel.name = newName;
      world.events.emit('channel-changed', channel);
    },
    overwrite(name, whom, { allow = [], deny = [] }, server) {
      const channel = find(name, server);
      const role = [...serverOf(channel.serverId ?? server).roles.values()].find(
        (one) => one.id === whom || one.name === whom,
      );
      const id = role?.id ?? whom;
      const kept = channel.overwrites.filter((one) => one.id !== id);
      channel.overwrites = [...kept, { id, type: role ? 0 : 1, allow: bitsOf(...allow), deny: bitsOf(...deny) }];
      world.events.emit('channel-changed', channel);
    },
    setArchived(name, archived, { locked, server } = {}) {
      const thread = find(name, server);
      if (thread.thread && locked !== undefined) thread.thread.locked = locked;
      setArchived(world, thread, archived);
    },
    setTagRequired(name, required, server) {
      const channel = find(name, server);
      if (channel.forum) channel.forum.tagRequired = required;
      world.events.emit('channel-changed', channel);
    },
    removeMessage(id) {
      const message = world.messages.get(id);
      if (message) deleteMessage(world, message);
    },
    setAcceptsPrivateMessages({ id }, accepts) {
      const user = world.users.get(id);
      if (user) user.acceptsPrivateMessages = accepts;
    },
  };
}
