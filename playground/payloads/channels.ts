import type { Channel, Json, Overwrite, Thread } from '../world/model.ts';
import { permissionsIn } from '../world/permissions.ts';
import type { World } from '../world/world.ts';
import { userJson } from './people.ts';

/** A channel, thread or private chat (docs: Channel Object). */
export function channelJson(world: World, channel: Channel): Json {
  if (channel.thread) return threadJson(channel, channel.thread);
  const common = { id: channel.id, type: channel.type, last_message_id: channel.lastMessageId, flags: 0 };
  if (channel.serverId === null) {
    const person = world.users.get(channel.recipientId ?? '');
    return { ...common, recipients: person ? [userJson(person)] : [] };
  }
  return {
    ...common,
    guild_id: channel.serverId,
    name: channel.name,
    topic: channel.topic,
    nsfw: false,
    parent_id: channel.parentId,
    position: channel.position,
    rate_limit_per_user: 0,
    permission_overwrites: channel.overwrites.map(overwriteJson),
    ...(channel.forum ? forumJson(channel.forum) : {}),
  };
}

function overwriteJson({ id, type, allow, deny }: Overwrite): Json {
  return { id, type, allow: allow.toString(), deny: deny.toString() };
}

function forumJson(forum: NonNullable<Channel['forum']>): Json {
  return {
    // Flag 1 << 4 is REQUIRE_TAG.
    flags: forum.tagRequired ? 16 : 0,
    available_tags: forum.tags.map((tag) => ({ ...tag, emoji_id: null, emoji_name: null })),
    default_reaction_emoji: null,
    default_sort_order: null,
    default_forum_layout: 0,
    template: '',
  };
}

/** Without what a post in a forum begins with (docs: Channel Object, message_count). */
function countMessages({ id, messages }: Channel): number {
  return [...messages.values()].filter((message) => message.readerId === null && message.id !== id).length;
}

function threadJson(channel: Channel, thread: Thread): Json {
  return {
    id: channel.id,
    type: channel.type,
    guild_id: channel.serverId,
    parent_id: channel.parentId,
    name: channel.name,
    owner_id: thread.ownerId,
    last_message_id: channel.lastMessageId,
    message_count: countMessages(channel),
    total_message_sent: thread.messagesSent,
    member_count: 1,
    rate_limit_per_user: 0,
    flags: 0,
    applied_tags: thread.appliedTags,
    thread_metadata: {
      archived: thread.archived,
      archive_timestamp: new Date(thread.archivedAt).toISOString(),
      auto_archive_duration: thread.archiveMinutes,
      locked: thread.locked,
      create_timestamp: new Date(thread.createdAt).toISOString(),
    },
  };
}

const partialKeys = [
  'id',
  'name',
  'type',
  'last_message_id',
  'last_pin_timestamp',
  'nsfw',
  'parent_id',
  'guild_id',
  'flags',
  'rate_limit_per_user',
  'topic',
  'position',
  'thread_metadata',
  'recipients',
];

/**
 * The partial channel of an interaction (docs: Interaction, Resolved Data Structure), with what the person and the bot
 * may do there.
 */
export function interactionChannelJson(world: World, channel: Channel, userId: string): Json {
  const whole = channelJson(world, channel);
  return {
    ...Object.fromEntries(partialKeys.filter((key) => key in whole).map((key) => [key, whole[key]])),
    permissions: permissionsIn(world, userId, channel).toString(),
    app_permissions: permissionsIn(world, world.application.botId, channel).toString(),
  };
}
