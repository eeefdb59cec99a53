import { resolveMedia, type SentFile, storeAttachments } from './attachments.ts';
import { withComponentIds } from './components.ts';
import { type AllowedMentions, pingsOf } from './mentions.ts';
import type { Channel, Component, Json, Message } from './model.ts';
import type { World } from './world.ts';

/** Message flags (docs: Message, Message Flags). */
export const messageFlags = {
  crossposted: 1 << 0,
  suppressEmbeds: 1 << 2,
  hasThread: 1 << 5,
  ephemeral: 1 << 6,
  loading: 1 << 7,
  suppressNotifications: 1 << 12,
  componentsV2: 1 << 15,
} as const;

export interface NewMessage {
  readonly authorId: string;
  readonly body: Json;
  readonly files?: readonly SentFile[];
  readonly readerId?: string | null;
  readonly interactionId?: string;
  readonly interactionMetadata?: Json;
  /** The kind of message: 0 usual, 19 reply, 20 answer to a command, 21 the start of a thread. */
  readonly type?: number;
  /** Given only where Discord gives an id that exists already (the first message of a forum thread). */
  readonly id?: string;
}

/** Writes a message into a channel. The body was checked before; rights are the caller's matter. */
export function createMessage(world: World, channel: Channel, given: NewMessage): Message {
  const { authorId, body } = given;
  const components = withComponentIds((body.components ?? []) as Component[]);
  const embeds = structuredClone((body.embeds ?? []) as Json[]);
  const attachments = storeAttachments(world, channel.id, body, given.files ?? []);
  resolveMedia(components, attachments, 'components');
  resolveMedia(embeds, attachments, 'embeds');
  const content = (body.content ?? '') as string;
  const allowed = body.allowed_mentions as AllowedMentions | null | undefined;
  const message: Message = {
    ...blank,
    ...given,
    id: given.id ?? world.nextId(),
    channelId: channel.id,
    type: given.type ?? (body.message_reference ? 19 : 0),
    createdAt: world.clock.now(),
    content,
    embeds,
    components,
    attachments,
    flags: Number(body.flags ?? 0),
    poll: (body.poll ?? null) as Json | null,
    pings: pingsOf(world, channel, authorId, { content, components, allowed }),
    nonce: (body.nonce ?? null) as string | number | null,
    reference: (body.message_reference ?? null) as Json | null,
  };
  keep(world, channel, message);
  return message;
}

const blank = { editedAt: null, readerId: null, interactionId: null, interactionMetadata: null } as const;

function keep(world: World, channel: Channel, message: Message): void {
  world.messages.set(message.id, message);
  channel.messages.set(message.id, message);
  if (message.readerId === null) {
    channel.lastMessageId = message.id;
    if (channel.thread) {
      channel.thread.messagesSent += 1;
      channel.thread.activeAt = message.createdAt;
    }
  }
  world.events.emit('message-created', message);
}

/** The flags that an edit may set or clear; all others stay as they are. */
const editableFlags = messageFlags.suppressEmbeds | messageFlags.componentsV2;

/** Changes a message in place: a key that is absent leaves its part alone, null empties it. Notifies nobody. */
export function editMessage(world: World, message: Message, body: Json, files: readonly SentFile[] = []): Message {
  const attachments = storeAttachments(world, message.channelId, body, files, message.attachments);
  const components =
    body.components === undefined ? undefined : withComponentIds((body.components ?? []) as Component[]);
  const embeds = body.embeds === undefined ? undefined : structuredClone((body.embeds ?? []) as Json[]);
  if (components) resolveMedia(components, attachments, 'components');
  if (embeds) resolveMedia(embeds, attachments, 'embeds');
  if (body.content !== undefined) message.content = (body.content as string | null) ?? '';
  if (body.poll) message.poll = body.poll as Json;
  message.components = components ?? message.components;
  message.embeds = embeds ?? message.embeds;
  message.attachments = attachments;
  if (typeof body.flags === 'number')
    message.flags =
      (message.flags & ~editableFlags) | (body.flags & editableFlags) | (message.flags & messageFlags.componentsV2);
  message.flags &= ~messageFlags.loading;
  message.editedAt = world.clock.now();
  world.events.emit('message-edited', message);
  return message;
}

/** Takes a message away; deleting a deleted one does nothing. */
export function deleteMessage(world: World, message: Message): void {
  if (!world.messages.delete(message.id)) return;
  world.channels.get(message.channelId)?.messages.delete(message.id);
  for (const { id } of message.attachments) world.files.delete(id);
  world.events.emit('message-deleted', message);
}

/** The messages of a channel, oldest first, that this person can see: all but other people's private answers. */
export function listMessages(channel: Channel, readerId: string | null): Message[] {
  return [...channel.messages.values()].filter((message) => message.readerId === null || message.readerId === readerId);
}
