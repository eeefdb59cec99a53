import { isPublic } from '../domain/check-in.ts';
import type { PeriodErrand } from '../domain/period-order.ts';
import type { ReadPost } from '../domain/post-reading.ts';
import { isCardBefore } from '../store/card-order-store.ts';
import { findMemberById } from '../store/member-store.ts';
import type { Deps } from './deps.ts';
import { findPlacedCheckIn } from './find-check-in.ts';
import { findThreadPlace } from './find-thread-place.ts';
import { readRoadmap } from './read-roadmap.ts';

/**
 * A check-in as it stands now. Of several orders for one check-in, which somebody took back and wrote anew, the first
 * makes the card. One that was sent perhaps is looked for also when nobody may read it any more.
 */
export async function readCard(deps: Deps, { record, order, group }: PeriodErrand<'card'>): Promise<ReadPost> {
  const placed = await findPlacedCheckIn(deps.db, order.checkInId);
  const author = placed && (await findMemberById(deps.db, placed.checkIn.memberId));
  if (!placed || !author) return { kind: 'dropped' };
  const { checkIn, period } = placed;
  const isUnwanted = !isPublic(checkIn) || checkIn.card !== undefined;
  if (isUnwanted && record.attempts === 0) return { kind: 'dropped' };
  if (await isCardBefore(deps.db, record)) return { kind: 'waiting' };
  const found = await findThreadPlace(deps, group, period);
  if (found.kind !== 'place') return found;
  const roadmap = readRoadmap(deps, group.language);
  const parts = { group, roadmap, marks: record.marks, period, checkIn, authorId: author.userId };
  return { ...found, kind: 'ready', reading: { kind: 'card', ...parts }, isUnwanted };
}
