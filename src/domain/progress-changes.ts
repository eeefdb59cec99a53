import { Temporal } from '../lib/temporal.ts';
import {
  type ItemChange,
  type ItemRecord,
  type ItemState,
  type Progress,
  type ProgressEvent,
  type StepProgress,
  summariseProgress,
} from './progress.ts';
import type { Roadmap } from './roadmap.ts';

/** A record with the event that set it. */
export interface SetRecord extends ItemRecord {
  readonly eventId: string;
}

/** Everything that is stored about one member's items, by item id. */
export type Records = ReadonlyMap<string, SetRecord>;

export function recordsOf(list: readonly SetRecord[]): Records {
  return new Map(list.map((record) => [record.itemId, record]));
}

/** What a member asked for on a step's page: exactly these items are to be set, all others stay as they are. */
export interface TickRequest {
  readonly tick: readonly string[];
  readonly untick: readonly string[];
}

/**
 * The changes that setting items of a step makes. Ticking the last one finishes the step, unticking one of a finished
 * step opens it again. A step that was set aside stays so: what is ticked in it counts once it is open again.
 */
export function changesOfTicks(
  roadmap: Roadmap,
  records: Records,
  { step, state, items }: StepProgress,
  { tick, untick }: TickRequest,
): ItemChange[] {
  const ticked = items.filter((item) => !item.isDone && tick.includes(item.id));
  const unticked = items.filter((item) => item.isDone && untick.includes(item.id));
  const wanted = new Map<string, ItemState>([
    ...ticked.map(({ id }): [string, ItemState] => [id, 'done']),
    ...unticked.map(({ id }): [string, ItemState] => [id, 'open']),
  ]);
  const isWhole = unticked.length === 0 && items.every((item) => item.isDone || ticked.includes(item));
  if (isWhole && ticked.length > 0 && state !== 'aside') wanted.set(step.id, 'done');
  if (state === 'done' && unticked.length > 0) wanted.set(step.id, 'started');
  return changesTowards(roadmap, records, wanted);
}

/** The changes that setting a whole step makes. Finishing it ticks what is left of it; nothing else moves a tick. */
export function changesOfStep(
  roadmap: Roadmap,
  records: Records,
  { step, state, items }: StepProgress,
  to: ItemState,
): ItemChange[] {
  if (state === to) return [];
  const ticks = to === 'done' ? items.filter((item) => !item.isDone) : [];
  const wanted = new Map<string, ItemState>([
    [step.id, to],
    ...ticks.map(({ id }): [string, ItemState] => [id, 'done']),
  ]);
  return changesTowards(roadmap, records, wanted);
}

/**
 * The changes that take an event back: each record that still is as the event left it becomes what it was before.
 * What was changed again since then is left alone: it was done knowingly, later.
 * `later`: the member's events after this one, without those that were undone and without undoings.
 */
export function changesOfUndo(event: ProgressEvent, records: Records, later: readonly ProgressEvent[]): ItemChange[] {
  const changedLater = new Set(later.flatMap((one) => one.changes.map(({ itemId }) => itemId)));
  return event.changes.flatMap(({ itemId, from, to, replaces }): ItemChange[] => {
    const record = records.get(itemId);
    const isUntouched = record ? record.eventId === event.id : to === 'open' && !changedLater.has(itemId);
    if (!isUntouched) return [];
    return [{ ...changeOf(records, itemId, from), ...(replaces ? { restores: replaces } : {}) }];
  });
}

/** The history is read by time, so an event is later than the one before it, also where the clock went back. */
export function timeOfEvent(last: Temporal.Instant | undefined, now: Temporal.Instant): Temporal.Instant {
  const next = last?.add({ milliseconds: 1 });
  return next && Temporal.Instant.compare(now, next) < 0 ? next : now;
}

/** The records after changes that an event made. */
export function applyChanges(
  records: Records,
  changes: readonly ItemChange[],
  event: { readonly id: string; readonly at: Temporal.Instant },
): Records {
  const after = new Map(records);
  for (const { itemId, to, restores } of changes) {
    const mark = restores ?? { since: event.at, eventId: event.id };
    if (to === 'open') after.delete(itemId);
    else after.set(itemId, { itemId, state: to, ...mark });
  }
  return after;
}

/** Sets what is wanted, by item id, and nothing else: what would move along with it gets a record of its own. */
function changesTowards(roadmap: Roadmap, records: Records, wanted: ReadonlyMap<string, ItemState>): ItemChange[] {
  const before = settingsOf(summariseProgress(roadmap, records.values()));
  const asked = before.flatMap(({ id, recordIds }) => {
    const to = wanted.get(id);
    return to === undefined ? [] : changesOfItem(records, recordIds, to);
  });
  const after = settingsOf(summariseProgress(roadmap, applyChanges(records, asked, nobody).values()));
  const moved = before.filter(({ id, state }, index) => !wanted.has(id) && state !== after[index]?.state);
  return [...asked, ...moved.flatMap(({ recordIds, state }) => changesOfItem(records, recordIds.slice(0, 1), state))];
}

const nobody = { id: '', at: undefined as never }; // The trial looks at states alone.

interface Setting {
  readonly id: string;
  readonly recordIds: readonly string[];
  readonly state: ItemState;
}

/** All that can be set: each step, and each item in it. */
function settingsOf({ steps }: Progress): Setting[] {
  return steps.flatMap(({ step, recordIds, recorded, items }) => [
    { id: step.id, recordIds, state: recorded },
    ...items.map((item): Setting => ({ ...item, state: item.isDone ? 'done' : 'open' })),
  ]);
}

/** Opening takes away every record that counts for the item, also those under former ids. */
function changesOfItem(records: Records, recordIds: readonly string[], to: ItemState): ItemChange[] {
  if (to === 'open') return recordIds.filter((id) => records.has(id)).map((id) => changeOf(records, id, to));
  return recordIds.slice(0, 1).flatMap((id) => (records.get(id)?.state === to ? [] : [changeOf(records, id, to)]));
}

function changeOf(records: Records, itemId: string, to: ItemState): ItemChange {
  const record = records.get(itemId);
  if (!record) return { itemId, from: 'open', to };
  return { itemId, from: record.state, to, replaces: { since: record.since, eventId: record.eventId } };
}
