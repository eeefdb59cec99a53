import type { Temporal } from '../lib/temporal.ts';

/** A person in one server who has joined Cairn there. */
export interface Member {
  readonly id: string;
  readonly serverId: string;
  readonly userId: string;
  readonly joinedAt: Temporal.Instant;
  /** When they left; coming back clears it and finds everything. */
  readonly leftAt: Temporal.Instant | undefined;
  /** When they last used the bot. */
  readonly seenAt: Temporal.Instant;
  /** Undefined: not sure yet. */
  readonly trackId: string | undefined;
  /** Undefined: as in their Discord. */
  readonly language: string | undefined;
  readonly progressVisibility: ProgressVisibility;
  readonly reminders: ReminderStrength;
  /** The pace that is in force now. */
  readonly pace: Pace;
}

/** Who sees which steps are done. */
export const progressVisibilities = ['nobody', 'group', 'server'] as const;
export type ProgressVisibility = (typeof progressVisibilities)[number];

export const reminderStrengths = ['off', 'light', 'standard', 'active'] as const;
export type ReminderStrength = (typeof reminderStrengths)[number];

/** How many hours a week a member plans, and on which clock they live. */
export interface Pace {
  readonly validFrom: Temporal.Instant;
  /** Hours a week, 1 to 60. */
  readonly hours: number;
  /** IANA name. */
  readonly zone: string;
}

/** A span in which one member rests: whole days in their zone, both ends included. */
export interface Pause {
  readonly id: string;
  readonly firstDay: Temporal.PlainDate;
  readonly lastDay: Temporal.PlainDate;
}

/** A server for which the private chat can act. */
export interface ChatServer {
  readonly id: string;
  /** Undefined while the bot cannot reach it. */
  readonly name: string | undefined;
}

/** Hours a week of somebody who learns alone and says nothing else. */
export const DEFAULT_HOURS = 10;

/** What the bot knows of whoever acts. */
export type Standing =
  | { readonly kind: 'member'; readonly member: Member }
  /** Never joined here, or left. In the private chat: joined nowhere. */
  | { readonly kind: 'stranger' }
  /** In the private chat, with several servers and none chosen yet. */
  | { readonly kind: 'which-server' };
