import type { Temporal } from '../lib/temporal.ts';

/** A day as Discord shows it to each reader in their own zone. */
export function dayOf(instant: Temporal.Instant): string {
  return `<t:${Math.floor(instant.epochMilliseconds / 1000)}:D>`;
}

/** A day with its hour, as Discord shows it to each reader in their own zone. */
export function momentOf(instant: Temporal.Instant): string {
  return `<t:${Math.floor(instant.epochMilliseconds / 1000)}:f>`;
}
