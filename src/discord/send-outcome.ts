import { DiscordAPIError, RateLimitError, RESTJSONErrorCodes } from 'discord.js';
import type { SendOutcome } from '../domain/delivery-port.ts';

/** By Discord's code: what a refusal means. */
export type SendRefusal = Readonly<Record<number, SendOutcome>>;

const tooManyThreads: SendOutcome = { kind: 'blocked', problem: 'too-many-threads' };

/** https://discord.com/developers/docs/topics/opcodes-and-status-codes#json-json-error-codes */
const refusals: SendRefusal = {
  [RESTJSONErrorCodes.UnknownChannel]: { kind: 'blocked', problem: 'unknown-channel' },
  [RESTJSONErrorCodes.UnknownGuild]: { kind: 'blocked', problem: 'unknown-server' },
  [RESTJSONErrorCodes.MissingAccess]: { kind: 'blocked', problem: 'missing-access' },
  [RESTJSONErrorCodes.MissingPermissions]: { kind: 'blocked', problem: 'missing-permission' },
  40067: { kind: 'blocked', problem: 'tag-required' },
  [RESTJSONErrorCodes.MaximumActiveThreads]: tooManyThreads,
  [RESTJSONErrorCodes.MaximumActiveAnnouncementThreads]: tooManyThreads,
  [RESTJSONErrorCodes.CannotSendMessagesToThisUser]: { kind: 'failed', problem: 'closed-private-chat' },
  50278: { kind: 'failed', problem: 'closed-private-chat' }, // No server in common any more.
  40003: { kind: 'resting' },
};

/** What an error says about the request: refused, too many, or nobody knows. */
export function outcomeOf(error: unknown, own: SendRefusal = {}): SendOutcome {
  if (error instanceof RateLimitError) {
    return { kind: 'not-now', waitMs: error.retryAfter, isGlobal: error.global };
  }
  if (!(error instanceof DiscordAPIError)) return { kind: 'lost' };
  const code = Number(error.code);
  const known = own[code] ?? refusals[code];
  if (known) return known;
  return error.status === 401 || error.status === 429
    ? { kind: 'not-now', waitMs: 60_000, isGlobal: error.status === 401 }
    : { kind: 'failed', problem: 'refused' };
}
