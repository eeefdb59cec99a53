import type { Json, ScheduledEvent, Server } from '../world/model.ts';
import { may } from '../world/permissions.ts';
import { threadsOf } from '../world/threads.ts';
import type { World } from '../world/world.ts';
import { channelJson } from './channels.ts';
import { memberJson, roleJson, userJson } from './people.ts';

/** A server without its channels and members (docs: Guild Object). */
export function guildJson(server: Server): Json {
  return {
    id: server.id,
    name: server.name,
    icon: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    description: null,
    features: [],
    owner_id: server.ownerId,
    region: 'deprecated',
    afk_channel_id: null,
    afk_timeout: 300,
    application_id: null,
    default_message_notifications: 1,
    emojis: [],
    explicit_content_filter: 0,
    incidents_data: null,
    max_members: 500_000,
    max_presences: null,
    max_stage_video_channel_users: 50,
    max_video_channel_users: 25,
    mfa_level: 0,
    nsfw: false,
    nsfw_level: 0,
    preferred_locale: server.locale,
    premium_progress_bar_enabled: false,
    premium_subscription_count: 0,
    premium_tier: 0,
    public_updates_channel_id: null,
    roles: [...server.roles.values()].map((role) => roleJson(role, server)),
    rules_channel_id: null,
    safety_alerts_channel_id: null,
    stickers: [],
    system_channel_flags: 0,
    system_channel_id: null,
    vanity_url_code: null,
    verification_level: 1,
    widget_channel_id: null,
    widget_enabled: false,
  };
}

/** The payload of GUILD_CREATE (docs: Gateway Events, Guild Create). Without the members intent: the bot alone. */
export function guildCreateJson(world: World, server: Server): Json {
  const bot = server.members.get(world.application.botId);
  const botUser = world.users.get(world.application.botId);
  const threads = threadsOf(world, server.id).filter(
    (thread) => !thread.thread?.archived && may(world, world.application.botId, thread, 'ViewChannel'),
  );
  return {
    ...guildJson(server),
    joined_at: new Date(server.botJoinedAt).toISOString(),
    large: server.members.size > 50,
    unavailable: false,
    member_count: server.members.size,
    voice_states: [],
    members: bot && botUser ? [{ ...memberJson(bot), user: userJson(botUser) }] : [],
    channels: [...server.channels.values()].map((channel) => channelJson(world, channel)),
    threads: threads.map((thread) => channelJson(world, thread)),
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [...server.scheduledEvents.values()].map(scheduledEventJson),
    soundboard_sounds: [],
  };
}

/** A scheduled event (docs: Guild Scheduled Event Object). */
export function scheduledEventJson(event: ScheduledEvent): Json {
  const { body } = event;
  return {
    id: event.id,
    guild_id: event.serverId,
    channel_id: body.channel_id ?? null,
    creator_id: event.creatorId,
    name: body.name,
    description: body.description ?? null,
    scheduled_start_time: body.scheduled_start_time,
    scheduled_end_time: body.scheduled_end_time ?? null,
    privacy_level: 2,
    status: event.status,
    entity_type: body.entity_type,
    entity_id: null,
    entity_metadata: body.entity_metadata ?? null,
    user_count: 0,
    image: null,
    recurrence_rule: body.recurrence_rule ?? null,
    guild_scheduled_event_exceptions: [],
  };
}
