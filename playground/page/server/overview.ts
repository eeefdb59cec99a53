import type { Person } from '../../people/person.ts';
import type { Channel, Server, User } from '../../world/model.ts';
import { permissionFlags } from '../../world/permission-flags.ts';
import { basePermissions } from '../../world/permissions.ts';
import { openPrivateChat } from '../../world/servers.ts';
import { threadsOf } from '../../world/threads.ts';
import type { World } from '../../world/world.ts';
import type { ChannelEntry, Overview, PersonEntry, ServerEntry } from '../protocol.ts';
import { channelEntry, maySeeChannel } from './looking.ts';
import type { Page } from './page.ts';

/** Everything around the messages, as this person sees it. */
export async function readOverview(page: Page, person: Person): Promise<Overview> {
  const { playground, scenes, player, isReady, contentProblems } = page;
  const { world, controls } = playground;
  const { botId, name } = world.application;
  return {
    me: personEntry(page, person),
    people: playground.people.map((one) => personEntry(page, one)),
    bot: { id: botId, name, isConnected: isReady && controls.isConnected() },
    servers: serversOf(world, person.id).map((server) => serverEntry(world, person.id, server)),
    privateChat: channelEntry(world, person.id, openPrivateChat(world, person.id)),
    fileUrl: world.fileUrl,
    isNew: !playground.exchanges.some(({ person: who, kind }) => who === person.name && kind !== 'autocomplete'),
    clock: player ? await player.state() : null,
    scenes: scenes ? { list: scenes.list(), current: scenes.current() } : null,
    contentProblems,
    violations: playground.violations.length,
  };
}

function serversOf({ servers }: World, personId: string): Server[] {
  return [...servers.values()].filter(({ members }) => members.has(personId));
}

function personEntry({ playground: { world }, notes }: Page, { id, name, user }: Person): PersonEntry {
  const servers = serversOf(world, id);
  return {
    id,
    name,
    locale: user.locale,
    timeZone: user.timeZone,
    isModerator: servers.some((server) => managesServer(server, id)),
    isInServer: servers.length > 0,
    note: notes.get(id) ?? null,
  };
}

function managesServer(server: Server, personId: string): boolean {
  const member = server.members.get(personId);
  return member !== undefined && (basePermissions(server, member) & permissionFlags.ManageGuild) !== 0n;
}

function serverEntry(world: World, personId: string, server: Server): ServerEntry {
  const users = [...server.members.keys()].flatMap((id): User | [] => world.users.get(id) ?? []);
  return {
    id: server.id,
    name: server.name,
    channels: [...server.channels.values()].flatMap((channel) => withThreads(world, personId, server, channel)),
    roles: [...server.roles.values()].map(({ id, name }) => ({ id, name })),
    members: users.map(({ id, name, bot }) => ({ id, name, isBot: bot })),
  };
}

function withThreads(world: World, personId: string, server: Server, channel: Channel): ChannelEntry[] {
  const threads = threadsOf(world, server.id).filter(({ parentId }) => parentId === channel.id);
  return [channel, ...threads]
    .filter((place) => maySeeChannel(world, personId, place))
    .map((place) => channelEntry(world, personId, place));
}
