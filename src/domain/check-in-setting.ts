import { Temporal } from '../lib/temporal.ts';
import type { QuietHours } from './reminder.ts';

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

/** The private chat with a person: one, whatever servers they are in. */
export interface PrivateChat {
  /** Undefined: never opened. */
  readonly channelId: string | undefined;
  /** When a message could not be delivered because they take none. Undefined: it is open, as far as anybody knows. */
  readonly closedAt: Temporal.Instant | undefined;
  /** When they were told so. */
  readonly toldAt: Temporal.Instant | undefined;
}
