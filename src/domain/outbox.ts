import type { Temporal } from '../lib/temporal.ts';

/**
 * Something that is to appear in Discord beside an answer, exactly once. It is written in the transaction that decided
 * it and delivered after the commit.
 */
export interface OutboxEntry {
  /** Made of what it is, such as group, kind and part, never of a row id. */
  readonly key: string;
  /** What it is found again by: one of these stands in a custom id of the message. The key is the first of them. */
  readonly marks: readonly string[];
  readonly order: OutboxOrder;
  readonly serverId: string | undefined;
  readonly groupId: string | undefined;
  /** Whom it is about, where it is about one member. */
  readonly memberId: string | undefined;
  /** Who reads it, where it is private. */
  readonly userId: string | undefined;
  readonly dueAt: Temporal.Instant;
  /** Later than this it is no use to anybody. */
  readonly notAfter: Temporal.Instant | undefined;
}

/** What is to be done. The union grows with what the bot can do; every kind has its row in the delivery. */
export type OutboxOrder =
  /** Announces milestones of one day, or several missed ones at once. Codes as in `milestoneCode`. */
  | {
      readonly kind: 'milestones';
      readonly codes: readonly string[];
      readonly note?: string;
      readonly isExtra?: boolean;
    }
  /** Tells the channel that the group rests. */
  | { readonly kind: 'break-notice'; readonly breakId: string }
  /** The card with **Join** for the channel. */
  | { readonly kind: 'welcome' }
  /** Tells the moderators what went wrong, in their channel or privately. */
  | { readonly kind: 'notice'; readonly notice: ModeratorNotice }
  /** Gives or takes the members' role. */
  | { readonly kind: 'role'; readonly roleId: string; readonly has: boolean }
  /**
   * Shows a milestone as a scheduled event, moves it, or takes it away when it is no longer to come. `at`: the instant
   * that was decided; without it the event goes.
   */
  | { readonly kind: 'event'; readonly code: string; readonly at?: string };

/** What moderators are told, once for each cause. */
export type ModeratorNotice =
  | { readonly kind: 'blocked'; readonly problem: DeliveryProblem; readonly key: string }
  | { readonly kind: 'uncertain'; readonly key: string }
  | { readonly kind: 'missed'; readonly codes: readonly string[] }
  | { readonly kind: 'failed'; readonly key: string };

/** Why something cannot be delivered now. */
export type DeliveryProblem =
  | 'unknown-channel'
  | 'unknown-server'
  | 'missing-access'
  | 'missing-permission'
  | 'tag-required'
  | 'closed-private-chat'
  | 'refused';

/**
 * `waiting`: due or to come. `blocked`: rights are missing; tried again when they may have changed. `uncertain`: sent
 * perhaps, and no look can tell; a moderator decides. `failed`: Discord refuses it for good. `missed`: too late.
 * `dropped`: no longer wanted.
 */
export type OutboxState = 'waiting' | 'sent' | 'blocked' | 'uncertain' | 'failed' | 'missed' | 'dropped';

/** An entry with what became of it so far. */
export interface OutboxRecord extends OutboxEntry {
  readonly state: OutboxState;
  readonly problem: string | undefined;
  readonly attempts: number;
  readonly firstAttemptAt: Temporal.Instant | undefined;
  readonly channelId: string | undefined;
  readonly messageId: string | undefined;
  readonly createdAt: Temporal.Instant;
  readonly settledAt: Temporal.Instant | undefined;
}

/** The group to which a key or a mark belongs: each begins with the group's id. */
export function groupIdOf(mark: string): string {
  return mark.split('.')[0] ?? '';
}
