import type { StudyGroup } from '../domain/study-group.ts';
import { isAfter } from '../lib/is-after.ts';
import type { Temporal } from '../lib/temporal.ts';
import { findPrivateChat } from '../store/check-in-setting-store.ts';
import type { Deps } from './deps.ts';

/**
 * Who is told privately what a group's moderators have to know, and in which chat, where that is known. Undefined when
 * they take no messages, or are gone. `forgiven`: what was refused before that counts no more.
 */
export async function findNoticeReader(
  { db }: Pick<Deps, 'db'>,
  { actorId }: Pick<StudyGroup, 'actorId'>,
  forgiven?: Temporal.Instant,
): Promise<{ readonly userId: string; readonly channelId: string | undefined } | undefined> {
  if (actorId === undefined) return undefined;
  const { channelId, closedAt } = await findPrivateChat(db, actorId);
  const isOpen = !closedAt || (forgiven !== undefined && isAfter(forgiven, closedAt));
  return isOpen ? { userId: actorId, channelId } : undefined;
}
