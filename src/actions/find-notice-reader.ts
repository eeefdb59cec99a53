import type { StudyGroup } from '../domain/study-group.ts';
import { findPrivateChat } from '../store/check-in-setting-store.ts';
import type { Deps } from './deps.ts';

/**
 * Who is told privately what a group's moderators have to know, and in which chat, where that is known. Undefined when
 * they take no messages, or are gone.
 */
export async function findNoticeReader(
  { db }: Pick<Deps, 'db'>,
  { actorId }: Pick<StudyGroup, 'actorId'>,
): Promise<{ readonly userId: string; readonly channelId: string | undefined } | undefined> {
  if (actorId === undefined) return undefined;
  const { channelId, closedAt } = await findPrivateChat(db, actorId);
  return closedAt === undefined ? { userId: actorId, channelId } : undefined;
}
