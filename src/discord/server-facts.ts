import { ChannelType, type Guild, type GuildBasedChannel, PermissionFlagsBits } from 'discord.js';
import { type ChannelFacts, type ChannelRight, channelRights, type RoleFacts } from '../domain/discord-port.ts';
import type { GroupChannelKind } from '../domain/study-group.ts';

const flags: Readonly<Record<ChannelRight, bigint>> = {
  view: PermissionFlagsBits.ViewChannel,
  send: PermissionFlagsBits.SendMessages,
  'send-in-threads': PermissionFlagsBits.SendMessagesInThreads,
  'create-threads': PermissionFlagsBits.CreatePublicThreads,
  'embed-links': PermissionFlagsBits.EmbedLinks,
  'attach-files': PermissionFlagsBits.AttachFiles,
  'read-history': PermissionFlagsBits.ReadMessageHistory,
};

/** What the cache knows of a channel and of the bot's rights in it. Undefined for a channel that is not there. */
export function channelFactsOf(guild: Guild | undefined, channelId: string): ChannelFacts | undefined {
  const channel = guild?.channels.cache.get(channelId);
  const me = guild?.members.me;
  if (!channel || !me) return undefined;
  const rights = channel.permissionsFor(me);
  const forum = channel.type === ChannelType.GuildForum ? channel : undefined;
  return {
    id: channel.id,
    name: channel.name,
    kind: kindOf(channel),
    missing: channelRights.filter((right) => !rights.has(flags[right])),
    mayMentionAll: rights.has(PermissionFlagsBits.MentionEveryone),
    demandsTag: forum?.flags.has('RequireTag') ?? false,
    tags: forum?.availableTags.map(({ id, name }) => ({ id, name })) ?? [],
  };
}

function kindOf(channel: GuildBasedChannel): GroupChannelKind | undefined {
  if (channel.type === ChannelType.GuildText) return 'text';
  if (channel.type === ChannelType.GuildAnnouncement) return 'announcement';
  return channel.type === ChannelType.GuildForum ? 'forum' : undefined;
}

/** Discord's own list of what a bot needs two-factor authentication for, and what reaches everybody. */
const powers = [
  PermissionFlagsBits.Administrator,
  PermissionFlagsBits.BanMembers,
  PermissionFlagsBits.KickMembers,
  PermissionFlagsBits.ManageChannels,
  PermissionFlagsBits.ManageGuild,
  PermissionFlagsBits.ManageGuildExpressions,
  PermissionFlagsBits.ManageMessages,
  PermissionFlagsBits.ManageRoles,
  PermissionFlagsBits.ManageThreads,
  PermissionFlagsBits.ManageWebhooks,
  PermissionFlagsBits.MentionEveryone,
  PermissionFlagsBits.ModerateMembers,
];

/** What the cache knows of a role. */
export function roleFactsOf(guild: Guild | undefined, roleId: string): RoleFacts | undefined {
  const role = guild?.roles.cache.get(roleId);
  if (!role) return undefined;
  const isPowerful = role.permissions.any(powers);
  const isGivable = role.editable && !role.managed && !isPowerful && role.id !== guild?.id;
  return { id: role.id, name: role.name, isMentionable: role.mentionable, isGivable, isPowerful };
}
