import { mayRemove, type RemovalOutcome } from '../domain/public-message.ts';
import { findPublicMessage } from '../store/public-message-store.ts';
import type { Deps } from './deps.ts';

export interface DecideRemovalInput {
  readonly messageId: string;
  readonly userId: string;
  readonly managesServer: boolean;
}

/** Decides whether this person may remove a shared screen. The router takes it away; then it is forgotten. */
export async function decideRemoval(deps: Deps, input: DecideRemovalInput): Promise<RemovalOutcome> {
  const message = await findPublicMessage(deps.db, input.messageId);
  return mayRemove(message, input) ? { kind: 'allowed' } : { kind: 'not-yours' };
}
