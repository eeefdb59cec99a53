import { channelJson } from '../../payloads/channels.ts';
import { userJson } from '../../payloads/people.ts';
import { demand } from '../../world/api-error.ts';
import type { Json } from '../../world/model.ts';
import { openPrivateChat } from '../../world/servers.ts';
import type { World } from '../../world/world.ts';
import { type Call, checked, noContent, ok, param, type Route } from '../call.ts';

function applicationJson(world: World): Json {
  const owner = world.users.get(world.application.ownerId);
  const bot = world.users.get(world.application.botId);
  return {
    id: world.application.id,
    name: world.application.name,
    icon: null,
    description: '',
    bot_public: true,
    bot_require_code_grant: false,
    flags: 0,
    hook: true,
    summary: '',
    verify_key: '0'.repeat(64),
    owner: owner ? userJson(owner) : null,
    bot: bot ? userJson(bot) : null,
    team: null,
    tags: [],
    redirect_uris: [],
    interactions_endpoint_url: null,
    integration_types_config: { 0: { oauth2_install_params: { scopes: ['bot'], permissions: '0' } } },
    approximate_guild_count: world.servers.size,
    approximate_user_install_count: 0,
  };
}

function gatewayUrl(world: World): string {
  return world.fileUrl.replace(/^http/, 'ws');
}

function botJson({ world }: Call): Json {
  const bot = world.users.get(world.application.botId);
  return bot ? { ...userJson(bot), email: null, mfa_enabled: false, verified: true, locale: 'en-US', flags: 0 } : {};
}

export const applicationRoutes: readonly Route[] = [
  { method: 'GET', path: '/gateway', open: true, handle: ({ world }) => ok({ url: gatewayUrl(world) }) },
  {
    method: 'GET',
    path: '/gateway/bot',
    handle: ({ world }) =>
      ok({
        url: gatewayUrl(world),
        shards: 1,
        session_start_limit: { total: 1000, remaining: 999, reset_after: 86_400_000, max_concurrency: 1 },
      }),
  },
  { method: 'GET', path: '/users/@me', handle: (call) => ok(botJson(call)) },
  { method: 'GET', path: '/applications/@me', handle: ({ world }) => ok(applicationJson(world)) },
  { method: 'GET', path: '/oauth2/applications/@me', handle: ({ world }) => ok(applicationJson(world)) },
  {
    method: 'GET',
    path: '/users/:user',
    handle(call) {
      const user = call.world.users.get(param(call, 'user'));
      demand(user, 'unknownUser');
      return ok(userJson(user));
    },
  },
  {
    method: 'POST',
    path: '/users/@me/channels',
    async handle(call) {
      const { recipient_id: id } = await checked(call, 'private-chat');
      const user = call.world.users.get(String(id));
      demand(user, 'unknownUser');
      demand(!user.bot, 'cannotWriteToUser');
      return ok(channelJson(call.world, openPrivateChat(call.world, user.id)));
    },
  },
  {
    method: 'GET',
    path: '/attachments/:channel/:id/:name',
    open: true,
    handle(call) {
      const file = call.world.files.get(param(call, 'id'));
      demand(file, 'unknownRoute');
      return { status: 200, bytes: { contentType: file.contentType, data: file.bytes } };
    },
  },
  {
    method: 'POST',
    path: '/channels/:channel/typing',
    handle(call) {
      const channel = call.world.channels.get(param(call, 'channel'));
      demand(channel, 'unknownChannel');
      call.world.events.emit('typing-started', channel);
      return noContent;
    },
  },
];
