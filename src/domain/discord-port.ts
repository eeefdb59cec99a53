import type { Temporal } from '../lib/temporal.ts';
import type { GroupChannelKind } from './study-group.ts';

/** What Discord can be asked and told beside the answer to an interaction. Never called inside a transaction. */
export interface DiscordPort {
  /** Undefined for a server that the bot is not in. */
  serverName(serverId: string): string | undefined;
  /** `unavailable`: Discord has an outage there, which passes. `absent`: the bot is not in it. */
  serverState(serverId: string): 'there' | 'unavailable' | 'absent';
  /** Takes away one of the bot's own messages. False when it still stands there: the bot cannot reach it. */
  removeMessage(message: { readonly channelId: string; readonly messageId: string }): Promise<boolean>;
  /** Whether one of the bot's own messages was deleted: asked, because nobody tells the bot. False without an answer. */
  isMessageGone(message: { readonly channelId: string; readonly messageId: string }): Promise<boolean>;
  /** Takes a role from a person at once. False when they still hold it: the bot may not, or cannot reach them. */
  takeRole(held: { readonly serverId: string; readonly userId: string; readonly roleId: string }): Promise<boolean>;
  /** A channel with what the bot may do there; from memory, so it costs nothing. Undefined for one it cannot know. */
  findChannel(serverId: string, channelId: string): ChannelFacts | undefined;
  /**
   * Whether a person may write in the threads of a channel. `known` is what Discord sent with what they pressed;
   * undefined where it sent nothing, as in the private chat: then they are asked for. False when there is no answer.
   */
  mayWrite(
    place: { readonly serverId: string; readonly channelId: string },
    person: { readonly userId: string; readonly known: RightsOfPerson | undefined },
    now: Temporal.Instant,
  ): Promise<boolean>;
  /**
   * What a person is in a server, for their private chat: there Discord sends nothing of it with what they press.
   * Undefined for whoever is not in it, and when there is no answer.
   */
  findStanding(serverId: string, userId: string): Promise<PersonFacts | undefined>;
  /** A role, from memory. Undefined for one that is not there. */
  findRole(serverId: string, roleId: string): RoleFacts | undefined;
  /** What the bot may do in the whole server, from memory. */
  serverRights(serverId: string): { readonly mayManageRoles: boolean; readonly mayCreateEvents: boolean } | undefined;
  /** Whether a person is in the server: asked, because nobody tells the bot who left. `unknown` when there is no answer. */
  findPresence(serverId: string, userId: string): Promise<'there' | 'gone' | 'unknown'>;
}

/** What a person's rights in a server follow from. */
export interface RightsOfPerson {
  readonly roleIds: readonly string[];
  /** Until when a moderator silenced them; that may be over. Undefined: not at all. */
  readonly timedOutUntil: Temporal.Instant | undefined;
}

/** Before there is a connection, and where there never is one: knows nothing, reaches nobody. */
export const noDiscord: DiscordPort = {
  serverName: () => undefined,
  serverState: () => 'absent',
  removeMessage: async () => false,
  isMessageGone: async () => false,
  takeRole: async () => false,
  findChannel: () => undefined,
  mayWrite: async () => false,
  findStanding: async () => undefined,
  findRole: () => undefined,
  serverRights: () => undefined,
  findPresence: async () => 'unknown',
};

/** A right that the bot needs in a channel. */
export const channelRights = [
  'view',
  'send',
  'send-in-threads',
  'create-threads',
  'embed-links',
  'attach-files',
  'read-history',
] as const;
export type ChannelRight = (typeof channelRights)[number];

export interface ChannelFacts {
  readonly id: string;
  readonly name: string;
  /** Undefined for a kind in which a group cannot be. */
  readonly kind: GroupChannelKind | undefined;
  /** What the bot may not do there. */
  readonly missing: readonly ChannelRight[];
  /** Whether the bot may ping any role there. */
  readonly mayMentionAll: boolean;
  /** Of a forum. */
  readonly demandsTag: boolean;
  readonly tags: readonly { readonly id: string; readonly name: string }[];
}

export interface PersonFacts {
  readonly managesServer: boolean;
  readonly roleIds: readonly string[];
}

export interface RoleFacts {
  readonly id: string;
  readonly name: string;
  readonly isMentionable: boolean;
  /** Whether the bot may give and take it: Manage Roles, above it, no integration owns it, not powerful. */
  readonly isGivable: boolean;
  /** Whether it lets its holders manage or moderate: not to be given to everybody who joins. */
  readonly isPowerful: boolean;
}
