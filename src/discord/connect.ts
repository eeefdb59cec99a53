import { type Client, DiscordAPIError, DiscordjsError, DiscordjsErrorCodes, HTTPError } from 'discord.js';
import type { Clock } from '../domain/clock.ts';
import { loginAndWait } from './client.ts';
import type { Logger } from './log.ts';

/** Discord refused us for a reason that waiting does not cure. The message says what to do. */
export class ConnectError extends Error {
  override readonly name = 'ConnectError';
}

export interface ConnectParts {
  readonly token: string;
  readonly clock: Clock;
  readonly log: Logger;
  /** Ends the waiting when the program is stopped. */
  readonly signal: AbortSignal;
  /** A fresh client for each attempt: one that failed to log in has destroyed itself. */
  createClient(): Client;
}

/** Seconds between attempts: they double up to a minute. */
const FIRST_WAIT = 2;
const LONGEST_WAIT = 60;

/**
 * Logs in, and waits and tries again while Discord cannot be reached. Undefined when it was stopped meanwhile.
 * @throws ConnectError for a token that Discord does not know.
 */
export async function connect(parts: ConnectParts): Promise<Client<true> | undefined> {
  const { token, clock, log, signal } = parts;
  for (let wait = FIRST_WAIT; !signal.aborted; wait = Math.min(wait * 2, LONGEST_WAIT)) {
    const client = parts.createClient();
    try {
      return await loginAndWait(client, token);
    } catch (error) {
      await client.destroy();
      if (isWrongToken(error)) throw new ConnectError(WRONG_TOKEN, { cause: error });
      if (!isPassing(error)) throw error;
      log.warn({ reason: reasonOf(error) }, `Discord cannot be reached. Trying again in ${wait} seconds.`);
      await clock.wait(wait * 1000, signal);
    }
  }
  return undefined;
}

const WRONG_TOKEN =
  'Discord does not accept the token in DISCORD_TOKEN. Make a new one at https://discord.com/developers/applications (your application, Bot, Reset Token), set it, and start again.';

function isWrongToken(error: unknown): boolean {
  return (
    (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) ||
    (error instanceof DiscordAPIError && error.status === 401)
  );
}

/** A failure of the network or of Discord, as against one of ours. */
function isPassing(error: unknown): boolean {
  if (error instanceof DiscordAPIError) return error.status === 429 || error.status >= 500;
  if (error instanceof HTTPError) return true;
  return error instanceof Error && !(error instanceof DiscordjsError) && networkCode(error) !== undefined;
}

/** The code of the system or of undici, which may lie one level down. */
function networkCode(error: Error): string | undefined {
  if ('code' in error && typeof error.code === 'string') return error.code;
  if (error.cause instanceof Error) return networkCode(error.cause);
  return error.name === 'AbortError' ? error.name : undefined;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? (networkCode(error) ?? error.message) : String(error);
}
