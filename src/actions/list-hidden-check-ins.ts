import { HIDDEN_ON_SCREEN, type HiddenCheckIns } from '../domain/group-report.ts';
import type { StudyGroup } from '../domain/study-group.ts';
import type { Temporal } from '../lib/temporal.ts';
import { listHiddenCheckIns as listIds } from '../store/hidden-check-in-store.ts';
import { findMemberById } from '../store/member-store.ts';
import { checkPresence } from './check-presence.ts';
import type { Deps } from './deps.ts';
import { findPlacedCheckIn } from './find-check-in.ts';

/**
 * What moderators hid in a group, the newest first; those after the end are those at the beginning. Whoever has left
 * the server is not named.
 */
export async function listHiddenCheckIns(
  deps: Deps,
  { group, skipped, now }: { readonly group: StudyGroup; readonly skipped: number; readonly now: Temporal.Instant },
): Promise<HiddenCheckIns> {
  const ids = await listIds(deps.db, { groupId: group.id, skipped, limit: HIDDEN_ON_SCREEN + 1 });
  if (ids.length === 0 && skipped > 0) return listHiddenCheckIns(deps, { group, skipped: 0, now });
  const entries: HiddenCheckIns['entries'][number][] = [];
  for (const id of ids.slice(0, HIDDEN_ON_SCREEN)) {
    const placed = await findPlacedCheckIn(deps.db, id);
    const author = placed && (await findMemberById(deps.db, placed.checkIn.memberId));
    if (!placed || !author) continue;
    const isGone = author.leftAt !== undefined || (await checkPresence(deps, author, now)) === 'gone';
    entries.push({ ...placed, authorId: isGone ? undefined : author.userId });
  }
  return { group, entries, skipped, hasOlder: ids.length > HIDDEN_ON_SCREEN };
}
