import type { Temporal } from '../lib/temporal.ts';
import { localDate, type Span } from './plan-days.ts';

/** Days without a sign of somebody after which they are welcomed back. */
const AWAY_DAYS = 14;

/** Whether this is the first sign of a member after so long that they are told where they stopped. */
export function isBackAfterAway(seenAt: Temporal.Instant, now: Temporal.Instant): boolean {
  return now.since(seenAt).total('hours') >= AWAY_DAYS * 24;
}

/** The whole days between the last sign of a member, or their leaving, and today; undefined where there is none. */
export function daysAway(seenAt: Temporal.Instant, now: Temporal.Instant, zone: string): Span | undefined {
  const firstDay = localDate(seenAt, zone).add({ days: 1 });
  const lastDay = localDate(now, zone).subtract({ days: 1 });
  return firstDay.until(lastDay).days >= 0 ? { firstDay, lastDay } : undefined;
}
