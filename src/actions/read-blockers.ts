import { blockersOf, type Recap } from '../domain/recap.ts';
import type { StoredPeriod } from '../domain/stored-period.ts';
import type { StudyGroup } from '../domain/study-group.ts';
import { findPeriod } from '../store/period-store.ts';
import { listCheckInsOfRecap } from '../store/recap-store.ts';
import { findStudyGroup } from '../store/study-group-store.ts';
import type { Deps } from './deps.ts';

/** All who asked for help in a period, as it stands now. */
export interface BlockersReading {
  readonly group: StudyGroup;
  readonly period: StoredPeriod;
  readonly blockers: Recap['blockers'];
}

/** Undefined for a period of another server, of nobody, or of somebody who learns alone. */
export async function readBlockers(
  { db }: Pick<Deps, 'db'>,
  serverId: string | undefined,
  periodId: string,
): Promise<BlockersReading | undefined> {
  const period = await findPeriod(db, periodId);
  const group = period?.groupId === undefined ? undefined : await findStudyGroup(db, period.groupId);
  if (!period || !group || group.serverId !== serverId) return undefined;
  return { group, period, blockers: blockersOf(await listCheckInsOfRecap(db, periodId)) };
}
