import type { Temporal } from '../lib/temporal.ts';
import { findNextPeriodMoment, listPeriodLooks } from '../store/period-look-store.ts';
import { listDuePrompts, listDueRecaps } from '../store/period-state-store.ts';
import type { Deps } from './deps.ts';
import { openPeriods } from './open-periods.ts';

/** More than the groups of any bot that runs as one process. */
const MOST = 100_000;

type Store = Pick<Deps, 'db'>;

/** Groups of which a period opens. No other is looked at. */
export function listGroupsToOpen({ db }: Store, now: Temporal.Instant): Promise<string[]> {
  return listPeriodLooks(db, now);
}

/** Writes down what opens in these groups, in one transaction. */
export async function openPeriodsOf({ db }: Store, groupIds: readonly string[], now: Temporal.Instant): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const groupId of groupIds) await openPeriods(trx, groupId, now);
  });
}

/** Periods whose prompt is due. */
export function listPromptsToOrder({ db }: Store, now: Temporal.Instant): Promise<string[]> {
  return listDuePrompts(db, now, MOST);
}

/** Periods whose recap is due. */
export function listRecapsToOrder({ db }: Store, now: Temporal.Instant): Promise<string[]> {
  return listDueRecaps(db, now, MOST);
}

/** When any of this is due next. */
export function findNextPeriodDue({ db }: Store): Promise<Temporal.Instant | undefined> {
  return findNextPeriodMoment(db);
}
