import { Temporal } from '../lib/temporal.ts';

/** Where copies of the database are kept, as the daily job sees it. */
export interface Backups {
  /** When the newest daily copy was made. */
  newestDaily(): Temporal.Instant | undefined;
  /** Makes a daily copy, checks it, and removes the oldest ones. Other work goes on meanwhile. */
  makeDaily(now: Temporal.Instant): Promise<void>;
}

const HOURS_BETWEEN = 24;

/** One copy a day, counted from the newest: a bot that was off makes one as soon as it is on again. */
export function isBackupDue(newest: Temporal.Instant | undefined, now: Temporal.Instant): boolean {
  return newest === undefined || Temporal.Instant.compare(newest.add({ hours: HOURS_BETWEEN }), now) <= 0;
}
