import { type Channel, type Command, type CommandBody, channelTypes, type Member, type Server } from './model.ts';
import { permissionFlags } from './permission-flags.ts';
import { permissionsIn } from './permissions.ts';
import { sharesServer } from './servers.ts';
import type { World } from './world.ts';

/** The registered commands of one place: a server's own, or the global ones. */
export function commandsOf(world: World, serverId: string | null): Map<string, Command> {
  if (serverId === null) return world.commands;
  return world.servers.get(serverId)?.commands ?? new Map();
}

/** Adds a command. One of the same name and type is replaced and keeps its id, as at Discord. */
export function registerCommand(world: World, serverId: string | null, body: CommandBody): Command {
  const commands = commandsOf(world, serverId);
  const older = [...commands.values()].find(
    ({ body: { name, type } }) => name === body.name && (type ?? 1) === (body.type ?? 1),
  );
  const command = { id: older?.id ?? world.nextId(), version: world.nextId(), serverId, body };
  commands.set(command.id, command);
  return command;
}

/** Makes the given list the whole list; commands that it lacks are gone. */
export function replaceCommands(world: World, serverId: string | null, bodies: readonly CommandBody[]): Command[] {
  const kept = bodies.map((body) => registerCommand(world, serverId, body));
  const commands = commandsOf(world, serverId);
  for (const id of [...commands.keys()]) if (!kept.some((command) => command.id === id)) commands.delete(id);
  return kept;
}

/** Where a command is used: 0 in a server, 1 in the private chat with the bot (docs: Interaction Context Types). */
export function contextOf(channel: Channel): 0 | 1 {
  return channel.type === channelTypes.private ? 1 : 0;
}

/** The slash commands that Discord's client offers to a person in a channel. A server's command hides the global one of that name. */
export function offeredCommands(world: World, userId: string, channel: Channel): Command[] {
  const server = world.servers.get(channel.serverId ?? '');
  const own = [...(server?.commands.values() ?? [])];
  const global = [...world.commands.values()].filter(
    (command) => !own.some((other) => other.body.name === command.body.name),
  );
  return [...own, ...global].filter(
    (command) => (command.body.type ?? 1) === 1 && whyNotOffered(world, command, userId, channel) === null,
  );
}

/** Why a person cannot use a command in a channel, or null when they can. */
export function whyNotOffered(world: World, command: Command, userId: string, channel: Channel): string | null {
  const { contexts, integration_types: installs } = command.body;
  if (command.serverId !== null && command.serverId !== channel.serverId) return 'it belongs to another server';
  if (command.serverId === null && contexts && !contexts.includes(contextOf(channel)))
    return 'its contexts leave this place out';
  if (installs && !installs.includes(0)) return 'its integration_types leave installation in servers out';
  if (channel.serverId === null) return whyNotPrivately(world, command.body, userId);
  const server = world.servers.get(channel.serverId);
  const member = server?.members.get(userId);
  if (!server || !member) return 'they are not in the server';
  return whyNotAllowed(world, command.body, server, member, channel);
}

function whyNotPrivately(world: World, body: CommandBody, userId: string): string | null {
  if (body.dm_permission === false) return 'dm_permission is false';
  return sharesServer(world, userId) ? null : 'they share no server with the bot';
}

function whyNotAllowed(
  world: World,
  body: CommandBody,
  server: Server,
  member: Member,
  channel: Channel,
): string | null {
  const bits = permissionsIn(world, member.userId, channel);
  if (!(bits & permissionFlags.ViewChannel)) return 'the channel cannot be seen';
  if (!(bits & permissionFlags.UseApplicationCommands)) return 'Use Application Commands is missing';
  const needed = body.default_member_permissions;
  if (needed === undefined || needed === null) return null;
  if (bits & permissionFlags.Administrator || server.ownerId === member.userId) return null;
  // "0" means administrators only (docs: Application Command Permissions).
  const wanted = BigInt(needed);
  return wanted !== 0n && (bits & wanted) === wanted ? null : 'its default_member_permissions ask for more';
}
