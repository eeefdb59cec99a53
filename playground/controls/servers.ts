import { furnishChannels } from '../furnishing.ts';
import { serverNamed } from '../people/stage.ts';
import type { Member, Role, Server } from '../world/model.ts';
import { bitsOf, type PermissionName } from '../world/permission-flags.ts';
import {
  addBot,
  addMember,
  createRole,
  createServer,
  type RoleOptions,
  type ServerOptions,
  usualBotPermissions,
} from '../world/servers.ts';
import type { World } from '../world/world.ts';

/** Servers are named by name or id; without a name the first one is meant. */
export interface ServerControls {
  server(name?: string): Server;
  /** A server with the usual channels that the bot is invited to. */
  addServer(name: string, options?: ServerOptions): Server;
  renameServer(newName: string, server?: string): void;
  /** An outage: GUILD_DELETE with `unavailable`, then silence. */
  makeUnavailable(server?: string): void;
  /** Ends the outage. */
  makeAvailable(server?: string): void;
  kickBot(server?: string): void;
  inviteBot(server?: string): void;
  addRole(name: string, options?: RoleOptions & { readonly server?: string }): Role;
  removeRole(name: string, server?: string): void;
  /** What a role allows in the server, from now on. `@everyone`, the bot's own role or any other by name. */
  setRolePermissions(role: string, permissions: readonly PermissionName[], server?: string): void;
  /** Adds to, or takes from, what the bot's own role allows. */
  grantBot(permissions: readonly PermissionName[], server?: string): void;
  revokeBot(permissions: readonly PermissionName[], server?: string): void;
  giveRole(person: { readonly id: string }, role: string, server?: string): void;
  takeRole(person: { readonly id: string }, role: string, server?: string): void;
  /** A moderator silences the person for some minutes. */
  timeOut(person: { readonly id: string }, minutes: number, server?: string): void;
  /** The person joins a server (another one, or one that they left). */
  addMember(person: { readonly id: string }, server?: string): void;
  /** The person leaves the server. With the Guilds intent alone, the bot hears nothing of it. */
  removeMember(person: { readonly id: string }, server?: string): void;
}

/** A role by name or id; the bot's own role has the bot's name. Throws with the names there are. */
function roleNamed(server: Server, name: string): Role {
  const roles = [...server.roles.values()];
  const found = roles.find((role) => role.id === name || role.name === name);
  if (!found) throw new Error(`There is no role "${name}". There are: ${roles.map((role) => role.name).join(', ')}`);
  return found;
}

export function serverControls(world: World): ServerControls {
  const { botId, name: botName } = world.application;
  const find = (name?: string): Server => serverNamed(world, name ?? [...world.servers.keys()][0] ?? '');
  const setPermissions = (server: Server, name: string, change: (before: bigint) => bigint) => {
    const role = roleNamed(server, name);
    role.permissions = change(role.permissions);
    world.events.emit('role-changed', { server, role });
  };
  const memberOf = (userId: string, server: Server): Member => {
    const member = server.members.get(userId);
    if (!member) throw new Error('That person is not in the server.');
    return member;
  };
  const setRole = (userId: string, name: string, server: Server, given: boolean) => {
    const member = memberOf(userId, server);
    const { id } = roleNamed(server, name);
    if (given) member.roles.add(id);
    else member.roles.delete(id);
    world.events.emit('member-changed', { server, member });
  };
  return {
    server: find,
    setRolePermissions: (role, names, server) => setPermissions(find(server), role, () => bitsOf(...names)),
    grantBot: (names, server) => setPermissions(find(server), botName, (before) => before | bitsOf(...names)),
    revokeBot: (names, server) => setPermissions(find(server), botName, (before) => before & ~bitsOf(...names)),
    giveRole: ({ id }, role, server) => setRole(id, role, find(server), true),
    takeRole: ({ id }, role, server) => setRole(id, role, find(server), false),
    timeOut({ id }, minutes, name) {
      const server = find(name);
      const member = memberOf(id, server);
      member.timedOutUntil = world.clock.now() + minutes * 60_000;
      world.events.emit('member-changed', { server, member });
    },
    addRole: (name, { server, ...options } = {}) => createRole(world, find(server), name, options),
    ...membership(world, botId, find),
    removeRole(name, inServer) {
      const server = find(inServer);
      const role = roleNamed(server, name);
      server.roles.delete(role.id);
      for (const member of server.members.values()) member.roles.delete(role.id);
      world.events.emit('role-deleted', { server, role });
    },
  };
}

type Membership = Pick<
  ServerControls,
  | 'addServer'
  | 'renameServer'
  | 'makeUnavailable'
  | 'makeAvailable'
  | 'kickBot'
  | 'inviteBot'
  | 'addMember'
  | 'removeMember'
>;

function membership(world: World, botId: string, find: (name?: string) => Server): Membership {
  return {
    addServer(name, options = {}) {
      const server = createServer(world, name, options);
      furnishChannels(world, server);
      world.events.emit('server-joined', server);
      return server;
    },
    renameServer(newName, name) {
      const server = find(name);
      server.name = newName;
      world.events.emit('server-changed', server);
    },
    makeUnavailable(name) {
      const server = find(name);
      server.unavailable = true;
      world.events.emit('server-left', { server, unavailable: true });
    },
    makeAvailable(name) {
      const server = find(name);
      server.unavailable = false;
      world.events.emit('server-joined', server);
    },
    kickBot(name) {
      const server = find(name);
      server.members.delete(botId);
      for (const role of [...server.roles.values()]) if (role.managed) server.roles.delete(role.id);
      world.events.emit('server-left', { server, unavailable: false });
    },
    inviteBot(name) {
      const server = find(name);
      if (server.members.has(botId)) return;
      addBot(world, server, usualBotPermissions);
      world.events.emit('server-joined', server);
    },
    addMember({ id }, name) {
      const user = world.users.get(id);
      if (user) addMember(world, find(name), user);
    },
    removeMember({ id }, name) {
      const server = find(name);
      const member = server.members.get(id);
      if (!member) return;
      server.members.delete(id);
      world.events.emit('member-left', { server, member });
    },
  };
}
