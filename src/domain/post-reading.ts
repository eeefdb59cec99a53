import type { Temporal } from '../lib/temporal.ts';
import type { PlacedMessage, PostPlace } from './delivery-port.ts';
import type { Member } from './member.ts';
import type { PeriodResult } from './member-periods.ts';
import type { MilestoneId } from './milestone.ts';
import type { DeliveryProblem, ModeratorNotice, OutboxRecord } from './outbox.ts';
import type { PeriodPost } from './period-reading.ts';
import type { ReminderKind } from './reminder.ts';
import type { Roadmap } from './roadmap.ts';
import type { StoredPeriod } from './stored-period.ts';
import type { GroupBreak, StudyGroup } from './study-group.ts';

/** A post with everything that it is made of, read at the moment at which it is sent. */
export type PostReading =
  | MilestonePost
  | BreakPost
  | WelcomePost
  | NoticePost
  | PeriodPost
  | ReminderPost
  | NudgePost
  | HiddenNote
  | PairNotePost
  | HelpWishPost;

/** A post as it is to appear now, or why it is not. */
export type ReadPost =
  | {
      readonly kind: 'ready';
      readonly reading: PostReading;
      readonly place: PostPlace;
      /** Whether the bot can read what stands there. Without that no look proves anything. */
      readonly canLook: boolean;
      /** Whoever it is for alone: whether they are still in the server is asked before it is sent. */
      readonly recipient?: Member;
      /** Whoever else a private message names: the same is asked of them. */
      readonly named?: Member | undefined;
      /** Whether a thread is started on it. In a forum it is one by itself. */
      readonly opensThread?: boolean;
      /** Nobody wants it any more, and it stands there perhaps: it is looked for and not sent. */
      readonly isUnwanted?: boolean;
    }
  | { readonly kind: 'blocked'; readonly problem: DeliveryProblem }
  /** It can never appear. */
  | { readonly kind: 'failed'; readonly problem: DeliveryProblem }
  /** Something else has to appear before it. */
  | { readonly kind: 'waiting' }
  /** Discord has an outage in this server, which passes. */
  | { readonly kind: 'outage' }
  /** Nobody wants it any more. */
  | { readonly kind: 'dropped' };

/** What a message that stands there is to show now. */
export type ReadEdit =
  | { readonly kind: 'ready'; readonly message: PlacedMessage; readonly reading: PostReading }
  /** There is nothing to say any more: it is taken away. */
  | { readonly kind: 'removed'; readonly message: PlacedMessage }
  /** It is on its way. */
  | { readonly kind: 'waiting' }
  /** It is gone: there is nothing to correct. */
  | { readonly kind: 'dropped' };

interface GroupPost {
  readonly group: StudyGroup;
  /** In the group's language. */
  readonly roadmap: Roadmap;
  /** What it will be found again by: each is an argument of a custom id. */
  readonly marks: readonly string[];
}

export interface MilestonePost extends GroupPost {
  readonly kind: 'milestones';
  /** Each with its date: of one day, or several that were missed. The earliest first. */
  readonly milestones: readonly (MilestoneId & { readonly day: Temporal.PlainDate })[];
  readonly isLate: boolean;
  /** A moderator sends again what was sent before. */
  readonly isExtra: boolean;
  /** A moderator's own words. */
  readonly note: string | undefined;
  /** What comes after these, and when. */
  readonly next: (MilestoneId & { readonly dueAt: Temporal.Instant }) | undefined;
}

export interface BreakPost extends GroupPost {
  readonly kind: 'break-notice';
  readonly rest: GroupBreak;
  /** What comes next, and when. */
  readonly next: (MilestoneId & { readonly dueAt: Temporal.Instant }) | undefined;
}

export interface WelcomePost extends GroupPost {
  readonly kind: 'welcome';
}

export interface NoticePost extends GroupPost {
  readonly kind: 'notice';
  readonly notice: ModeratorNotice;
  /** The post that it is about, where it is about one. */
  readonly about: OutboxRecord | undefined;
}

/** About a period, for one member alone. */
interface PrivatePost {
  /** The member's, as far as it is known. */
  readonly language: string;
  readonly marks: readonly string[];
  /** Undefined: they learn alone. */
  readonly group: StudyGroup | undefined;
  readonly period: PeriodResult['period'];
}

export interface ReminderPost extends PrivatePost {
  readonly kind: 'reminder';
  readonly occasion: ReminderKind;
}

export interface NudgePost extends PrivatePost {
  readonly kind: 'nudge';
  readonly partnerUserId: string;
}

/** Tells an author that a moderator hid their check-in. */
export interface HiddenNote extends Omit<PrivatePost, 'period'> {
  readonly kind: 'hidden-note';
  readonly checkInId: string;
  readonly period: StoredPeriod;
}

/** For one of two members who may become partners, or have. */
export interface PairNotePost {
  readonly kind: 'pair-note';
  readonly language: string;
  readonly marks: readonly string[];
  readonly note: 'asked' | 'accepted';
  /** The other one's, on Discord. */
  readonly partnerUserId: string;
  readonly group: StudyGroup;
}

/** For a member who may be able to help. */
export interface HelpWishPost {
  readonly kind: 'help-wish';
  readonly language: string;
  readonly requestId: string;
  /** Of whoever is stuck, on Discord. */
  readonly askerId: string;
  readonly stepTitle: string;
  readonly words: string | undefined;
  readonly group: StudyGroup;
}

/** A milestone that is shown among the events of the server. */
export interface ServerEventReading {
  readonly group: StudyGroup;
  /** In the group's language. */
  readonly roadmap: Roadmap;
  readonly id: MilestoneId;
  readonly at: Temporal.Instant;
}
