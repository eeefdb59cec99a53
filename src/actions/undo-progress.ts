import type { Member } from '../domain/member.ts';
import { stepOfRecords, summariseProgress } from '../domain/progress.ts';
import { applyChanges, changesOfUndo, recordsOf, timeOfEvent } from '../domain/progress-changes.ts';
import type { UndoOutcome } from '../domain/progress-outcome.ts';
import type { Temporal } from '../lib/temporal.ts';
import {
  findLastEventTime,
  findProgressEvent,
  insertProgressEvent,
  listItemRecords,
  listStandingEvents,
} from '../store/progress-store.ts';
import type { Deps } from './deps.ts';
import { readRoadmap } from './read-roadmap.ts';

export interface UndoProgressInput {
  readonly member: Pick<Member, 'id'>;
  readonly eventId: string;
  readonly language: string;
  readonly now: Temporal.Instant;
}

/** Takes one event of the member's back, once. What was changed again since then stays as it is. */
export async function undoProgress(
  deps: Deps,
  { member, eventId, language, now }: UndoProgressInput,
): Promise<UndoOutcome> {
  const roadmap = readRoadmap(deps, language);
  return deps.db.transaction().execute(async (trx): Promise<UndoOutcome> => {
    const records = recordsOf(await listItemRecords(trx, member.id, roadmap.id));
    const before = { roadmap, progress: summariseProgress(roadmap, records.values()) };
    const found = await findProgressEvent(trx, member.id, roadmap.id, eventId);
    if (!found) return { kind: 'unknown-event', ...before };
    const changed = found.event.changes.map(({ itemId }) => itemId);
    const step = stepOfRecords(before.progress, changed);
    if (found.isUndone) return { kind: 'already-undone', ...before, step };
    const later = await listStandingEvents(trx, member.id, roadmap.id, found.event.at);
    const changes = changesOfUndo(found.event, records, later);
    if (changes.length === 0) return { kind: 'overtaken', ...before, step };
    const at = timeOfEvent(await findLastEventTime(trx, member.id, roadmap.id), now);
    const event = { id: deps.newId(), memberId: member.id, at, changes, undoes: eventId };
    const after = applyChanges(records, changes, event);
    await insertProgressEvent(trx, roadmap.id, event, after);
    const progress = summariseProgress(roadmap, after.values());
    return { kind: 'undone', roadmap, progress, step: stepOfRecords(progress, changed) };
  });
}
