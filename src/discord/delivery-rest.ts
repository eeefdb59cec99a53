import { REST } from 'discord.js';

/** How long a request may take, in milliseconds: far less than the lease of what it delivers. */
const TIMEOUT = 15_000;

/**
 * For what the bot sends unasked, beside the client's own: discord.js would send a post again by itself after a lost
 * answer, and it would stand there twice. Here every failure comes back at once.
 */
export function createDeliveryRest(apiUrl: string, token: string): REST {
  return new REST({ version: '10', api: apiUrl, retries: 0, timeout: TIMEOUT, rejectOnRateLimit: () => true }).setToken(
    token,
  );
}
