import type { Temporal } from '../lib/temporal.ts';
import { findPrivateChat, noteToldOfClosedChat } from '../store/check-in-setting-store.ts';
import type { Deps } from './deps.ts';

/**
 * Whether a person is to be told now that they could not be written to. True once for each time that it happened, also
 * of several presses at once. Asked at every press, so it writes only when there is something to tell.
 */
export async function tellClosedChat(
  { db }: Pick<Deps, 'db'>,
  { userId, now }: { readonly userId: string; readonly now: Temporal.Instant },
): Promise<boolean> {
  const { closedAt, toldAt } = await findPrivateChat(db, userId);
  return closedAt !== undefined && toldAt === undefined && noteToldOfClosedChat(db, userId, now);
}
