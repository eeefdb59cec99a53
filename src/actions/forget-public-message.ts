import { deletePublicMessage } from '../store/public-message-store.ts';
import type { Deps } from './deps.ts';

/** Forgets a shared screen that is gone. */
export async function forgetPublicMessage(deps: Deps, messageId: string): Promise<void> {
  await deletePublicMessage(deps.db, messageId);
}
