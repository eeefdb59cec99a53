/** Where the playground takes the time from. Milliseconds since 1970. Injected, so that tests and faster time are possible. */
export interface Clock {
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };
