/**
 * The state of the fake Discord as plain records. Ids are snowflakes as text, times are milliseconds since 1970,
 * permissions are bigint bits. `playground/payloads/` writes these records as Discord's JSON.
 */
export type Json = Record<string, unknown>;

export interface User {
  readonly id: string;
  name: string;
  readonly bot: boolean;
  locale: string;
  timeZone: string;
  /** False: messages to this person fail with 50007. */
  acceptsPrivateMessages: boolean;
}

export interface Role {
  readonly id: string;
  name: string;
  permissions: bigint;
  position: number;
  mentionable: boolean;
  /** A managed role belongs to a bot and cannot be given by hand. */
  readonly managed: boolean;
}

export interface Member {
  readonly userId: string;
  readonly roles: Set<string>;
  readonly joinedAt: number;
  /** Until when a moderator silenced them. */
  timedOutUntil: number | null;
}

export interface Overwrite {
  readonly id: string;
  /** 0 role, 1 member. */
  readonly type: 0 | 1;
  readonly allow: bigint;
  readonly deny: bigint;
}

export interface Server {
  readonly id: string;
  name: string;
  ownerId: string;
  locale: string;
  /** An outage: the bot hears nothing of the server. */
  unavailable: boolean;
  botJoinedAt: number;
  readonly roles: Map<string, Role>;
  readonly members: Map<string, Member>;
  /** Channels without threads. */
  readonly channels: Map<string, Channel>;
  readonly threads: Map<string, Channel>;
  readonly scheduledEvents: Map<string, ScheduledEvent>;
  readonly commands: Map<string, Command>;
}

export const channelTypes = { text: 0, private: 1, voice: 2, announcement: 5, thread: 11, forum: 15 } as const;

export interface Channel {
  readonly id: string;
  readonly type: number;
  readonly serverId: string | null;
  name: string;
  topic: string | null;
  parentId: string | null;
  position: number;
  overwrites: Overwrite[];
  /** The person of a private chat. */
  readonly recipientId: string | null;
  readonly thread: Thread | null;
  readonly forum: Forum | null;
  readonly messages: Map<string, Message>;
  /** Message ids by nonce, with the time after which a nonce is forgotten. */
  readonly nonces: Map<string, { readonly messageId: string; readonly until: number }>;
  lastMessageId: string | null;
}

export interface Thread {
  readonly ownerId: string;
  readonly createdAt: number;
  archived: boolean;
  locked: boolean;
  archiveMinutes: number;
  /** When it was last archived or opened. */
  archivedAt: number;
  /** When it was made or opened, or something was last written in it. */
  activeAt: number;
  /** All that were ever written in it, also those that were deleted. */
  messagesSent: number;
  appliedTags: string[];
}

export interface Forum {
  tagRequired: boolean;
  tags: { readonly id: string; readonly name: string; readonly moderated: boolean }[];
}

export interface Attachment {
  readonly id: string;
  readonly filename: string;
  readonly size: number;
  readonly contentType: string;
  readonly description: string | null;
  readonly url: string;
  /** Of a picture, when it is known: how large it is. */
  readonly pixels: { readonly width: number; readonly height: number } | null;
}

/** A part of a message or form, as the bot sent it (with ids filled in). Keys depend on `type`. */
export interface Component extends Json {
  readonly type: number;
  id?: number;
  custom_id?: string;
  label?: string;
  disabled?: boolean;
  components?: Component[];
  component?: Component;
  accessory?: Component;
}

export interface Pings {
  readonly users: readonly string[];
  readonly roles: readonly string[];
  readonly everyone: boolean;
}

export interface Message {
  readonly id: string;
  readonly channelId: string;
  readonly authorId: string;
  readonly type: number;
  readonly createdAt: number;
  editedAt: number | null;
  content: string;
  embeds: Json[];
  components: Component[];
  attachments: Attachment[];
  flags: number;
  poll: Json | null;
  /** Who was notified when it was sent. An edit notifies nobody. */
  readonly pings: Pings;
  readonly nonce: string | number | null;
  readonly reference: Json | null;
  /** Set for a private (ephemeral) answer: the one person who sees it. */
  readonly readerId: string | null;
  /** The interaction that this message answers. */
  readonly interactionId: string | null;
  readonly interactionMetadata: Json | null;
}

export interface Command {
  readonly id: string;
  readonly version: string;
  readonly serverId: string | null;
  readonly body: CommandBody;
}

export interface CommandBody extends Json {
  readonly name: string;
  readonly type?: number;
  readonly description?: string;
  readonly options?: readonly CommandOption[];
  readonly contexts?: readonly number[] | null;
  readonly integration_types?: readonly number[] | null;
  readonly default_member_permissions?: string | null;
  readonly dm_permission?: boolean | null;
}

export interface CommandOption extends Json {
  readonly type: number;
  readonly name: string;
  readonly description: string;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly choices?: readonly { readonly name: string; readonly value: string | number }[];
  readonly options?: readonly CommandOption[];
  readonly min_value?: number;
  readonly max_value?: number;
  readonly min_length?: number;
  readonly max_length?: number;
  readonly channel_types?: readonly number[];
}

export interface ScheduledEvent {
  readonly id: string;
  readonly serverId: string;
  readonly creatorId: string;
  body: Json;
  status: number;
}

export const interactionTypes = { command: 2, component: 3, autocomplete: 4, form: 5 } as const;

export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly type: 2 | 3 | 4 | 5;
  readonly userId: string;
  readonly channelId: string;
  readonly serverId: string | null;
  /** The `data` of Discord's payload. */
  readonly data: Json;
  /** The message whose control was used, or on which the form was opened. */
  readonly sourceMessageId: string | null;
  readonly createdAt: number;
  state: 'waiting' | 'answered' | 'failed';
  /** The body of the callback. */
  answer: { readonly type: number; readonly data: Json } | null;
  /** The message behind `@original`. */
  originalId: string | null;
  /** True between a deferral and the edit (or follow-up) that fills it in. */
  pending: boolean;
  readonly followUpIds: string[];
}
