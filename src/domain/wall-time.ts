import type { Temporal } from '../lib/temporal.ts';

/**
 * The instant at which the wall clock there shows this. A time that a clock change skips: the first moment after the
 * gap. One that happens twice: the first.
 */
export function instantAt(date: Temporal.PlainDate, time: Temporal.PlainTime, zone: string): Temporal.Instant {
  const asked = date.toPlainDateTime(time);
  const first = asked.toZonedDateTime(zone, { disambiguation: 'earlier' });
  if (first.toPlainDateTime().equals(asked)) return first.toInstant();
  // In a gap Temporal goes back by its length, to before it, and has no choice that means its end.
  const end = first.getTimeZoneTransition('next');
  if (!end) throw new Error(`${zone} skips ${asked} without a clock change.`);
  return end.toInstant();
}
