import { recapEntry, recapUntil } from '../domain/period-order.ts';
import { makeRecap } from '../domain/recap.ts';
import type { RecapState, StoredPeriod } from '../domain/stored-period.ts';
import { Temporal } from '../lib/temporal.ts';
import type { Db } from '../store/database.ts';
import { insertOutboxEntry } from '../store/outbox-store.ts';
import { setRecapState } from '../store/period-state-store.ts';
import { findPeriod } from '../store/period-store.ts';
import { listCheckInsOfRecap } from '../store/recap-store.ts';
import { findStudyGroup } from '../store/study-group-store.ts';
import type { Deps } from './deps.ts';

/** Orders the recaps of these periods in one transaction. An empty period gets none, and one that is very late. */
export async function orderRecaps(
  { db }: Pick<Deps, 'db'>,
  periodIds: readonly string[],
  now: Temporal.Instant,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const id of periodIds) {
      const period = await findPeriod(trx, id);
      // Asked anew: another process may have been quicker.
      if (period?.recapState === 'due') await setRecapState(trx, id, await orderRecap(trx, period, now));
    }
  });
}

/** Returns what became of it. */
async function orderRecap(trx: Db, period: StoredPeriod, now: Temporal.Instant): Promise<RecapState> {
  const group = period.groupId === undefined ? undefined : await findStudyGroup(trx, period.groupId);
  if (!makeRecap(await listCheckInsOfRecap(trx, period.id), [])) return 'empty';
  if (!group || group.archivedAt || Temporal.Instant.compare(recapUntil(period), now) < 0) return 'missed';
  await insertOutboxEntry(trx, recapEntry(group, period), now);
  return 'posted';
}
