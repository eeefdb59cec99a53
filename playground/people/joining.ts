import type { Channel, Server } from '../world/model.ts';
import { bitsOf } from '../world/permission-flags.ts';
import { addMember, createRole } from '../world/servers.ts';
import { createUser } from '../world/world.ts';
import { createPerson, type Person } from './person.ts';
import { channelNamed, type Stage, serverNamed } from './stage.ts';

export interface PersonOptions {
  /** Gives Manage Server through the role "Moderators". */
  readonly moderator?: boolean;
  /** Discord's language code, e.g. `de`. English by default. */
  readonly locale?: string;
  readonly timeZone?: string;
  /** The name or id of the server to join; the first one by default, none with null. */
  readonly server?: string | null;
  /** Names of roles; made when they are not there. */
  readonly roles?: readonly string[];
  /** False: private messages to this person fail. */
  readonly acceptsPrivateMessages?: boolean;
  /** The channel in which the person acts, unless told otherwise. */
  readonly channel?: string;
}

/** Makes a user, puts them into the server, and gives the person that tests act through. */
export function joinPerson(stage: Stage, name: string, options: PersonOptions): Person {
  const { world } = stage;
  const { locale = 'en-US', timeZone = 'UTC', acceptsPrivateMessages = true } = options;
  const user = createUser(world, name, { locale, timeZone, acceptsPrivateMessages });
  const [first] = world.servers.values();
  const server = options.server === null ? undefined : options.server ? serverNamed(world, options.server) : first;
  if (server) addMember(world, server, user, rolesOf(stage, server, options));
  const state = { stage, user, server, screen: undefined, open: undefined };
  return createPerson(state, () => usualChannel(server, options.channel));
}

function rolesOf({ world }: Stage, server: Server, { moderator, roles = [] }: PersonOptions): string[] {
  const names = [...(moderator ? ['Moderators'] : []), ...roles];
  return names.map((name) => {
    const known = [...server.roles.values()].find((role) => role.name === name);
    const permissions = name === 'Moderators' ? bitsOf('ManageGuild') : 0n;
    return (known ?? createRole(world, server, name, { permissions })).id;
  });
}

/** The first text channel, called "study" in a new playground. */
function usualChannel(server: Server | undefined, name: string | undefined): Channel {
  if (!server) throw new Error('This person is in no server: use `.privately`.');
  if (name) return channelNamed(server, name);
  const [first] = server.channels.values();
  if (!first) throw new Error(`The server "${server.name}" has no channels.`);
  return first;
}
