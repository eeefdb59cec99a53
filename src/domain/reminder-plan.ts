import { Temporal } from '../lib/temporal.ts';
import type { Member } from './member.ts';
import type { PeriodResult } from './member-periods.ts';
import type { OutboxEntry } from './outbox.ts';
import { nudgeOf, type Reminder, type ReminderInput, type ReminderKind, remindersOf } from './reminder.ts';

/** A member who is looked at, and what they may be reminded of. */
export interface ReminderLookInput extends Omit<ReminderInput, 'period' | 'snoozedUntil'> {
  /** Those that have opened and can still be checked in for. */
  readonly periods: readonly PeriodResult['period'][];
  readonly snooze: { readonly periodId: string; readonly until: Temporal.Instant } | undefined;
  /** Undefined: they have no partner. */
  readonly pairId: string | undefined;
  /** When this look was due, and when it is done: what falls in between is due. */
  readonly from: Temporal.Instant;
  readonly now: Temporal.Instant;
}

/** Something to send, if the period is neither kept nor at rest. */
export type DueReminder = { readonly period: PeriodResult['period'] } & Omit<Reminder, 'kind'> &
  ({ readonly kind: ReminderKind } | { readonly kind: 'nudge'; readonly pairId: string });

/** How long nothing is looked at where no period has opened, in hours. */
const LONGEST_WAIT = 24;

/**
 * What a member is to be reminded of now, and when to look again. Of each period at most two are due, the nudge before
 * the reminder: the first that is wanted is sent, and it stands for the other. Nothing that changes outside of their
 * settings brings a reminder forward by more than a period, which is when they are looked at again.
 */
export function planReminders(input: ReminderLookInput): {
  readonly due: readonly (readonly DueReminder[])[];
  readonly nextAt: Temporal.Instant;
} {
  const { periods, from, now } = input;
  const planned = periods.map((period) => [nudgesFor(period, input), remindersFor(period, input)]);
  const isDue = ({ at, until }: DueReminder) =>
    compare(at, from) >= 0 && compare(at, now) <= 0 && compare(now, until) < 0;
  const due = planned.map((kinds) => kinds.flatMap((reminders) => reminders.findLast(isDue) ?? []));
  const coming = [...planned.flat(2).map(({ at }) => at), ...periods.map(({ closesAt }) => closesAt)];
  const [nextAt] = coming.filter((moment) => compare(moment, now) > 0).toSorted(compare);
  return { due, nextAt: nextAt ?? now.add({ hours: LONGEST_WAIT }) };
}

function remindersFor(period: PeriodResult['period'], input: ReminderLookInput): DueReminder[] {
  return remindersOf({ ...input, period, snoozedUntil: snoozedUntil(period, input) }).map((one) => ({
    ...one,
    period,
  }));
}

function nudgesFor(period: PeriodResult['period'], input: ReminderLookInput): DueReminder[] {
  const { pairId } = input;
  if (pairId === undefined) return [];
  const nudge = nudgeOf({ ...input, period, snoozedUntil: snoozedUntil(period, input) });
  return nudge ? [{ kind: 'nudge', pairId, period, ...nudge }] : [];
}

function snoozedUntil({ id }: PeriodResult['period'], { snooze }: ReminderLookInput): Temporal.Instant | undefined {
  return snooze?.periodId === id ? snooze.until : undefined;
}

/** A reminder or a nudge for the outbox. Its key names the member, the period and the occasion: it comes once. */
export function reminderEntry(
  due: DueReminder,
  member: Pick<Member, 'id' | 'serverId' | 'userId'>,
  now: Temporal.Instant,
): OutboxEntry {
  const { period, until } = due;
  const step = reminderStep(due);
  const order =
    due.kind === 'nudge'
      ? ({ kind: 'nudge', periodId: period.id, pairId: due.pairId } as const)
      : ({ kind: 'reminder', periodId: period.id, step } as const);
  return {
    key: `${period.id}.m.${member.id}.${step}`,
    // In a private chat with one person it need not say who that is, and a custom id is short.
    marks: [`${period.id}.m.${step}`],
    order,
    serverId: member.serverId,
    groupId: undefined, // What a group posts is its moderators' business, and this is not.
    memberId: member.id,
    userId: member.userId,
    dueAt: now,
    notAfter: until.subtract({ milliseconds: 1 }),
  };
}

/** The period that the mark of a reminder names. */
export function periodIdOfMark(mark: string): string {
  return mark.split('.m.')[0] ?? '';
}

/** "p", "l", "g", "w", or "z" with the minute until which it was put off: that may happen several times. */
function reminderStep({ kind, at }: Pick<DueReminder, 'kind' | 'at'>): string {
  return kind === 'snoozed' ? `z${Math.floor(at.epochMilliseconds / 60_000).toString(36)}` : stepOf[kind];
}

const stepOf = { prompt: 'p', 'last-hours': 'l', grace: 'g', nudge: 'w' } as const;

/** What occasion a step names. */
export function reminderKindOf(step: string): ReminderKind {
  if (step.startsWith('z')) return 'snoozed';
  return step === 'l' ? 'last-hours' : step === 'g' ? 'grace' : 'prompt';
}

const compare = Temporal.Instant.compare;
