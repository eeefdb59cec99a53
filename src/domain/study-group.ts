import type { Temporal } from '../lib/temporal.ts';

/** A cohort in one server that walks the roadmap together. */
export interface StudyGroup {
  /** Short, made at random, and part of the keys of its posts. */
  readonly id: string;
  readonly serverId: string;
  readonly name: string;
  /** Where its posts appear. */
  readonly channelId: string;
  readonly channelKind: GroupChannelKind;
  /** For a forum that demands one. */
  readonly forumTagId: string | undefined;
  /** Of its posts, such as "en". */
  readonly language: string;
  readonly moderatorRoleId: string | undefined;
  /** Given at join and taken at leave. */
  readonly memberRoleId: string | undefined;
  /** Pinged by its posts; undefined: nobody is. */
  readonly pingRoleId: string | undefined;
  /** Where moderators are told what went wrong; undefined: whoever set it up is told privately. */
  readonly noticeChannelId: string | undefined;
  /** Whether the next milestones are shown as scheduled events of the server. */
  readonly showsEvents: boolean;
  /** Who set it up; undefined when they had their data deleted. */
  readonly actorId: string | undefined;
  readonly createdAt: Temporal.Instant;
  readonly archivedAt: Temporal.Instant | undefined;
  /** The schedule in force. */
  readonly schedule: GroupSchedule;
}

export const groupChannelKinds = ['text', 'announcement', 'forum'] as const;
export type GroupChannelKind = (typeof groupChannelKinds)[number];

/** When a group does what. Versioned: a new one holds from `validFrom` on and rewrites nothing before it. */
export interface GroupSchedule {
  readonly validFrom: Temporal.Instant;
  /** IANA name. */
  readonly zone: string;
  /** The day of the kick-off. */
  readonly startDay: Temporal.PlainDate;
  readonly months: GroupMonths;
  /** The hour of its posts, on its own clock. */
  readonly postTime: Temporal.PlainTime;
  readonly rhythm: Rhythm;
}

/** How long a group takes for the roadmap. */
export const groupMonths = [8, 16] as const;
export type GroupMonths = (typeof groupMonths)[number];

/** How often a group checks in. */
export const rhythms = ['weekly', 'twice-weekly', 'two-weekly', 'daily'] as const;
export type Rhythm = (typeof rhythms)[number];

/** Hours a week that a group of this length plans, preselected for whoever joins it. */
export const hoursOfMonths: Readonly<Record<GroupMonths, number>> = { 8: 15, 16: 8 };

/** A span in which the whole group rests: whole days in its zone, both ends included. */
export interface GroupBreak {
  readonly id: string;
  readonly groupId: string;
  /** A break is announced with both its days; a pause is begun and ended by hand. */
  readonly kind: 'break' | 'pause';
  readonly firstDay: Temporal.PlainDate;
  /** Undefined: a pause that has not ended. */
  readonly lastDay: Temporal.PlainDate | undefined;
  /** Whether later posts move by its length. */
  readonly shifts: boolean;
  /** When it was said. Of a pause when it began, and once it has ended when it did: nobody knew its length before. */
  readonly recordedAt: Temporal.Instant;
}

/** Whether it is a pause that lasts: nobody has ended it. */
export function isOpenPause({ kind, lastDay }: GroupBreak): boolean {
  return kind === 'pause' && lastDay === undefined;
}

/** That a member is, or was, in a group. At most one at a time in a server. */
export interface Membership {
  readonly id: string;
  readonly memberId: string;
  readonly groupId: string;
  readonly joinedAt: Temporal.Instant;
  readonly leftAt: Temporal.Instant | undefined;
}

/** A members' role that the bot gave to a person, or is about to. */
export interface GivenRole {
  readonly serverId: string;
  readonly userId: string;
  readonly roleId: string;
  /** Whether the newest order about it was carried out. */
  readonly isSettled: boolean;
}

/** Whether somebody may set up, announce and read what is for the moderators of this group. */
export function mayModerate(
  group: Pick<StudyGroup, 'moderatorRoleId'>,
  person: { readonly managesServer: boolean; readonly roleIds: readonly string[] },
): boolean {
  return (
    person.managesServer || (group.moderatorRoleId !== undefined && person.roleIds.includes(group.moderatorRoleId))
  );
}

/** An id for a group: short enough that the keys of four posts fit one custom id. */
export function shortId(newId: () => string): string {
  return newId().replaceAll('-', '').slice(0, 12);
}
