import { type Channel, channelTypes, type Member, type Role, type Server, type User } from './model.ts';
import { bitsOf, everyonePermissions } from './permission-flags.ts';
import type { World } from './world.ts';

/** What an invitation of the bot asks for, unless the options say otherwise. */
export const usualBotPermissions = bitsOf(
  'ViewChannel',
  'SendMessages',
  'SendMessagesInThreads',
  'CreatePublicThreads',
  'EmbedLinks',
  'AttachFiles',
  'ReadMessageHistory',
  'CreateEvents',
);

export interface ServerOptions {
  readonly locale?: string;
  readonly botPermissions?: bigint;
}

/** Makes a server, owned by the host, with the bot and its role in it. Channels come with `createChannel`. */
export function createServer(world: World, name: string, options: ServerOptions = {}): Server {
  const id = world.nextId();
  const server: Server = {
    id,
    name,
    ownerId: world.application.ownerId,
    locale: options.locale ?? 'en-US',
    unavailable: false,
    botJoinedAt: world.clock.now(),
    roles: new Map(),
    members: new Map(),
    channels: new Map(),
    threads: new Map(),
    scheduledEvents: new Map(),
    commands: new Map(),
  };
  // The role of everyone has the server's id.
  server.roles.set(id, { ...aRole(id, '@everyone', everyonePermissions), position: 0 });
  server.members.set(server.ownerId, aMember(world, server.ownerId));
  addBot(world, server, options.botPermissions ?? usualBotPermissions);
  world.servers.set(id, server);
  return server;
}

/** Puts the bot and its managed role into the server, without telling the gateway. */
export function addBot(world: World, server: Server, permissions: bigint): void {
  const { botId, name } = world.application;
  const role: Role = { ...aRole(world.nextId(), name, permissions), position: server.roles.size, managed: true };
  server.roles.set(role.id, role);
  const bot = aMember(world, botId);
  bot.roles.add(role.id);
  server.members.set(botId, bot);
  server.botJoinedAt = world.clock.now();
}

function aRole(id: string, name: string, permissions: bigint): Role {
  return { id, name, permissions, position: 1, mentionable: false, managed: false };
}

function aMember(world: World, userId: string): Member {
  return { userId, roles: new Set(), joinedAt: world.clock.now(), timedOutUntil: null };
}

export interface RoleOptions {
  readonly permissions?: bigint;
  readonly mentionable?: boolean;
  /** Above the bot's role? Then the bot cannot give it. Below by default. */
  readonly aboveBot?: boolean;
}

/** Adds a role; unless `aboveBot`, it stands below the bot's, so the bot may give it with Manage Roles. */
export function createRole(world: World, server: Server, name: string, options: RoleOptions = {}): Role {
  const role: Role = { ...aRole(world.nextId(), name, options.permissions ?? 0n) };
  role.mentionable = options.mentionable ?? false;
  role.position = options.aboveBot ? server.roles.size + 1 : 1;
  if (!options.aboveBot) for (const other of server.roles.values()) if (other.position >= 1) other.position += 1;
  server.roles.set(role.id, role);
  world.events.emit('role-created', { server, role });
  return role;
}

/** Makes somebody a member of the server; nothing happens when they are one. */
export function addMember(world: World, server: Server, user: User, roles: readonly string[] = []): Member {
  const known = server.members.get(user.id);
  if (known) return known;
  const member = aMember(world, user.id);
  for (const id of roles) member.roles.add(id);
  server.members.set(user.id, member);
  world.events.emit('member-joined', { server, member });
  return member;
}

export type ChannelKind = 'text' | 'announcement' | 'forum' | 'voice';

export interface ChannelOptions {
  readonly kind?: ChannelKind;
  readonly topic?: string;
  readonly overwrites?: Channel['overwrites'];
  readonly tags?: readonly string[];
  readonly tagRequired?: boolean;
}

/** Adds a channel to a server and tells the gateway. */
export function createChannel(world: World, server: Server, name: string, options: ChannelOptions = {}): Channel {
  const kind = options.kind ?? 'text';
  const tags = (options.tags ?? []).map((tag) => ({ id: world.nextId(), name: tag, moderated: false }));
  const channel: Channel = {
    ...anEmptyChannel(world.nextId(), channelTypes[kind], server.id),
    name,
    topic: options.topic ?? null,
    position: server.channels.size,
    overwrites: options.overwrites ?? [],
    forum: kind === 'forum' ? { tagRequired: options.tagRequired ?? false, tags } : null,
  };
  server.channels.set(channel.id, channel);
  world.channels.set(channel.id, channel);
  world.events.emit('channel-created', channel);
  return channel;
}

/** A channel without name and place: what channels, threads and private chats share. */
export function anEmptyChannel(id: string, type: number, serverId: string | null): Channel {
  return {
    id,
    type,
    serverId,
    name: '',
    topic: null,
    parentId: null,
    position: 0,
    overwrites: [],
    recipientId: null,
    thread: null,
    forum: null,
    messages: new Map(),
    nonces: new Map(),
    lastMessageId: null,
  };
}

/** Is there a server with both this person and the bot? Without one they cannot write to each other. */
export function sharesServer({ servers, application }: World, userId: string): boolean {
  for (const { members } of servers.values()) if (members.has(userId) && members.has(application.botId)) return true;
  return false;
}

/** The bot's private chat with a person, made when there is none. */
export function openPrivateChat(world: World, userId: string): Channel {
  const known = world.privateChats.get(userId);
  if (known) return known;
  const chat: Channel = { ...anEmptyChannel(world.nextId(), channelTypes.private, null), recipientId: userId };
  world.privateChats.set(userId, chat);
  world.channels.set(chat.id, chat);
  return chat;
}
