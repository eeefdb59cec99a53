import { eventsOf } from '../domain/event-plan.ts';
import { milestoneCode } from '../domain/milestone.ts';
import type { OutboxRecord } from '../domain/outbox.ts';
import type { StudyGroup } from '../domain/study-group.ts';
import { Temporal } from '../lib/temporal.ts';
import type { Db } from '../store/database.ts';
import { findOpenPause } from '../store/group-break-store.ts';
import { listMilestones } from '../store/milestone-store.ts';
import { listOutboxRecords, renewOutboxEntry } from '../store/outbox-store.ts';

/**
 * Has the scheduled events of a group follow its milestones: the next ones appear, moved ones move, and what is no
 * longer to come goes, for the time of a pause, too. Call it inside the transaction that changed them, and when a
 * milestone was bound to its post. `isReworded`: those that stay where they are say something else now, such as another
 * name of the group.
 */
export async function planEvents(trx: Db, group: StudyGroup, now: Temporal.Instant, isReworded = false): Promise<void> {
  const rows = eventsOf(group, await listMilestones(trx, group.id), now, await findOpenPause(trx, group.id));
  const wanted = new Map(rows.map((row) => [milestoneCode(row), row.dueAt.toString()]));
  const known = await knownEvents(trx, group.id);
  for (const code of new Set([...wanted.keys(), ...known.keys()])) {
    const at = wanted.get(code);
    const before = known.get(code);
    if (known.has(code) && before === at && !(isReworded && at)) continue;
    // What has begun ends by itself.
    if (at === undefined && before && Temporal.Instant.compare(Temporal.Instant.from(before), now) <= 0) continue;
    const key = eventKey(group.id, code);
    const order = { kind: 'event', code, ...(at === undefined ? {} : { at }) } as const;
    const nobody = { memberId: undefined, userId: undefined };
    const entry = { key, marks: [key], order, serverId: group.serverId, groupId: group.id, ...nobody };
    await renewOutboxEntry(trx, { ...entry, dueAt: now, notAfter: undefined }, now);
  }
}

/** For each event that was ever ordered the instant that was decided last; undefined where it was to go. */
async function knownEvents(trx: Db, groupId: string): Promise<Map<string, string | undefined>> {
  const records: readonly OutboxRecord[] = await listOutboxRecords(trx, groupId, 'event');
  return new Map(records.flatMap(({ order }) => (order.kind === 'event' ? [[order.code, order.at] as const] : [])));
}

function eventKey(groupId: string, code: string): string {
  return `${groupId}.v.${code}`;
}
