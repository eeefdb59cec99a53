import type { Temporal } from '../lib/temporal.ts';
import type { DeliveryProblem } from './outbox.ts';

/**
 * What the delivery asks of Discord. Nothing here is sent again by itself: whoever calls decides about that.
 * `Post` is a finished message. Never called inside a transaction.
 */
export interface DeliveryPort<Post> {
  /** `key` makes the nonce: where Discord knows nonces, the same post within minutes is not made twice. */
  send(post: Post, place: PostPlace, key: string): Promise<SendOutcome>;
  /** Starts a thread on a message; one that is there already counts as started. `title`: at most 100 characters. */
  startThread(message: PlacedMessage, title: string): Promise<SendOutcome>;
  /** Has a message of the bot's show this instead. A thread that is archived is opened for it. */
  edit(message: PlacedMessage, post: Post): Promise<SendOutcome>;
  /** Takes a message of the bot's away. One that is gone already counts as taken away. */
  remove(message: PlacedMessage): Promise<SendOutcome>;
  /** Looks among the bot's own messages for those that carry one of these marks. */
  look(place: PostPlace, marks: readonly string[], spans: readonly LookSpan[]): Promise<LookOutcome>;
  /** Gives a role, or takes it; what is so already stays so. */
  setRole(role: RoleOrder): Promise<SendOutcome>;
  /** Makes the scheduled event stand as it should, or takes it away. Found by its mark, so never doubled. */
  setEvent(serverId: string, mark: string, event: ServerEvent | undefined): Promise<SendOutcome>;
}

/** Where a post goes. In a forum it becomes a thread. */
export type PostPlace =
  | { readonly kind: 'channel'; readonly channelId: string }
  /** `channelId`: of the thread itself. */
  | { readonly kind: 'thread'; readonly channelId: string }
  | {
      readonly kind: 'forum';
      readonly serverId: string;
      readonly channelId: string;
      readonly tagId: string | undefined;
    }
  /** `channelId`: of the private chat, where it has been opened before. */
  | { readonly kind: 'private'; readonly userId: string; readonly channelId?: string | undefined };

export interface RoleOrder {
  readonly serverId: string;
  readonly userId: string;
  readonly roleId: string;
  readonly has: boolean;
}

/** A scheduled event of a server. */
export interface ServerEvent {
  /** At most 100 characters. */
  readonly name: string;
  readonly description: string;
  /** Where it happens, in words. */
  readonly place: string;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
}

export type SendOutcome =
  /** `messageId`: of the message, the thread or the event, where there is one. */
  | { readonly kind: 'sent'; readonly channelId?: string; readonly messageId?: string }
  /** Refused for a reason that may pass: nothing was done. */
  | { readonly kind: 'blocked'; readonly problem: DeliveryProblem }
  /** Refused for good: nothing was done. */
  | { readonly kind: 'failed'; readonly problem: DeliveryProblem }
  /** Too many requests: nothing was done. `isGlobal`: no other request may leave before that either. */
  | { readonly kind: 'not-now'; readonly waitMs: number; readonly isGlobal: boolean }
  /** Too many private chats were opened: nothing was done, and nobody should be written to privately for a while. */
  | { readonly kind: 'resting' }
  /** No answer came: it was done, or not. */
  | { readonly kind: 'lost' };

/** From when to when to look. Without an end: until now. */
export interface LookSpan {
  readonly from: Temporal.Instant;
  readonly to?: Temporal.Instant;
}

export type LookOutcome =
  /** By mark, where it was found. What is not in it is not there. */
  | { readonly kind: 'looked'; readonly found: ReadonlyMap<string, PlacedMessage> }
  /** There was no answer, or it was refused for now. */
  | { readonly kind: 'no-answer'; readonly waitMs?: number }
  /** Refused for a reason that may pass. */
  | { readonly kind: 'blocked'; readonly problem: DeliveryProblem }
  /** Refused for good: no look will ever tell. */
  | { readonly kind: 'refused'; readonly problem: DeliveryProblem };

export interface PlacedMessage {
  readonly channelId: string;
  readonly messageId: string;
}
