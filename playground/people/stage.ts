import type { Rulebook } from '../rules/rulebook.ts';
import type { Gateway } from '../server/gateway-parts.ts';
import type { Channel, Server } from '../world/model.ts';
import type { World } from '../world/world.ts';
import type { Exchange } from './exchange.ts';

/** Real milliseconds that a person waits. */
export interface Patience {
  /** For a deferred answer to be filled in. */
  readonly settleMs: number;
  /** For something to happen after a deferred update (type 6), which need not bring anything. */
  readonly quietMs: number;
}

export const usualPatience: Patience = { settleMs: 15_000, quietMs: 1_000 };

/** What all people share. */
export interface Stage {
  readonly world: World;
  readonly rulebook: Rulebook;
  readonly gateway: Gateway;
  readonly patience: Patience;
  readonly exchanges: Exchange[];
}

/** A server by name or id. Throws with the names there are. */
export function serverNamed(world: World, name: string): Server {
  const servers = [...world.servers.values()];
  const found = servers.find((server) => server.id === name || server.name === name);
  if (!found) throw new Error(`There is no server "${name}". There are: ${servers.map((one) => one.name).join(', ')}`);
  return found;
}

/** A channel or thread of a server by name (with or without #) or id. Throws with the names there are. */
export function channelNamed(server: Server, name: string): Channel {
  const places = [...server.channels.values(), ...server.threads.values()];
  const bare = name.replace(/^#/, '');
  const found = places.find((channel) => channel.id === bare || channel.name === bare);
  if (!found) throw new Error(`There is no channel "${name}". There are: ${places.map((one) => one.name).join(', ')}`);
  return found;
}
