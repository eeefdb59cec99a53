import { DEFAULT_HOURS } from './member.ts';
import { hoursOfMonths, type StudyGroup } from './study-group.ts';

/** What somebody has chosen so far on the join card. Everything is preselected: one press joins. */
export interface JoinCard {
  /** Undefined: not sure yet. */
  readonly trackId: string | undefined;
  /** Hours a week. */
  readonly hours: number;
  /** IANA name. */
  readonly zone: string;
  /** The study group to join. Undefined: alone. */
  readonly groupId: string | undefined;
  /** The draft of what was pressed before joining. */
  readonly resumeId: string | undefined;
}

/** The kind of draft that a card is kept in. */
export const JOIN_CARD = 'join-card';

/** The hours a week that the card offers; any other number from 1 to 60 can be typed. */
export const offeredHours = [5, 8, 10, 15, 20] as const;
export const FEWEST_HOURS = 1;
export const MOST_HOURS = 60;

/** The card as it is first shown: hours by the group's pace, and its zone unless the person named one. */
export function newJoinCard(
  { given, guessed }: { readonly given: string | undefined; readonly guessed: string },
  group: StudyGroup | undefined,
  resumeId: string | undefined,
): JoinCard {
  const zone = given ?? group?.schedule.zone ?? guessed;
  return { trackId: undefined, hours: hoursWith(group), zone, groupId: group?.id, resumeId };
}

/** Why one of several groups is preselected. */
export interface GroupHints {
  /** The one whose button was pressed. */
  readonly asked?: string | undefined;
  /** The one they were in when they left. */
  readonly before?: string | undefined;
  /** Where they are. */
  readonly channelId?: string | undefined;
}

/** The group that is preselected: asked for, or theirs before, or of this channel, or the newest. `groups`: oldest first. */
export function preselectGroup(groups: readonly StudyGroup[], hints: GroupHints): StudyGroup | undefined {
  return (
    groups.find(({ id }) => id === hints.asked) ??
    groups.find(({ id }) => id === hints.before) ??
    groups.findLast(({ channelId }) => channelId === hints.channelId) ??
    groups.at(-1)
  );
}

/** Another group, or none. What the card had from the group before follows; what was chosen by hand stays. */
export function withGroup(card: JoinCard, before: StudyGroup | undefined, after: StudyGroup | undefined): JoinCard {
  const hours = card.hours === hoursWith(before) ? hoursWith(after) : card.hours;
  const zone = before && after && card.zone === before.schedule.zone ? after.schedule.zone : card.zone;
  return { ...card, hours, zone, groupId: after?.id };
}

function hoursWith(group: StudyGroup | undefined): number {
  return group ? hoursOfMonths[group.schedule.months] : DEFAULT_HOURS;
}

/** A whole number of hours a week that a person typed, or undefined where it is none in range. */
export function readHours(typed: string): number | undefined {
  const hours = /^\s*\d{1,2}\s*h?\s*$/i.test(typed) ? Number.parseInt(typed, 10) : Number.NaN;
  return hours >= FEWEST_HOURS && hours <= MOST_HOURS ? hours : undefined;
}
