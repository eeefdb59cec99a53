import { channelJson } from '../payloads/channels.ts';
import { guildCreateJson, guildJson, scheduledEventJson } from '../payloads/guild.ts';
import { interactionJson } from '../payloads/interaction.ts';
import { messageEventJson } from '../payloads/message.ts';
import { memberJson, roleJson, userJson } from '../payloads/people.ts';
import type { WorldEvents } from '../world/events.ts';
import type { Channel, Json, Member, Message, Server } from '../world/model.ts';
import { may } from '../world/permissions.ts';
import type { World } from '../world/world.ts';
import { intents } from './intents.ts';

/** One event for the bot. `intent` 0 means that everybody gets it. */
export interface Dispatch {
  readonly name: string;
  readonly data: Json;
  readonly intent: number;
  readonly serverId: string | null;
}

type Translate<Payload> = (world: World, payload: Payload) => Dispatch | undefined;

const inGuild = (serverId: string | null, name: string, data: Json, intent: number = intents.guilds): Dispatch => ({
  name,
  data,
  intent,
  serverId,
});

function ofChannel(verb: string): Translate<WorldEvents['channel-created']> {
  return (world, channel) => {
    if (channel.serverId === null) return undefined;
    if (!channel.thread) return inGuild(channel.serverId, `CHANNEL_${verb}`, channelJson(world, channel));
    return ofThread(world, channel, verb);
  };
}

/** Threads that the bot cannot see stay unheard of. */
function ofThread(world: World, thread: Channel, verb: string): Dispatch | undefined {
  if (!may(world, world.application.botId, thread, 'ViewChannel')) return undefined;
  const { id, serverId, parentId, type } = thread;
  if (verb === 'DELETE')
    return inGuild(serverId, 'THREAD_DELETE', { id, guild_id: serverId, parent_id: parentId, type });
  const created = verb === 'CREATE' ? { newly_created: true } : {};
  return inGuild(serverId, `THREAD_${verb}`, { ...channelJson(world, thread), ...created });
}

function ofRole(verb: string): Translate<WorldEvents['role-created']> {
  return (_world, { server, role }) =>
    inGuild(
      server.id,
      `GUILD_ROLE_${verb}`,
      verb === 'DELETE'
        ? { guild_id: server.id, role_id: role.id }
        : { guild_id: server.id, role: roleJson(role, server) },
    );
}

/** A change of the bot's own membership needs no intent (docs: Gateway Events, Guild Member Update). */
function ofMember(verb: string): Translate<WorldEvents['member-changed']> {
  return (world, { server, member }) => {
    const own = member.userId === world.application.botId;
    return inGuild(server.id, `GUILD_MEMBER_${verb}`, memberEvent(world, server, member), own ? 0 : intents.members);
  };
}

function memberEvent(world: World, server: Server, member: Member): Json {
  const user = world.users.get(member.userId);
  return { ...memberJson(member), guild_id: server.id, user: user ? userJson(user) : null };
}

function ofMessage(verb: string): Translate<WorldEvents['message-created']> {
  return (world, message) => {
    if (message.readerId !== null) return undefined;
    const serverId = world.channels.get(message.channelId)?.serverId ?? null;
    const intent = serverId === null ? intents.privateMessages : intents.messages;
    return { name: `MESSAGE_${verb}`, data: messageData(world, message, verb, serverId), intent, serverId };
  };
}

function messageData(world: World, message: Message, verb: string, serverId: string | null): Json {
  const place = serverId === null ? {} : { guild_id: serverId };
  if (verb === 'DELETE') return { id: message.id, channel_id: message.channelId, ...place };
  return messageEventJson(world, message);
}

function ofScheduledEvent(verb: string): Translate<WorldEvents['scheduled-event-created']> {
  return (_world, { server, event }) =>
    inGuild(server.id, `GUILD_SCHEDULED_EVENT_${verb}`, scheduledEventJson(event), intents.scheduledEvents);
}

/** How the gateway tells of what happens in the world. */
export const translations: { readonly [Name in keyof WorldEvents]?: Translate<WorldEvents[Name]> } = {
  'interaction-created': (world, interaction) => ({
    name: 'INTERACTION_CREATE',
    data: interactionJson(world, interaction),
    intent: 0,
    serverId: interaction.serverId,
  }),
  'server-joined': (world, server) => inGuild(server.id, 'GUILD_CREATE', guildCreateJson(world, server)),
  'server-changed': (_world, server) => inGuild(server.id, 'GUILD_UPDATE', guildJson(server)),
  'server-left': (_world, { server, unavailable }) =>
    inGuild(server.id, 'GUILD_DELETE', { id: server.id, ...(unavailable ? { unavailable: true } : {}) }),
  'channel-created': ofChannel('CREATE'),
  'channel-changed': ofChannel('UPDATE'),
  'channel-deleted': ofChannel('DELETE'),
  'role-created': ofRole('CREATE'),
  'role-changed': ofRole('UPDATE'),
  'role-deleted': ofRole('DELETE'),
  'member-joined': ofMember('ADD'),
  'member-changed': ofMember('UPDATE'),
  'member-left': ofMember('REMOVE'),
  'message-created': ofMessage('CREATE'),
  'message-edited': ofMessage('UPDATE'),
  'message-deleted': ofMessage('DELETE'),
  'scheduled-event-created': ofScheduledEvent('CREATE'),
  'scheduled-event-changed': ofScheduledEvent('UPDATE'),
  'scheduled-event-deleted': ofScheduledEvent('DELETE'),
};
