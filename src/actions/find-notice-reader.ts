import type { StudyGroup } from '../domain/study-group.ts';
import { findPrivateChat } from '../store/check-in-setting-store.ts';
import type { Deps } from './deps.ts';

/** Who is told privately what a group's moderators have to know. Undefined when they take no messages, or are gone. */
export async function findNoticeReader(
  { db }: Pick<Deps, 'db'>,
  { actorId }: Pick<StudyGroup, 'actorId'>,
): Promise<string | undefined> {
  if (actorId === undefined) return undefined;
  return (await findPrivateChat(db, actorId)).closedAt === undefined ? actorId : undefined;
}
