import { type Channel, type Interaction, interactionTypes, type Json } from '../world/model.ts';
import { permissionsIn } from '../world/permissions.ts';
import type { World } from '../world/world.ts';
import { interactionChannelJson } from './channels.ts';
import { messageEventJson } from './message.ts';
import { memberJson, userJson } from './people.ts';

/** The payload of INTERACTION_CREATE (docs: Receiving and Responding, Interaction Structure). */
export function interactionJson(world: World, interaction: Interaction): Json {
  const channel = world.channels.get(interaction.channelId);
  const user = world.users.get(interaction.userId);
  const source = world.messages.get(interaction.sourceMessageId ?? '');
  return {
    version: 1,
    id: interaction.id,
    application_id: world.application.id,
    type: interaction.type,
    token: interaction.token,
    data: interaction.data,
    locale: user?.locale,
    entitlements: [],
    attachment_size_limit: 10_485_760,
    channel_id: interaction.channelId,
    ...(channel ? placeJson(world, interaction, channel) : {}),
    ...(source && interaction.type !== interactionTypes.command ? { message: messageEventJson(world, source) } : {}),
  };
}

function placeJson(world: World, interaction: Interaction, channel: Channel): Json {
  const user = world.users.get(interaction.userId);
  const server = world.servers.get(interaction.serverId ?? '');
  const permissions = permissionsIn(world, interaction.userId, channel);
  const place = {
    channel: interactionChannelJson(world, channel, interaction.userId),
    app_permissions: permissionsIn(world, world.application.botId, channel).toString(),
  };
  if (!server)
    return {
      ...place,
      user: user ? userJson(user) : null,
      context: 1,
      // "0" stands for the private chat with the bot (docs: Authorizing Integration Owners Object).
      authorizing_integration_owners: { 0: '0' },
    };
  const member = server.members.get(interaction.userId);
  return {
    ...place,
    context: 0,
    guild_id: server.id,
    guild: { id: server.id, locale: server.locale, features: [] },
    guild_locale: server.locale,
    authorizing_integration_owners: { 0: server.id },
    member:
      member && user ? { ...memberJson(member), permissions: permissions.toString(), user: userJson(user) } : null,
  };
}
