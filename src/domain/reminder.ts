import { Temporal } from '../lib/temporal.ts';
import type { ReminderStrength } from './member.ts';
import type { Period } from './period.ts';
import { localDate } from './plan-days.ts';
import { instantAt } from './wall-time.ts';

/** Hours of the day in which a member is left alone, on their own clock; over midnight where `from` is the later one. */
export interface QuietHours {
  /** Included. */
  readonly from: Temporal.PlainTime;
  /** Not included. */
  readonly to: Temporal.PlainTime;
}

/** `prompt`: with the prompt. `last-hours`: shortly before the end. `grace`: after it. `snoozed`: as asked for. */
export type ReminderKind = 'prompt' | 'last-hours' | 'grace' | 'snoozed';

export interface Reminder {
  readonly kind: ReminderKind;
  readonly at: Temporal.Instant;
  /** Later it is not sent any more: it is of no use then, or quiet hours have begun. */
  readonly until: Temporal.Instant;
}

export interface ReminderInput {
  readonly period: Pick<Period, 'opensAt' | 'promptAt' | 'closesAt' | 'graceEndsAt'>;
  readonly strength: ReminderStrength;
  /** The member's own. */
  readonly zone: string;
  readonly quiet: QuietHours | undefined;
  /** Nothing before it, and one then; of this very period. */
  readonly snoozedUntil: Temporal.Instant | undefined;
}

/** How long before the end, and before the end of the grace, somebody is reminded once more. */
export const LAST_HOURS = 3;

/** How long before the end two partners are nudged of whom neither has checked in. */
export const NUDGE_HOURS = 4;

/** Two reminders of one period are at least so many minutes apart. */
const APART = 60;

/**
 * When a member is to be reminded of a period, the earliest first. Quiet hours move a reminder to their end or, where
 * that is too late, to just before they began; where neither lies in its window, it is dropped. For a period that is
 * kept or at rest nobody is reminded: do not ask.
 */
export function remindersOf({ period, strength, zone, quiet, snoozedUntil }: ReminderInput): Reminder[] {
  const { graceEndsAt } = period;
  const snoozed: readonly WantedReminder[] = snoozedUntil
    ? [{ kind: 'snoozed', at: snoozedUntil, from: snoozedUntil, until: graceEndsAt }]
    : [];
  const wanted = [...snoozed, ...wantedReminders(period, strength)].filter(
    ({ at }) => !snoozedUntil || compare(at, snoozedUntil) >= 0,
  );
  const reminders: Reminder[] = [];
  for (const one of strength === 'off' ? [] : wanted) {
    const at = outsideQuietHours(one, zone, quiet);
    const last = reminders.at(-1);
    const isFarEnough = at && (!last || compare(at, last.at.add({ minutes: APART })) >= 0);
    const isAwake = at && (!snoozedUntil || compare(at, snoozedUntil) >= 0);
    if (isFarEnough && isAwake) reminders.push({ kind: one.kind, at, until: endOf(one, at, zone, quiet) });
  }
  return reminders;
}

/**
 * When a member is nudged whose partner has not checked in either. Undefined where quiet hours leave no room for it, and
 * where they put it off: then they are reminded when they said.
 */
export function nudgeOf({
  period: { opensAt, closesAt },
  zone,
  quiet,
  snoozedUntil,
}: Omit<ReminderInput, 'strength'>): Omit<Reminder, 'kind'> | undefined {
  const wanted = { at: closesAt.subtract({ hours: NUDGE_HOURS }), from: opensAt, until: closesAt };
  const at = outsideQuietHours(wanted, zone, quiet);
  const isAwake = at && (!snoozedUntil || compare(at, snoozedUntil) >= 0);
  return isAwake ? { at, until: endOf(wanted, at, zone, quiet) } : undefined;
}

/** Until when a reminder can be put off, the first that there is still time for: a day, or a few hours. */
export function snoozeChoices(now: Temporal.Instant): Temporal.Instant[] {
  return [24, 3, 1].map((hours) => now.add({ hours }));
}

/** Whether this moment lies in the quiet hours. */
export function isQuiet(moment: Temporal.Instant, zone: string, quiet: QuietHours | undefined): boolean {
  if (!quiet) return false;
  const time = moment.toZonedDateTimeISO(zone).toPlainTime();
  const isAfterStart = compareTimes(time, quiet.from) >= 0;
  const isBeforeEnd = compareTimes(time, quiet.to) < 0;
  return compareTimes(quiet.from, quiet.to) <= 0 ? isAfterStart && isBeforeEnd : isAfterStart || isBeforeEnd;
}

/** A reminder with the window that it may be moved in; `until` is no longer part of it. */
interface WantedReminder extends Reminder {
  readonly from: Temporal.Instant;
}

function wantedReminders(period: ReminderInput['period'], strength: ReminderStrength): WantedReminder[] {
  const { opensAt, promptAt, closesAt, graceEndsAt } = period;
  const running = { from: opensAt, until: closesAt };
  const inGrace = { from: closesAt, until: graceEndsAt };
  const all: readonly WantedReminder[] = [
    { kind: 'prompt', at: promptAt, ...running },
    { kind: 'last-hours', at: closesAt.subtract({ hours: LAST_HOURS }), ...running },
    { kind: 'grace', at: graceEndsAt.subtract({ hours: LAST_HOURS }), ...inGrace },
  ];
  return all.slice(0, countOf[strength]);
}

const countOf: Readonly<Record<ReminderStrength, number>> = { off: 0, light: 1, standard: 2, active: 3 };

function outsideQuietHours(
  { at, from, until }: Omit<WantedReminder, 'kind'>,
  zone: string,
  quiet: QuietHours | undefined,
): Temporal.Instant | undefined {
  const choices =
    quiet && isQuiet(at, zone, quiet) ? [nextTime(quiet.to, at, zone), beforeStartOf(quiet, at, zone)] : [at];
  return choices.find(
    (moment) => compare(moment, from) >= 0 && compare(moment, until) < 0 && !isQuiet(moment, zone, quiet),
  );
}

/** Until when a reminder of this moment is sent, where something delays it. */
function endOf(
  { until }: Pick<WantedReminder, 'until'>,
  at: Temporal.Instant,
  zone: string,
  quiet: QuietHours | undefined,
): Temporal.Instant {
  if (!quiet || compareTimes(quiet.from, quiet.to) === 0) return until;
  const start = nextTime(quiet.from, at, zone);
  return compare(start, until) < 0 ? start : until;
}

/** The first moment after this one at which the clock there shows this. */
function nextTime(time: Temporal.PlainTime, moment: Temporal.Instant, zone: string): Temporal.Instant {
  const today = instantAt(localDate(moment, zone), time, zone);
  return compare(today, moment) > 0 ? today : instantAt(localDate(moment, zone).add({ days: 1 }), time, zone);
}

/** The last minute before the quiet hours that hold this moment. */
function beforeStartOf(quiet: QuietHours, moment: Temporal.Instant, zone: string): Temporal.Instant {
  const today = instantAt(localDate(moment, zone), quiet.from, zone);
  const start =
    compare(today, moment) <= 0 ? today : instantAt(localDate(moment, zone).subtract({ days: 1 }), quiet.from, zone);
  return start.subtract({ minutes: 1 });
}

const compare = Temporal.Instant.compare;
const compareTimes = Temporal.PlainTime.compare;
