import { nextOf } from '../domain/milestone-post.ts';
import type { BreakPost } from '../domain/post-reading.ts';
import type { Temporal } from '../lib/temporal.ts';
import { findGroupBreak, findOpenPause } from '../store/group-break-store.ts';
import { listMilestones } from '../store/milestone-store.ts';
import type { Deps } from './deps.ts';

/** What the channel is told of a break, as it stands now. */
export async function readBreak(
  { db }: Pick<Deps, 'db'>,
  parts: Pick<BreakPost, 'group' | 'roadmap' | 'marks'>,
  breakId: string,
  now: Temporal.Instant,
): Promise<BreakPost | undefined> {
  const found = await findGroupBreak(db, breakId);
  if (!found) return undefined;
  const { isTakenBack, ...rest } = found;
  const rows = await listMilestones(db, parts.group.id);
  const next = nextOf(rows, now, await findOpenPause(db, parts.group.id));
  return { kind: 'break-notice', ...parts, rest, isTakenBack, next };
}
