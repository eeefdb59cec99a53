import type { PlacedCheckIn } from '../domain/check-in-outcome.ts';
import { findCheckIn } from '../store/check-in-store.ts';
import type { Db } from '../store/database.ts';
import { findPeriod } from '../store/period-store.ts';
import { findStudyGroup } from '../store/study-group-store.ts';

/** A check-in with its period and group. Undefined for one that is not there. */
export async function findPlacedCheckIn(db: Db, checkInId: string): Promise<PlacedCheckIn | undefined> {
  const checkIn = await findCheckIn(db, checkInId);
  const period = checkIn && (await findPeriod(db, checkIn.periodId));
  if (!period) return undefined;
  const group = period.groupId === undefined ? undefined : await findStudyGroup(db, period.groupId);
  return { checkIn, period, group };
}
