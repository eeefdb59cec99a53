import { DefaultRestOptions, REST } from 'discord.js';

/** How long a request may take, in milliseconds: far less than the lease of what it delivers. */
const TIMEOUT = 15_000;

export interface DeliveryRestParts {
  readonly apiUrl: string;
  readonly token: string;
  /** Resolves when one more request may leave. It is asked last of all: nothing comes between it and the wire. */
  leave(): Promise<void>;
}

/**
 * For what the bot sends unasked, beside the client's own: discord.js would send a post again by itself after a lost
 * answer, and it would stand there twice. Here every failure comes back at once.
 */
export function createDeliveryRest({ apiUrl, token, leave }: DeliveryRestParts): REST {
  return new REST({
    version: '10',
    api: apiUrl,
    retries: 0,
    timeout: TIMEOUT,
    rejectOnRateLimit: () => true,
    globalRequestsPerSecond: Number.POSITIVE_INFINITY, // `leave` keeps to that; counting here would refuse a few.
    async makeRequest(url, init) {
      await leave();
      return DefaultRestOptions.makeRequest(url, init);
    },
  }).setToken(token);
}
