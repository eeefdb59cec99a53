import { visitMedia } from '../world/components.ts';
import { messageFlags } from '../world/messages.ts';
import type { Attachment, Json, Message } from '../world/model.ts';
import type { World } from '../world/world.ts';
import { channelJson } from './channels.ts';
import { memberJson, userJson } from './people.ts';

/** A message (docs: Message Object). */
export function messageJson(world: World, message: Message): Json {
  const author = world.users.get(message.authorId);
  return {
    id: message.id,
    channel_id: message.channelId,
    type: message.type,
    author: author ? userJson(author) : null,
    content: message.content,
    timestamp: new Date(message.createdAt).toISOString(),
    edited_timestamp: message.editedAt === null ? null : new Date(message.editedAt).toISOString(),
    tts: false,
    pinned: false,
    flags: message.flags,
    attachments: unreferenced(message).map(attachmentJson),
    embeds: message.embeds.map((embed) => ({ type: 'rich', ...embed })),
    components: message.components,
    mention_everyone: message.pings.everyone,
    mention_roles: message.pings.roles,
    mentions: message.pings.users.flatMap((id) => {
      const user = world.users.get(id);
      return user ? [userJson(user)] : [];
    }),
    ...(message.poll ? { poll: pollJson(message) } : {}),
    ...(message.nonce === null ? {} : { nonce: message.nonce }),
    ...(message.reference
      ? { message_reference: { type: 0, channel_id: message.channelId, ...message.reference } }
      : {}),
    ...threadKey(world, message),
    ...answerKeys(world, message),
  };
}

/** As the gateway and interactions send it: with the author's membership. */
export function messageEventJson(world: World, message: Message): Json {
  const serverId = world.channels.get(message.channelId)?.serverId;
  const member = world.servers.get(serverId ?? '')?.members.get(message.authorId);
  return {
    ...messageJson(world, message),
    ...(serverId ? { guild_id: serverId } : {}),
    ...(member ? { member: memberJson(member) } : {}),
  };
}

/** Files that an embed or component shows are left out (docs: Message Object, attachments). */
function unreferenced({ attachments, embeds, components }: Message): Attachment[] {
  if (attachments.length === 0) return attachments;
  const shown = new Set<unknown>();
  for (const parts of [embeds, components]) visitMedia(parts, ({ url }) => shown.add(url));
  return attachments.filter(({ url }) => !shown.has(url));
}

/** Where a thread hangs on this message. */
function threadKey(world: World, { id, flags }: Message): Json {
  const thread = flags & messageFlags.hasThread ? world.channels.get(id) : undefined;
  return thread ? { thread: channelJson(world, thread) } : {};
}

function answerKeys(world: World, message: Message): Json {
  const metadata = message.interactionMetadata;
  if (!metadata) return {};
  const user = world.users.get(String(metadata.userId));
  return {
    application_id: world.application.id,
    webhook_id: world.application.id,
    interaction_metadata: {
      id: metadata.id,
      type: metadata.type,
      user: user ? userJson(user) : null,
      authorizing_integration_owners: {},
      ...(metadata.name === undefined ? {} : { name: metadata.name, command_type: 1 }),
      ...(metadata.sourceMessageId ? { interacted_message_id: metadata.sourceMessageId } : {}),
    },
  };
}

export function attachmentJson(attachment: Attachment): Json {
  return {
    id: attachment.id,
    filename: attachment.filename,
    size: attachment.size,
    url: attachment.url,
    proxy_url: attachment.url,
    content_type: attachment.contentType,
    ...attachment.pixels,
    ...(attachment.description === null ? {} : { description: attachment.description }),
  };
}

function pollJson({ poll, createdAt }: Message): Json {
  const answers = (poll?.answers as Json[] | undefined) ?? [];
  const hours = Number(poll?.duration ?? 24);
  return {
    question: poll?.question,
    answers: answers.map((answer, index) => ({ answer_id: index + 1, poll_media: answer.poll_media })),
    expiry: new Date(createdAt + hours * 3_600_000).toISOString(),
    allow_multiselect: poll?.allow_multiselect ?? false,
    layout_type: 1,
    results: { is_finalized: false, answer_counts: [] },
  };
}
