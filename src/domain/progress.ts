import type { Temporal } from '../lib/temporal.ts';
import { type BuildTask, hoursOfStep, type Roadmap, type Step, type Topic } from './roadmap.ts';

/**
 * Progress is kept under item ids: `step`, `step/topic`, and `step/build` for the build task.
 * A step that is done counts whole, whatever its topics say; one that was set aside leaves the total.
 */
export const itemStates = ['open', 'started', 'done', 'aside'] as const;
export type ItemState = (typeof itemStates)[number];

/** What is stored about an item; items without a record are open. */
export interface ItemRecord {
  readonly itemId: string;
  readonly state: Exclude<ItemState, 'open'>;
  readonly since: Temporal.Instant;
}

/** Since when a record stands, and the event that set it. */
export interface RecordMark {
  readonly since: Temporal.Instant;
  readonly eventId: string;
}

/** `from` and `to` are what is stored under this very id, which may be a former one. */
export interface ItemChange {
  readonly itemId: string;
  readonly from: ItemState;
  readonly to: ItemState;
  /** Of the record that it replaces or removes, so that an undo brings that back whole. */
  readonly replaces?: RecordMark;
  /** Of the record that an undo brings back. */
  readonly restores?: RecordMark;
}

/** One thing a member did; its changes belong together and are undone together. */
export interface ProgressEvent {
  readonly id: string;
  readonly memberId: string;
  readonly at: Temporal.Instant;
  readonly changes: readonly ItemChange[];
  /** The event that this one takes back. */
  readonly undoes: string | undefined;
}

/** A topic or the build task of a step, with whether it is ticked. */
export interface ItemProgress {
  readonly id: string;
  readonly title: string;
  readonly hours: number;
  readonly isDone: boolean;
  /** The ids under which its record may stand: its own first, then former ones (`was`). */
  readonly recordIds: readonly string[];
}

export interface Hours {
  readonly done: number;
  readonly total: number;
}

export interface StepProgress {
  readonly step: Step;
  /** As its member sees it: an open step with a tick in it is started. */
  readonly state: ItemState;
  /** What is stored about the step itself. */
  readonly recorded: ItemState;
  readonly recordIds: readonly string[];
  /** Topics in learning order, then the build task. */
  readonly items: readonly ItemProgress[];
  readonly hours: Hours;
}

export interface Progress {
  readonly steps: readonly StepProgress[];
  /** Over all steps that were not set aside. */
  readonly hours: Hours;
  /** The first step that is neither done nor set aside; undefined at the end of the road. */
  readonly current: StepProgress | undefined;
}

export function topicItemId(step: Step, topic: Topic): string {
  return `${step.id}/${topic.id}`;
}

export function buildItemId(step: Step): string {
  return `${step.id}/build`;
}

/** Adds records up. Retired items are not looked at; a former id (`was`) counts for the item that took its place. */
export function summariseProgress(roadmap: Roadmap, records: Iterable<ItemRecord>): Progress {
  const states = new Map([...records].map((record) => [record.itemId, record.state]));
  const steps = roadmap.steps.map((step) => summariseStep(step, states));
  return {
    steps,
    hours: hoursOf(steps),
    current: steps.find((step) => step.state !== 'done' && step.state !== 'aside'),
  };
}

/** The hours of several steps together, without those that were set aside. */
export function hoursOf(steps: readonly StepProgress[]): Hours {
  const counted = steps.filter((step) => step.state !== 'aside');
  return {
    done: counted.reduce((sum, step) => sum + step.hours.done, 0),
    total: counted.reduce((sum, step) => sum + step.hours.total, 0),
  };
}

export function findStepProgress(progress: Progress, stepId: string): StepProgress | undefined {
  return progress.steps.find(({ step }) => step.id === stepId);
}

/** The step to which any of these records belongs. Undefined where it was retired. */
export function stepOfRecords({ steps }: Progress, recordIds: readonly string[]): StepProgress | undefined {
  return steps.find((step) =>
    [step, ...step.items].some((entry) => entry.recordIds.some((id) => recordIds.includes(id))),
  );
}

/** An item with the step it belongs to. */
export interface ItemOfStep extends ItemProgress {
  readonly step: Step;
}

/**
 * Tonight's topic: the first item that is not ticked, of the steps that are neither done nor set aside. It need not be
 * of the current step: one that was opened again may have every tick in it.
 */
export function nextItem({ steps }: Progress): ItemOfStep | undefined {
  return steps
    .filter(({ state }) => state !== 'done' && state !== 'aside')
    .flatMap(({ step, items }) => items.filter(({ isDone }) => !isDone).map((item) => ({ ...item, step })))[0];
}

type States = ReadonlyMap<string, ItemState>;

function summariseStep(step: Step, states: States): StepProgress {
  const recordIds = [step.id, ...step.was];
  const recorded = stateOf(states, recordIds);
  const isWhole = recorded === 'done';
  const items = itemsOf(step).map((item) => ({
    ...item,
    isDone: isWhole || stateOf(states, item.recordIds) === 'done',
  }));
  const done = items.reduce((sum, item) => sum + (item.isDone ? item.hours : 0), 0);
  const state = recorded === 'open' && done > 0 ? 'started' : recorded;
  return { step, state, recorded, recordIds, items, hours: { done, total: hoursOfStep(step) } };
}

/** The state of the first of these ids that has one. */
function stateOf(states: States, ids: readonly string[]): ItemState {
  for (const id of ids) {
    const state = states.get(id);
    if (state !== undefined) return state;
  }
  return 'open';
}

function itemsOf(step: Step): Omit<ItemProgress, 'isDone'>[] {
  const { build }: { readonly build: BuildTask } = step;
  const topics = step.topics.map((topic) => {
    const id = topicItemId(step, topic);
    const formerIds = [...topic.was, ...step.was.map((former) => `${former}/${topic.id}`)];
    return { id, title: topic.title, hours: topic.hours, recordIds: [id, ...formerIds] };
  });
  const buildIds = [buildItemId(step), ...step.was.map((former) => `${former}/build`)];
  return [...topics, { id: buildItemId(step), title: build.title, hours: build.hours, recordIds: buildIds }];
}
