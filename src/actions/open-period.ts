import { isOpenState } from '../domain/outbox.ts';
import { starterEntry, starterKey } from '../domain/period-order.ts';
import type { StoredPeriod } from '../domain/stored-period.ts';
import type { StudyGroup } from '../domain/study-group.ts';
import type { Temporal } from '../lib/temporal.ts';
import type { Db } from '../store/database.ts';
import { findOutboxRecord, insertOutboxEntry, renewOutboxEntry } from '../store/outbox-store.ts';
import { insertPeriod } from '../store/period-store.ts';

/**
 * Writes a period down and orders the message on which its thread hangs, so that a check-in can appear there. Where
 * that message never came about, or its thread was deleted, it is ordered anew. Done twice, it leads to the same.
 */
export async function ensureStarter(
  trx: Db,
  group: Pick<StudyGroup, 'id' | 'serverId'>,
  period: StoredPeriod,
  now: Temporal.Instant,
): Promise<void> {
  await insertPeriod(trx, period);
  const entry = starterEntry(group, period, { isPrompt: false, dueAt: now });
  const found = await findOutboxRecord(trx, starterKey(period.id));
  const isOver = found && !isOpenState(found.state) && !period.thread;
  await (isOver ? renewOutboxEntry(trx, entry, now) : insertOutboxEntry(trx, entry, now));
}
