import { Temporal } from './temporal.ts';

/** An instant as the database keeps it: UTC with exactly three decimals, so that text order is time order. */
export function toStoredInstant(instant: Temporal.Instant): string {
  return instant.toString({ fractionalSecondDigits: 3 });
}

/** Reads what `toStoredInstant` wrote. @throws RangeError for any other text. */
export function fromStoredInstant(text: string): Temporal.Instant {
  const instant = Temporal.Instant.from(text);
  if (toStoredInstant(instant) !== text) throw new RangeError(`"${text}" is no instant as the database keeps it`);
  return instant;
}
