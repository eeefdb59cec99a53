import type { Channel, Member, Overwrite, Server } from './model.ts';
import { allPermissions, type PermissionName, permissionFlags, privateChatPermissions } from './permission-flags.ts';
import type { World } from './world.ts';

/** What the member may do in the whole server: everyone's role and their own (docs: Permissions, Hierarchy). */
export function basePermissions(server: Server, member: Member): bigint {
  if (member.userId === server.ownerId) return allPermissions;
  let bits = server.roles.get(server.id)?.permissions ?? 0n;
  for (const id of member.roles) bits |= server.roles.get(id)?.permissions ?? 0n;
  return bits & permissionFlags.Administrator ? allPermissions : bits;
}

/** All that is left to whoever is timed out (docs: Permissions for Timed Out Members). */
const silencedPermissions = permissionFlags.ViewChannel | permissionFlags.ReadMessageHistory;

/**
 * What a person may do in a channel: base, then overwrites for everyone, for roles together, for the member.
 * A thread uses its parent's overwrites. Nothing for somebody who is not in the server.
 */
export function permissionsIn(world: World, userId: string, channel: Channel): bigint {
  if (channel.serverId === null)
    return userId === channel.recipientId || userId === world.application.botId ? privateChatPermissions : 0n;
  const server = world.servers.get(channel.serverId);
  const member = server?.members.get(userId);
  if (!server || !member) return 0n;
  const base = basePermissions(server, member);
  if (base === allPermissions) return base;
  const place = channel.thread ? (server.channels.get(channel.parentId ?? '') ?? channel) : channel;
  const bits = withoutView(applyOverwrites(base, place.overwrites, server.id, member));
  return (member.timedOutUntil ?? 0) > world.clock.now() ? bits & silencedPermissions : bits;
}

function applyOverwrites(base: bigint, overwrites: readonly Overwrite[], everyoneId: string, member: Member): bigint {
  const everyone = overwrites.filter((overwrite) => overwrite.id === everyoneId);
  const roles = overwrites.filter((overwrite) => overwrite.type === 0 && member.roles.has(overwrite.id));
  const own = overwrites.filter((overwrite) => overwrite.type === 1 && overwrite.id === member.userId);
  return [everyone, roles, own].reduce((bits, group) => {
    const deny = group.reduce((sum, overwrite) => sum | overwrite.deny, 0n);
    const allow = group.reduce((sum, overwrite) => sum | overwrite.allow, 0n);
    return (bits & ~deny) | allow;
  }, base);
}

/** Without View Channel everything else is denied too (docs: Permissions, Implicit Permissions). */
function withoutView(bits: bigint): bigint {
  return bits & permissionFlags.ViewChannel ? bits : 0n;
}

export function may(world: World, userId: string, channel: Channel, ...names: readonly PermissionName[]): boolean {
  const bits = permissionsIn(world, userId, channel);
  return names.every((name) => (bits & permissionFlags[name]) !== 0n);
}

/** The position of a member's highest role; the owner stands above all. */
export function highestPosition(server: Server, member: Member): number {
  if (member.userId === server.ownerId) return Number.POSITIVE_INFINITY;
  return Math.max(0, ...[...member.roles].map((id) => server.roles.get(id)?.position ?? 0));
}
