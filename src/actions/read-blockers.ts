import { blockersOf, type Recap } from '../domain/recap.ts';
import type { StoredPeriod } from '../domain/stored-period.ts';
import type { StudyGroup } from '../domain/study-group.ts';
import type { Temporal } from '../lib/temporal.ts';
import { findPeriod } from '../store/period-store.ts';
import { listCheckInsOfRecap } from '../store/recap-store.ts';
import { findStudyGroup } from '../store/study-group-store.ts';
import type { Deps } from './deps.ts';
import { hideDeletedCards } from './hide-deleted-card.ts';

export interface ReadBlockersInput {
  readonly serverId: string | undefined;
  readonly periodId: string;
  /** How many blockers come before those that are shown. */
  readonly from: number;
  readonly now: Temporal.Instant;
}

/** All who asked for help in a period, as it stands now. */
export interface BlockersReading {
  readonly group: StudyGroup;
  readonly period: StoredPeriod;
  readonly blockers: Recap['blockers'];
}

/** Undefined for a period of another server, of nobody, or of somebody who learns alone. */
export async function readBlockers(
  deps: Deps,
  { serverId, periodId, from, now }: ReadBlockersInput,
): Promise<BlockersReading | undefined> {
  const period = await findPeriod(deps.db, periodId);
  const group = period?.groupId === undefined ? undefined : await findStudyGroup(deps.db, period.groupId);
  if (!period || !group || group.serverId !== serverId) return undefined;
  await hideDeletedCards(deps, { periodId, from, now });
  return { group, period, blockers: blockersOf(await listCheckInsOfRecap(deps.db, periodId)) };
}
