import type { Clock } from './clock.ts';

/** Discord's ids count milliseconds from the first second of 2015 (docs: Reference, Snowflakes). */
const discordEpoch = 1_420_070_400_000n;

/** Makes ids that carry the clock's time and are strictly increasing, also when the clock stands still or goes back. */
export function createSnowflakes(clock: Clock): () => string {
  let last = 0n;
  return () => {
    const fromClock = (BigInt(Math.trunc(clock.now())) - discordEpoch) << 22n;
    last = fromClock > last ? fromClock : last + 1n;
    return last.toString();
  };
}

/** Milliseconds since 1970 that a snowflake carries. */
export function timeOf(id: string): number {
  return Number((BigInt(id) >> 22n) + discordEpoch);
}
