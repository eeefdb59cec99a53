import { mayRemove, type RemovalOutcome } from '../domain/public-message.ts';
import { deletePublicMessage, findPublicMessage } from '../store/public-message-store.ts';
import type { Deps } from './deps.ts';

export interface RemovePublicMessageInput {
  readonly messageId: string;
  readonly userId: string;
  readonly managesServer: boolean;
}

/** Decides whether this person may remove a shared screen, and forgets it if so. The router takes it away. */
export async function removePublicMessage(deps: Deps, input: RemovePublicMessageInput): Promise<RemovalOutcome> {
  return deps.db.transaction().execute(async (trx) => {
    const message = await findPublicMessage(trx, input.messageId);
    if (!mayRemove(message, input)) return { kind: 'not-yours' };
    await deletePublicMessage(trx, input.messageId);
    return { kind: 'removed' };
  });
}
