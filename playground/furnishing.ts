import type { Server } from './world/model.ts';
import { bitsOf } from './world/permission-flags.ts';
import { createChannel, createRole, createServer } from './world/servers.ts';
import type { World } from './world/world.ts';

export interface Furnishing {
  readonly serverName?: string;
  readonly botPermissions?: bigint;
  readonly moreServers?: number;
}

/** The first server: #study (where people act), #general, #announcements, #forum, #moderators (hidden). */
export function furnish(
  world: World,
  { serverName = 'Study hall', botPermissions, moreServers = 0 }: Furnishing,
): void {
  const server = createServer(world, serverName, botPermissions === undefined ? {} : { botPermissions });
  createRole(world, server, 'Moderators', { permissions: bitsOf('ManageGuild') });
  furnishChannels(world, server);
  for (let index = 1; index <= moreServers; index += 1) furnishForMeasuring(world, `Server ${index}`);
}

/** The usual channels in a server made later. */
export function furnishChannels(world: World, server: Server): void {
  createChannel(world, server, 'study');
  createChannel(world, server, 'general');
  createChannel(world, server, 'announcements', { kind: 'announcement' });
  createChannel(world, server, 'forum', { kind: 'forum', tags: ['question', 'show'] });
  const moderators = [...server.roles.values()].find(({ name }) => name === 'Moderators');
  const hidden = { id: server.id, type: 0, allow: 0n, deny: bitsOf('ViewChannel') } as const;
  const shown = { type: 0, allow: bitsOf('ViewChannel'), deny: 0n } as const;
  const overwrites = [hidden, ...(moderators ? [{ ...shown, id: moderators.id }] : [])];
  createChannel(world, server, 'moderators', { overwrites });
}

/** 7 channels and 5 roles. */
function furnishForMeasuring(world: World, name: string): void {
  const server = createServer(world, name);
  for (let index = 1; index <= 3; index += 1) createRole(world, server, `role ${index}`);
  for (let index = 1; index <= 7; index += 1) createChannel(world, server, `channel-${index}`);
}
