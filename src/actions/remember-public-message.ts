import type { PublicMessage } from '../domain/public-message.ts';
import { insertPublicMessage } from '../store/public-message-store.ts';
import type { Deps } from './deps.ts';

/** Keeps who shared a screen, so that they can remove it. */
export async function rememberPublicMessage(deps: Deps, message: PublicMessage): Promise<void> {
  await insertPublicMessage(deps.db, message);
}
