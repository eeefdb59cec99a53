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
  /** Reminds one member of a period, privately. `step` as in `reminderStep`. */
  | { readonly kind: 'reminder'; readonly periodId: string; readonly step: string }
  /** Tells a member privately that neither they nor their partner has checked in yet. */
  | { readonly kind: 'nudge'; readonly periodId: string; readonly pairId: string }
  /** Tells a member privately that somebody wants to be their partner, or has said yes. */
  | { readonly kind: 'pair-note'; readonly pairId: string; readonly note: 'asked' | 'accepted' }
  /** Asks a member privately whether they can help with a step. */
  | { readonly kind: 'help-wish'; readonly requestId: string }
  /** Asks the group in the thread of a period who can help with a step. */
  | { readonly kind: 'help-call'; readonly requestId: string; readonly periodId: string }
  /** Gives or takes the members' role. */
  | { readonly kind: 'role'; readonly roleId: string; readonly has: boolean }
  /**
   * Shows a milestone as a scheduled event, moves it, or takes it away when it is no longer to come. `at`: the instant
   * that was decided; without it the event goes.
   */
  | { readonly kind: 'event'; readonly code: string; readonly at?: string }
  /** The short message on which the thread of a period hangs. `isPrompt`: it is the prompt itself. */
  | { readonly kind: 'starter'; readonly periodId: string; readonly isPrompt: boolean }
  /** Asks for check-ins where the thread was there before, and links to it. */
  | { readonly kind: 'prompt'; readonly periodId: string }
  /** Adds a period up. */
  | { readonly kind: 'recap'; readonly periodId: string }
  /** Brings whoever is stuck together with whoever can help. Ids of a blocker and of a member. */
  | { readonly kind: 'help'; readonly blockerId: string; readonly helperId: string }
  /** A check-in, in the thread of its period. */
  | { readonly kind: 'card'; readonly checkInId: string }
  /** Brings a card up to date with what its check-in says now. */
  | { readonly kind: 'card-edit'; readonly checkInId: string }
  /** Brings a recap, the notice of a break or what brought two together up to date. `key`: of the order that posted it. */
  | { readonly kind: 'post-edit'; readonly key: string }
  /** Finds out where a post stands of which a moderator said that it is there. `key`: of the order that posted it. */
  | { readonly kind: 'finding'; readonly key: string }
  /** Takes one of the bot's own messages away. */
  | { readonly kind: 'removal'; readonly channelId: string; readonly messageId: string }
  /** Tells an author privately that their check-in was hidden. */
  | { readonly kind: 'hidden-note'; readonly checkInId: string };

/** What is done to something that is there: twice changes nothing, so there is nothing to look for. */
export const besidePosts: readonly OutboxOrder['kind'][] = [
  'role',
  'event',
  'card-edit',
  'post-edit',
  'finding',
  'removal',
];

export function isBesidePosts({ kind }: OutboxOrder): boolean {
  return besidePosts.includes(kind);
}

/** Kinds of private messages to the member that they are about. */
export const privateKinds = ['reminder', 'nudge', 'pair-note', 'help-wish', 'hidden-note'] as const;
export type PrivateKind = (typeof privateKinds)[number];

/** Whether the order is a private message to the member that it is about. */
export function isPrivate(kind: OutboxOrder['kind']): kind is PrivateKind {
  return privateKinds.some((one) => one === kind);
}

/** Private messages leave beside the posts, whether to members or to moderators: opening chats takes its time. */
export type DeliveryLane = 'posts' | 'private' | 'notices';

/** What leaves in a lane of its own; everything else is among the posts. */
export const kindsBesidePosts: Readonly<Record<Exclude<DeliveryLane, 'posts'>, readonly OutboxOrder['kind'][]>> = {
  private: privateKinds,
  notices: ['notice'],
};

/** What moderators are told, once for each cause. */
export type ModeratorNotice =
  | { readonly kind: 'blocked'; readonly problem: DeliveryProblem; readonly key: string }
  | { readonly kind: 'uncertain'; readonly key: string }
  /** `problem`: what was in the way until it was too late. */
  | { readonly kind: 'missed'; readonly codes: readonly string[]; readonly problem?: DeliveryProblem }
  | { readonly kind: 'failed'; readonly key: string }
  /** Somebody came or went, and the bot may not give or take the members' role. */
  | { readonly kind: 'role-withheld' }
  /** A card that was to go still stands there. */
  | { readonly kind: 'not-removed'; readonly channelId: string; readonly messageId: string }
  /** Nobody has checked in for a while, so nobody is asked any more. `periodId`: since when. */
  | { readonly kind: 'resting'; readonly periodId: string };

/** Why something cannot be delivered now. */
export type DeliveryProblem =
  | 'unknown-channel'
  | 'unknown-server'
  | 'missing-access'
  | 'missing-permission'
  | 'tag-required'
  /** Discord allows a server only so many threads that are not archived. */
  | 'too-many-threads'
  | 'closed-private-chat'
  /** The thread or post of the period was deleted, or never came about. */
  | 'unknown-thread'
  /** The thread was closed by a moderator. */
  | 'locked-thread'
  /** The message was deleted by hand. */
  | 'unknown-message'
  | 'refused';

/**
 * `waiting`: due or to come. `blocked`: rights are missing; tried again when they may have changed. `uncertain`: sent
 * perhaps, and no look can tell; a moderator decides, or a look that became possible. `failed`: Discord refuses it for
 * good. `missed`: too late. `dropped`: no longer wanted.
 */
export type OutboxState = 'waiting' | 'sent' | 'blocked' | 'uncertain' | 'failed' | 'missed' | 'dropped';

/** Those of what is still to be delivered, or to be looked for. */
export const openStates: readonly OutboxState[] = ['waiting', 'blocked', 'uncertain'];

/** Whether it may still appear. */
export function isOpenState(state: OutboxState): boolean {
  return openStates.includes(state);
}

/** A place in a server in which something may have been sent. Of private chats nothing is noted: it would name a person. */
export interface AttemptedPlace {
  readonly kind: 'channel' | 'thread' | 'forum';
  readonly channelId: string;
}

/** Whether it waits, and surely was not sent yet: an attempt is noted before it is made. */
export function isHeldUp({
  state,
  attempts,
  decisions,
}: Pick<OutboxRecord, 'state' | 'attempts' | 'decisions'>): boolean {
  return (state === 'waiting' || state === 'blocked') && attempts === 0 && decisions === 0;
}

/** An entry with what became of it so far. */
export interface OutboxRecord extends OutboxEntry {
  readonly state: OutboxState;
  readonly problem: string | undefined;
  readonly attempts: number;
  readonly firstAttemptAt: Temporal.Instant | undefined;
  /** When it is dealt with next, or became due for whoever deals with it now. */
  readonly nextAttemptAt: Temporal.Instant;
  /** Where it may have been sent so far. */
  readonly attemptedIn: readonly AttemptedPlace[];
  /** How often a moderator decided that it is to be sent, because no look could tell whether it was. */
  readonly decisions: number;
  readonly channelId: string | undefined;
  readonly messageId: string | undefined;
  readonly createdAt: Temporal.Instant;
  readonly settledAt: Temporal.Instant | undefined;
}

/** The group to which a key or a mark belongs: each begins with the group's id. */
export function groupIdOf(mark: string): string {
  return mark.split('.')[0] ?? '';
}
