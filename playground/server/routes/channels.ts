import { channelJson } from '../../payloads/channels.ts';
import { messageJson } from '../../payloads/message.ts';
import { demand } from '../../world/api-error.ts';
import { createMessage, messageFlags } from '../../world/messages.ts';
import type { Channel, Json, Thread } from '../../world/model.ts';
import { may } from '../../world/permissions.ts';
import { createThread, deleteChannel, setArchived, threadsOf } from '../../world/threads.ts';
import { type Call, channelOf, checked, ok, param, type Route, serverOf } from '../call.ts';
import { demandRights } from './messages.ts';

function get(call: Call) {
  const channel = channelOf(call);
  demandRights(call, channel);
  return ok(channelJson(call.world, channel));
}

async function startThread(call: Call) {
  const channel = channelOf(call);
  return channel.forum ? startPost(call, channel, channel.forum) : startPlainThread(call, channel, undefined);
}

async function startPlainThread(call: Call, channel: Channel, messageId: string | undefined) {
  const body = await checked(call, messageId ? 'thread-on-message' : 'thread');
  demandRights(call, channel, 'CreatePublicThreads');
  const thread = createThread(call.world, channel, {
    name: String(body.name),
    ownerId: call.world.application.botId,
    ...(messageId ? { messageId } : {}),
    ...(body.auto_archive_duration ? { archiveMinutes: Number(body.auto_archive_duration) } : {}),
  });
  return ok(channelJson(call.world, thread), 201);
}

/** A forum post: a thread with its first message, both with one id. Needs Send Messages and perhaps a tag. */
async function startPost(call: Call, channel: Channel, forum: NonNullable<Channel['forum']>) {
  const body = await checked(call, 'forum-post');
  demandRights(call, channel, 'SendMessages');
  const appliedTags = (body.applied_tags as string[] | null | undefined) ?? [];
  demand(!forum.tagRequired || appliedTags.length > 0, 'tagRequired');
  const thread = createThread(call.world, channel, {
    name: String(body.name),
    ownerId: call.world.application.botId,
    appliedTags,
    ...(body.auto_archive_duration ? { archiveMinutes: Number(body.auto_archive_duration) } : {}),
  });
  const message = createMessage(call.world, thread, {
    id: thread.id,
    authorId: call.world.application.botId,
    body: body.message as Json,
    files: call.files,
  });
  return ok({ ...channelJson(call.world, thread), message: messageJson(call.world, message) }, 201);
}

async function startThreadOnMessage(call: Call) {
  const channel = channelOf(call);
  const message = channel.messages.get(param(call, 'message'));
  demand(message && message.readerId === null, 'unknownMessage');
  demand(!call.world.channels.has(message.id), 'threadExists');
  const answer = await startPlainThread(call, channel, message.id);
  message.flags |= messageFlags.hasThread;
  call.world.events.emit('message-edited', message);
  return answer;
}

async function change(call: Call) {
  const channel = channelOf(call);
  demandRights(call, channel);
  const body = await checked(call, channel.thread ? 'thread-edit' : 'channel-edit');
  if (channel.thread) changeThread(call, channel, channel.thread, body);
  else {
    demandRights(call, channel, 'ManageChannels');
    if (typeof body.name === 'string') channel.name = body.name;
    if (body.topic !== undefined) channel.topic = body.topic as string | null;
    call.world.events.emit('channel-changed', channel);
  }
  return ok(channelJson(call.world, channel));
}

/** Who started a thread may archive it; a locked one, or locking, needs Manage Threads (docs: Modify Channel). */
function demandThreadRights(call: Call, channel: Channel, thread: Thread, body: Json): void {
  const mine = thread.ownerId === call.world.application.botId;
  const opensOnly = body.archived === false && !thread.locked;
  const manages = typeof body.locked === 'boolean' || thread.locked || !(mine || opensOnly);
  demandRights(call, channel, manages ? 'ManageThreads' : 'SendMessagesInThreads');
  const others = Object.keys(body).filter((key) => key !== 'archived' && key !== 'locked');
  demand(!(thread.archived && body.archived !== false && others.length > 0), 'threadArchived');
}

function changeThread(call: Call, channel: Channel, thread: Thread, body: Json): void {
  demandThreadRights(call, channel, thread, body);
  if (typeof body.locked === 'boolean') thread.locked = body.locked;
  if (typeof body.name === 'string') channel.name = body.name;
  if (Array.isArray(body.applied_tags)) thread.appliedTags = body.applied_tags as string[];
  if (typeof body.auto_archive_duration === 'number') thread.archiveMinutes = body.auto_archive_duration;
  if (typeof body.archived === 'boolean' && body.archived !== thread.archived)
    setArchived(call.world, channel, body.archived);
  else call.world.events.emit('channel-changed', channel);
}

function remove(call: Call) {
  const channel = channelOf(call);
  demandRights(call, channel, channel.thread ? 'ManageThreads' : 'ManageChannels');
  deleteChannel(call.world, channel);
  return ok(channelJson(call.world, channel));
}

function visibleThreads(call: Call, serverId: string | null): Channel[] {
  const { world } = call;
  return threadsOf(world, serverId).filter((thread) => may(world, world.application.botId, thread, 'ViewChannel'));
}

function listArchived(call: Call) {
  const channel = channelOf(call);
  demandRights(call, channel, 'ReadMessageHistory');
  const limit = Number(call.query.get('limit') ?? 50);
  const before = Date.parse(call.query.get('before') ?? '') || Number.POSITIVE_INFINITY;
  const found = visibleThreads(call, channel.serverId)
    .filter(({ parentId, thread }) => parentId === channel.id && thread?.archived && thread.archivedAt < before)
    .sort((a, b) => (b.thread?.archivedAt ?? 0) - (a.thread?.archivedAt ?? 0));
  const threads = found.slice(0, limit).map((thread) => channelJson(call.world, thread));
  return ok({ threads, members: [], has_more: found.length > limit });
}

function listActive(call: Call) {
  const found = visibleThreads(call, serverOf(call).id).filter(({ thread }) => !thread?.archived);
  return ok({ threads: found.map((thread) => channelJson(call.world, thread)), members: [] });
}

export const channelRoutes: readonly Route[] = [
  { method: 'GET', path: '/channels/:channel', handle: get },
  { method: 'PATCH', path: '/channels/:channel', handle: change },
  { method: 'DELETE', path: '/channels/:channel', handle: remove },
  { method: 'POST', path: '/channels/:channel/threads', handle: startThread },
  { method: 'POST', path: '/channels/:channel/messages/:message/threads', handle: startThreadOnMessage },
  { method: 'GET', path: '/channels/:channel/threads/archived/public', handle: listArchived },
  { method: 'GET', path: '/guilds/:server/threads/active', handle: listActive },
  {
    method: 'GET',
    path: '/channels/:channel/threads/archived/private',
    handle: () => ok({ threads: [], members: [], has_more: false }),
  },
];
