import type { Progress } from '../domain/progress.ts';
import type { Roadmap } from '../domain/roadmap.ts';
import type { Deps } from './deps.ts';
import { type ReadStandingInput, readStanding } from './find-standing.ts';
import { readMemberProgress } from './read-member-progress.ts';

/**
 * How far somebody is on this roadmap, for screens that anybody may read. Undefined for whoever has not joined.
 * Reading does not count as being seen: whoever comes back after long is still to be welcomed.
 */
export async function findProgress(
  deps: Deps,
  who: ReadStandingInput,
  roadmap: Roadmap,
): Promise<Progress | undefined> {
  const standing = await readStanding(deps, who);
  return standing.kind === 'member' ? readMemberProgress(deps, roadmap, standing.member.id) : undefined;
}
