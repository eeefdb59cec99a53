import { type CheckIn, isPublic } from '../domain/check-in.ts';
import type { StoredPeriod } from '../domain/stored-period.ts';
import type { StudyGroup } from '../domain/study-group.ts';
import type { Db } from '../store/database.ts';
import { findHelpRequest } from '../store/help-store.ts';
import { findLastPeriod } from '../store/period-store.ts';
import { findStudyGroup } from '../store/study-group-store.ts';
import { findPlacedCheckIn } from './find-check-in.ts';

/** What is in whose way, and where. */
export interface FoundBlocker {
  readonly memberId: string;
  readonly words: string | undefined;
  /** Of a request. */
  readonly stepId?: string;
  readonly group: StudyGroup;
  /** Where they said so, else the newest. */
  readonly period: StoredPeriod | undefined;
  /** Of a check-in. */
  readonly card?: CheckIn['card'];
}

/** A check-in that asks for help, or a request of its own. Undefined when it was taken back or settled meanwhile. */
export async function findBlocker(db: Db, blockerId: string): Promise<FoundBlocker | undefined> {
  const placed = await findPlacedCheckIn(db, blockerId);
  if (placed) {
    const { checkIn, group, period } = placed;
    if (!group || !checkIn.asksForHelp || !isPublic(checkIn)) return undefined;
    return { memberId: checkIn.memberId, words: checkIn.obstacle, group, period, card: checkIn.card };
  }
  const request = await findHelpRequest(db, blockerId);
  const group = request && !request.settledAt ? await findStudyGroup(db, request.groupId) : undefined;
  if (!request || !group) return undefined;
  const { memberId, words, stepId } = request;
  return { memberId, words, stepId, group, period: await findLastPeriod(db, group.id) };
}
