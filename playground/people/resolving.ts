import { interactionChannelJson } from '../payloads/channels.ts';
import { attachmentJson } from '../payloads/message.ts';
import { memberJson, roleJson, userJson } from '../payloads/people.ts';
import { storeFile } from '../world/attachments.ts';
import type { Json, Server } from '../world/model.ts';
import { basePermissions } from '../world/permissions.ts';
import type { StoredFile, World } from '../world/world.ts';
import { channelNamed } from './stage.ts';

export type ResolvableKind = 'user' | 'role' | 'channel' | 'mentionable' | 'file';

/** A person, a role, a channel: by id, by name, or as an object with an id. A file as its name, type and bytes. */
export type Resolvable = string | { readonly id: string } | StoredFile;

/** Collects the `resolved` part of an interaction while values are turned into ids. */
export interface Resolving {
  readonly resolved: Json;
  /** The id of what was named; remembers it in `resolved`. Throws when there is no such thing. */
  id(kind: ResolvableKind, given: Resolvable): string;
}

export interface Viewpoint {
  readonly world: World;
  readonly server: Server | undefined;
  readonly channelId: string;
  readonly userId: string;
}

export function createResolving(view: Viewpoint): Resolving {
  const resolved: Record<string, Json> = {};
  const put = ([group, id, value]: Entry) => {
    resolved[group] = { ...resolved[group], [id]: value };
    return id;
  };
  return {
    resolved,
    id(kind, given) {
      const [entry, ...more] = entriesOf(view, kind, given);
      if (!entry) throw new Error(`There is no ${kind} "${nameOf(given as string)}" here.`);
      more.forEach(put);
      return put(entry);
    },
  };
}

function nameOf(given: string | { readonly id: string }): string {
  return (typeof given === 'string' ? given : given.id).replace(/^@/, '');
}

/** What is meant first; a user's membership beside it. Nothing when there is no such thing. */
function entriesOf(view: Viewpoint, kind: ResolvableKind, given: Resolvable): Entry[] {
  if (typeof given === 'object' && 'bytes' in given) return [fileEntry(view, given)];
  const name = nameOf(given);
  if (kind === 'channel') return [channelEntry(view, name)];
  if (kind === 'role') return roleEntries(view, name);
  const roles = kind === 'mentionable' ? roleEntries(view, name) : [];
  return roles.length > 0 ? roles : userEntries(view, name);
}

/** A group of `resolved`, an id and what stands under it. */
type Entry = readonly [group: string, id: string, value: Json];

function fileEntry({ world, channelId }: Viewpoint, given: StoredFile): Entry {
  const file = storeFile(world, channelId, given);
  return ['attachments', file.id, attachmentJson(file)];
}

function userEntries({ world, server }: Viewpoint, name: string): Entry[] {
  const user = world.users.get(name) ?? [...world.users.values()].find((one) => one.name === name);
  if (!user) return [];
  const member = server?.members.get(user.id);
  const entry: Entry = ['users', user.id, userJson(user)];
  if (!member || !server) return [entry];
  const permissions = basePermissions(server, member).toString();
  return [entry, ['members', user.id, { ...memberJson(member), permissions }]];
}

function roleEntries({ server }: Viewpoint, name: string): Entry[] {
  if (!server) return [];
  const role = server.roles.get(name) ?? [...server.roles.values()].find((one) => one.name === name);
  return role ? [['roles', role.id, roleJson(role, server)]] : [];
}

function channelEntry({ world, server, userId }: Viewpoint, name: string): Entry {
  if (!server) throw new Error(`There is no channel "${name}" in a private chat.`);
  const channel = channelNamed(server, name);
  return ['channels', channel.id, interactionChannelJson(world, channel, userId)];
}
