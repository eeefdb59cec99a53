import { Temporal } from '../lib/temporal.ts';
import { readTime } from './group-settings.ts';
import type { PrivateKind } from './outbox.ts';
import type { QuietHours } from './reminder.ts';
import type { StoredPeriod } from './stored-period.ts';

/** What a member decided about check-ins, beside the strength of their reminders. */
export interface CheckInSetting {
  readonly showsStreak: boolean;
  /** Whether they may be offered as a helper for steps that they have finished. */
  readonly helpsOthers: boolean;
  /** Undefined: reminders may come at any hour. */
  readonly quiet: QuietHours | undefined;
  /** When to remind them again, and of which period. */
  readonly snooze: { readonly periodId: string; readonly until: Temporal.Instant } | undefined;
  /** When reminders were offered: that is done once, after the first check-in. */
  readonly offeredAt: Temporal.Instant | undefined;
}

/** Until a member says otherwise. */
export const defaultCheckInSetting: CheckInSetting = {
  showsStreak: true,
  helpsOthers: false,
  quiet: { from: new Temporal.PlainTime(22), to: new Temporal.PlainTime(8) },
  snooze: undefined,
  offeredAt: undefined,
};

/** What somebody typed into the form for quiet hours. */
export interface TypedQuietHours {
  readonly from: string;
  readonly to: string;
}

export type QuietReading =
  /** Undefined: none, for both lines were empty, or they end as they begin. */
  { readonly kind: 'read'; readonly quiet: QuietHours | undefined } | { readonly kind: 'no-time' };

/** Forgives how hours are written: `22`, `22:00`, `10 pm`, `24:00`. */
export function readQuietHours(typed: TypedQuietHours): QuietReading {
  const [from, to] = [typed.from.trim(), typed.to.trim()];
  if (from === '' && to === '') return { kind: 'read', quiet: undefined };
  const [begins, ends] = [readHour(from), readHour(to)];
  if (!begins || !ends) return { kind: 'no-time' };
  return { kind: 'read', quiet: begins.equals(ends) ? undefined : { from: begins, to: ends } };
}

/** The day that ends at 24:00 goes on at 0:00. */
function readHour(text: string): Temporal.PlainTime | undefined {
  return /^24([:.h]?0{0,2})?$/.test(text) ? new Temporal.PlainTime(0) : readTime(text);
}

/** The private chat with a person: one, whatever servers they are in. */
export interface PrivateChat {
  /** Undefined: never opened. */
  readonly channelId: string | undefined;
  /** When a message could not be delivered because they take none. Undefined: it is open, as far as anybody knows. */
  readonly closedAt: Temporal.Instant | undefined;
  /** When they were told so. */
  readonly toldAt: Temporal.Instant | undefined;
  /** What could not be delivered, and is still to be told. */
  readonly missed: readonly MissedMessage[];
}

/** A private message that could not be delivered. */
export type MissedMessage = (
  | { readonly kind: Exclude<PrivateKind, 'hidden-note'> }
  | { readonly kind: 'hidden-note'; readonly checkInId: string }
) & {
  /** Whether that turned their reminders off. */
  readonly endsReminders: boolean;
};

/** What a person was to be told privately and could not be. */
export interface MissedNews {
  readonly kinds: readonly Exclude<PrivateKind, 'hidden-note'>[];
  readonly endsReminders: boolean;
  /** Of their check-ins that were hidden, and still are. */
  readonly hidden: readonly StoredPeriod[];
}
