import type { Temporal } from '../lib/temporal.ts';

/** A day as Discord shows it to each reader in their own zone. */
export function dayOf(instant: Temporal.Instant): string {
  return stamp(instant, 'D');
}

/** The same with the hour. */
export function momentOf(instant: Temporal.Instant): string {
  return stamp(instant, 'f');
}

/** How far away it is: "in 3 days". */
export function distanceOf(instant: Temporal.Instant): string {
  return stamp(instant, 'R');
}

function stamp(instant: Temporal.Instant, style: 'D' | 'f' | 'R'): string {
  return `<t:${Math.floor(instant.epochMilliseconds / 1000)}:${style}>`;
}
