import { messageJson } from '../../payloads/message.ts';
import { demand } from '../../world/api-error.ts';
import { createMessage, deleteMessage, editMessage, listMessages } from '../../world/messages.ts';
import { type Channel, channelTypes, type Json, type Message } from '../../world/model.ts';
import type { PermissionName } from '../../world/permission-flags.ts';
import { may } from '../../world/permissions.ts';
import { sharesServer } from '../../world/servers.ts';
import { setArchived } from '../../world/threads.ts';
import { type Call, channelOf, checked, noContent, ok, param, type Route } from '../call.ts';
import { findByNonce, rememberNonce } from '../nonces.ts';

/** Throws 50001 when the bot cannot see the channel, 50013 when a right is missing. */
export function demandRights({ world }: Call, channel: Channel, ...names: readonly PermissionName[]): void {
  const { botId } = world.application;
  demand(may(world, botId, channel, 'ViewChannel'), 'missingAccess');
  demand(may(world, botId, channel, ...names), 'missingPermissions');
}

function messageOf(call: Call): [Channel, Message] {
  const channel = channelOf(call);
  demandRights(call, channel);
  const message = channel.messages.get(param(call, 'message'));
  // Private answers can be reached through their interaction only.
  demand(message && message.readerId === null, 'unknownMessage');
  return [channel, message];
}

/** The rights that this body needs (docs: Create Message). */
export function rightsToSend(channel: Channel, body: Json, hasFiles: boolean): PermissionName[] {
  return [
    channel.thread ? 'SendMessagesInThreads' : 'SendMessages',
    ...(hasFiles ? (['AttachFiles'] as const) : []),
    ...((body.embeds as unknown[] | null | undefined)?.length ? (['EmbedLinks'] as const) : []),
    ...(body.poll ? (['SendPolls'] as const) : []),
    ...(body.message_reference ? (['ReadMessageHistory'] as const) : []),
  ];
}

/** In a private chat: who shuts theirs (50007), or shares no server with the bot (50278), cannot be written to. */
function demandReachable({ world }: Call, { recipientId }: Channel): void {
  if (recipientId === null) return;
  demand(sharesServer(world, recipientId), 'noSharedServer');
  demand(world.users.get(recipientId)?.acceptsPrivateMessages, 'cannotWriteToUser');
}

async function send(call: Call) {
  const channel = channelOf(call);
  demandRights(call, channel);
  const body = await checked(call, 'message');
  demand(channel.type !== channelTypes.forum, 'cannotSendHere');
  demandRights(call, channel, ...rightsToSend(channel, body, call.files.length > 0));
  demandReachable(call, channel);
  const twin = findByNonce(call.world, channel, body);
  if (twin) return ok(messageJson(call.world, twin));
  if (channel.thread?.archived) {
    if (channel.thread.locked) demandRights(call, channel, 'ManageThreads');
    setArchived(call.world, channel, false);
  }
  const message = createMessage(call.world, channel, {
    authorId: call.world.application.botId,
    body,
    files: call.files,
  });
  rememberNonce(call.world, channel, message);
  return ok(messageJson(call.world, message));
}

async function edit(call: Call) {
  const [channel, message] = messageOf(call);
  demand(message.authorId === call.world.application.botId, 'notTheAuthor');
  const body = await checked(call, 'message-edit', { older: message });
  demand(!channel.thread?.archived, 'threadArchived');
  return ok(messageJson(call.world, editMessage(call.world, message, body, call.files)));
}

function remove(call: Call) {
  const [channel, message] = messageOf(call);
  if (message.authorId !== call.world.application.botId) demandRights(call, channel, 'ManageMessages');
  demand(!channel.thread?.archived, 'threadArchived');
  deleteMessage(call.world, message);
  return noContent;
}

/** Newest first; `before`, `after` and `limit` as documented (`around` is not known here). */
function list(call: Call) {
  const channel = channelOf(call);
  demandRights(call, channel);
  // Without Read Message History Discord answers an empty list, not an error.
  if (!may(call.world, call.world.application.botId, channel, 'ReadMessageHistory')) return ok([]);
  const limit = Number(call.query.get('limit') ?? 50);
  const before = call.query.get('before');
  const after = call.query.get('after');
  const all = listMessages(channel, null).filter(
    ({ id }) => (!before || BigInt(id) < BigInt(before)) && (!after || BigInt(id) > BigInt(after)),
  );
  const page = after ? all.slice(0, limit) : all.slice(-limit);
  return ok(page.reverse().map((message) => messageJson(call.world, message)));
}

export const messageRoutes: readonly Route[] = [
  { method: 'GET', path: '/channels/:channel/messages', handle: list },
  { method: 'POST', path: '/channels/:channel/messages', handle: send },
  {
    method: 'GET',
    path: '/channels/:channel/messages/:message',
    handle: (call) => ok(messageJson(call.world, messageOf(call)[1])),
  },
  { method: 'PATCH', path: '/channels/:channel/messages/:message', handle: edit },
  { method: 'DELETE', path: '/channels/:channel/messages/:message', handle: remove },
  {
    method: 'POST',
    path: '/channels/:channel/messages/:message/crosspost',
    handle(call) {
      const [channel, message] = messageOf(call);
      demandRights(call, channel, 'SendMessages');
      demand(channel.type === channelTypes.announcement, 'cannotSendHere');
      message.flags |= 1;
      call.world.events.emit('message-edited', message);
      return ok(messageJson(call.world, message));
    },
  },
];
