import type { Member } from '../domain/member.ts';
import { findStepProgress, type ItemChange, type StepProgress, summariseProgress } from '../domain/progress.ts';
import { applyChanges, type Records, recordsOf, timeOfEvent } from '../domain/progress-changes.ts';
import type { ProgressOutcome } from '../domain/progress-outcome.ts';
import type { Roadmap } from '../domain/roadmap.ts';
import type { Temporal } from '../lib/temporal.ts';
import type { Db } from '../store/database.ts';
import { findLastEventTime, insertProgressEvent, listItemRecords } from '../store/progress-store.ts';
import type { Deps } from './deps.ts';
import { readPage } from './read-page.ts';

export interface ChangeProgressInput {
  readonly member: Pick<Member, 'id'>;
  /** The step's id, or its title as somebody typed it. */
  readonly step: string;
  readonly language: string;
  readonly now: Temporal.Instant;
}

/** Decides the changes of one step from how it stands. */
export type DecideChanges = (roadmap: Roadmap, records: Records, step: StepProgress) => readonly ItemChange[];

/** Changes progress in one step: one event, and the records that it leads to. Where nothing changes, nothing is written. */
export async function changeProgress(
  deps: Deps,
  input: ChangeProgressInput,
  decide: DecideChanges,
): Promise<ProgressOutcome> {
  return deps.db.transaction().execute((trx) => changeProgressIn(trx, deps, input, decide));
}

/** The same inside a transaction that is open already. */
export async function changeProgressIn(
  trx: Db,
  deps: Deps,
  { member, step: typed, language, now }: ChangeProgressInput,
  decide: DecideChanges,
): Promise<ProgressOutcome> {
  const reading = readPage(deps, language, 'step', typed);
  if (reading.kind === 'unknown') return { kind: 'unknown-step', reading };
  const { roadmap, page } = reading;
  const records = recordsOf(await listItemRecords(trx, member.id, roadmap.id));
  const before = summariseProgress(roadmap, records.values());
  const changes = decide(roadmap, records, getStep(before, page.id));
  if (changes.length === 0) return { kind: 'unchanged', roadmap, progress: before, step: getStep(before, page.id) };
  const at = timeOfEvent(await findLastEventTime(trx, member.id, roadmap.id), now);
  const event = { id: deps.newId(), memberId: member.id, at, changes, undoes: undefined };
  const after = applyChanges(records, changes, event);
  await insertProgressEvent(trx, roadmap.id, event, after);
  const progress = summariseProgress(roadmap, after.values());
  return { kind: 'changed', roadmap, progress, step: getStep(progress, page.id), eventId: event.id, changes };
}

function getStep(progress: Parameters<typeof findStepProgress>[0], id: string): StepProgress {
  const step = findStepProgress(progress, id);
  if (!step) throw new Error(`The roadmap has no step ${id}`);
  return step;
}
