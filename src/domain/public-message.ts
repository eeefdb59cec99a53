import type { Temporal } from '../lib/temporal.ts';

/** A screen that a person showed to a channel. */
export interface PublicMessage {
  readonly messageId: string;
  readonly channelId: string;
  readonly serverId: string;
  /** Who shared it. */
  readonly userId: string;
  readonly sharedAt: Temporal.Instant;
}

export type RemovalOutcome = { readonly kind: 'allowed' } | { readonly kind: 'not-yours' };

/** Whoever shared a screen may remove it, and so may whoever manages the server. */
export function mayRemove(
  message: PublicMessage | undefined,
  person: { readonly userId: string; readonly managesServer: boolean },
): boolean {
  return person.managesServer || message?.userId === person.userId;
}
