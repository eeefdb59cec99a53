import type { GroupProblem } from '../domain/group-problems.ts';
import type { StudyGroup } from '../domain/study-group.ts';
import type { Deps } from './deps.ts';
import { findNoticeReader } from './find-notice-reader.ts';

/** Without a channel for notices somebody has to be there who can be told privately. */
export async function findReaderProblems(
  deps: Pick<Deps, 'db'>,
  group: Pick<StudyGroup, 'actorId' | 'noticeChannelId'>,
): Promise<GroupProblem[]> {
  if (group.noticeChannelId !== undefined) return [];
  return (await findNoticeReader(deps, group)) === undefined ? [{ kind: 'no-reader' }] : [];
}
