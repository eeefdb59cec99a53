import type { StoredPeriod } from '../domain/stored-period.ts';
import type { StudyGroup } from '../domain/study-group.ts';
import type { Temporal } from '../lib/temporal.ts';
import type { Db } from '../store/database.ts';
import { insertOutboxEntry } from '../store/outbox-store.ts';
import { insertPeriod } from '../store/period-store.ts';

/** Writes a period down and orders the message on which its thread hangs. Done twice, it leads to the same. */
export async function ensureStarter(
  trx: Db,
  group: Pick<StudyGroup, 'id' | 'serverId'>,
  period: StoredPeriod,
  now: Temporal.Instant,
): Promise<void> {
  await insertPeriod(trx, period);
  const key = `${period.id}.s`;
  const entry = {
    key,
    marks: [key],
    order: { kind: 'starter', periodId: period.id, isPrompt: false },
    serverId: group.serverId,
    groupId: group.id,
    memberId: undefined,
    userId: undefined,
    dueAt: now,
    notAfter: undefined,
  } as const;
  await insertOutboxEntry(trx, entry, now);
}
