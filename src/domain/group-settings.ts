import { takeGraphemes } from '../lib/graphemes.ts';
import { Temporal } from '../lib/temporal.ts';
import { type DayContext, readDay } from './pause-days.ts';
import { localDate } from './plan-days.ts';
import type { GroupChannelKind, GroupSchedule, StudyGroup } from './study-group.ts';

/** What moderators decide about a group: first on one card, later one by one. */
export type GroupSettings = Pick<StudyGroup, (typeof placeFields)[number]> &
  Pick<GroupSchedule, (typeof scheduleFields)[number]>;

const placeFields = [
  'name',
  'channelId',
  'channelKind',
  'forumTagId',
  'language',
  'moderatorRoleId',
  'memberRoleId',
  'pingRoleId',
  'noticeChannelId',
  'showsEvents',
] as const;

const scheduleFields = ['zone', 'startDay', 'months', 'postTime', 'rhythm'] as const;

export const LONGEST_GROUP_NAME = 50;

/** How many years ahead a group may be set up. */
const YEARS_AHEAD = 2;

const DEFAULT_POST_TIME = new Temporal.PlainTime(18, 0);

export interface NewGroup {
  readonly serverName: string;
  readonly channel: { readonly id: string; readonly kind: GroupChannelKind };
  readonly zone: string;
  readonly language: string;
  readonly now: Temporal.Instant;
}

/** A new group with everything preselected. */
export function newGroupSettings({ serverName, channel, zone, language, now }: NewGroup): GroupSettings {
  return {
    name: takeGraphemes(serverName.trim(), LONGEST_GROUP_NAME),
    channelId: channel.id,
    channelKind: channel.kind,
    forumTagId: undefined,
    language,
    moderatorRoleId: undefined,
    memberRoleId: undefined,
    pingRoleId: undefined,
    noticeChannelId: undefined,
    showsEvents: false,
    zone,
    startDay: nextMonday(localDate(now, zone)),
    months: 8,
    postTime: DEFAULT_POST_TIME,
    rhythm: 'weekly',
  };
}

/** The first Monday after this day. */
export function nextMonday(today: Temporal.PlainDate): Temporal.PlainDate {
  return today.add({ days: 8 - today.dayOfWeek });
}

export function settingsOf({ schedule, ...group }: StudyGroup): GroupSettings {
  const all = { ...group, ...schedule };
  return Object.fromEntries([...placeFields, ...scheduleFields].map((field) => [field, all[field]])) as GroupSettings;
}

/** The group with other settings. Its schedule is a new one from `now` on, where anything of it differs. */
export function withSettings(group: StudyGroup, settings: GroupSettings, now: Temporal.Instant): StudyGroup {
  const { zone, startDay, months, postTime, rhythm, ...place } = settings;
  const changed = changedFields(settingsOf(group), settings);
  const schedule = changed.some(isOfSchedule)
    ? { validFrom: now, zone, startDay, months, postTime, rhythm }
    : group.schedule;
  return { ...group, ...place, schedule };
}

/** Names of what differs, in a fixed order. */
export function changedFields(before: GroupSettings, after: GroupSettings): (keyof GroupSettings)[] {
  const written = (value: unknown) => (value === undefined ? '' : String(value));
  return [...placeFields, ...scheduleFields].filter((field) => written(before[field]) !== written(after[field]));
}

/** Whether a change of it can move dates. */
export function isOfSchedule(field: keyof GroupSettings): boolean {
  return scheduleFields.some((other) => other === field);
}

/** A name on one line, or undefined where nothing can be seen of it or it is too long. */
export function readGroupName(typed: string): string | undefined {
  const name = typed.replace(/\s+/g, ' ').trim();
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(name) && name.length <= LONGEST_GROUP_NAME ? name : undefined;
}

export type StartReading =
  | { readonly kind: 'read'; readonly day: Temporal.PlainDate }
  | { readonly kind: 'no-day' }
  /** Years ahead, or so long ago that the group would be at its end. */
  | { readonly kind: 'too-late' }
  | { readonly kind: 'over' };

/** The day of the kick-off that a person typed. The past is allowed for a group that is under way. */
export function readStart(typed: string, months: number, context: DayContext): StartReading {
  const day = readDay(typed, context);
  if (!day) return { kind: 'no-day' };
  const { compare } = Temporal.PlainDate;
  if (compare(day, context.today.add({ years: YEARS_AHEAD })) > 0) return { kind: 'too-late' };
  return compare(day.add({ months }), context.today) < 0 ? { kind: 'over' } : { kind: 'read', day };
}

/** A time of day that a person typed: `18:00`, `18.30`, `6 pm`, `6:30pm`, `18h`, `18`. Undefined where it is none. */
export function readTime(typed: string): Temporal.PlainTime | undefined {
  const [, hour, minute = '0', half] =
    /^(\d{1,2})(?:\s*[:.h]\s*(\d{2})?)?\s*(am|pm|a\.m\.|p\.m\.|uhr|h)?$/i.exec(typed.trim()) ?? [];
  if (hour === undefined || Number(minute) > 59) return undefined;
  const isHalf = /^[ap]/i.test(half ?? '');
  if (Number(hour) > (isHalf ? 12 : 23) || (isHalf && Number(hour) === 0)) return undefined;
  const afternoon = /^p/i.test(half ?? '') ? 12 : 0;
  return new Temporal.PlainTime(isHalf ? (Number(hour) % 12) + afternoon : Number(hour), Number(minute));
}

/** A day and a time of day as they are kept in a card: "2026-03-02" and "18:00:00". */
export const dayWritten = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
export const timeWritten = (text: string): Temporal.PlainTime => Temporal.PlainTime.from(text);
