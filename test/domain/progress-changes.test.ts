import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  findStepProgress,
  type ItemChange,
  type ItemState,
  itemStates,
  type Progress,
  type ProgressEvent,
  type StepProgress,
  summariseProgress,
} from '../../src/domain/progress.ts';
import {
  applyChanges,
  changesOfStep,
  changesOfTicks,
  changesOfUndo,
  type Records,
  timeOfEvent,
} from '../../src/domain/progress-changes.ts';
import { aRoadmap, aStep, aTopic, instant } from '../support/builders.ts';
import { theRecords } from '../support/progress-builders.ts';

/** Steps with former ids, one of which two topics share: it was split. */
const roadmap = aRoadmap({
  steps: [
    aStep({ id: 'sql', topics: [aTopic({ id: 'joins' }), aTopic({ id: 'indexes', was: ['sql/speed'] })] }),
    aStep({
      id: 'git',
      was: ['vcs'],
      topics: [aTopic({ id: 'commits', was: ['git/basics'] }), aTopic({ id: 'branches', was: ['git/basics'] })],
    }),
  ],
});
const everyId = ['sql', 'sql/joins', 'sql/indexes', 'sql/speed', 'sql/build', 'git', 'vcs', 'git/commits'];
const otherIds = ['git/branches', 'git/basics', 'git/build', 'vcs/build', 'cobol'];

const now = instant('2026-03-02T18:00Z');

const summarise = (records: Records): Progress => summariseProgress(roadmap, records.values());

function getStep(records: Records, id: string): StepProgress {
  const step = findStepProgress(summarise(records), id);
  if (!step) throw new Error(`no step ${id}`);
  return step;
}

const tick = (records: Records, step: string, ids: readonly string[]) =>
  changesOfTicks(roadmap, records, getStep(records, step), { tick: ids, untick: [] });
const untick = (records: Records, step: string, ids: readonly string[]) =>
  changesOfTicks(roadmap, records, getStep(records, step), { tick: [], untick: ids });
const set = (records: Records, step: string, to: ItemState) =>
  changesOfStep(roadmap, records, getStep(records, step), to);
const moves = (changes: readonly ItemChange[]) => changes.map(({ itemId, from, to }) => `${itemId} ${from}>${to}`);

const none = theRecords({});

describe('ticking', () => {
  test.each([
    { says: 'one topic', records: none, ids: ['sql/joins'], is: ['sql/joins open>done'] },
    { says: 'what is ticked', records: theRecords({ 'sql/joins': 'done' }), ids: ['sql/joins'], is: [] },
    { says: 'a former tick again', records: theRecords({ 'sql/speed': 'done' }), ids: ['sql/indexes'], is: [] },
    { says: 'an item of another step', records: none, ids: ['git/commits'], is: [] },
    {
      says: 'the last items, which finishes the step',
      records: theRecords({ 'sql/joins': 'done' }),
      ids: ['sql/indexes', 'sql/build'],
      is: ['sql open>done', 'sql/indexes open>done', 'sql/build open>done'],
    },
    {
      says: 'all of a step that was set aside, which stays so',
      records: theRecords({ sql: 'aside' }),
      ids: ['sql/joins', 'sql/indexes', 'sql/build'],
      is: ['sql/joins open>done', 'sql/indexes open>done', 'sql/build open>done'],
    },
  ])('$says', ({ records, ids, is }) => {
    expect(moves(tick(records, 'sql', ids))).toEqual(is);
  });

  test('an item that was split takes its former tick from one half and keeps it for the other', () => {
    const records = theRecords({ 'git/basics': 'done' });
    expect(moves(untick(records, 'git', ['git/commits']))).toEqual(['git/basics done>open', 'git/branches open>done']);
  });

  test('unticking one of a finished step opens it again and leaves the others ticked', () => {
    const records = theRecords({ sql: 'done', 'sql/joins': 'done' });
    const after = applyChanges(records, untick(records, 'sql', ['sql/joins']), { id: 'e', at: now });
    expect(getStep(after, 'sql')).toMatchObject({ state: 'started' });
    expect(getStep(after, 'sql').items.map(({ isDone }) => isDone)).toEqual([false, true, true]);
  });
});

describe('setting a step', () => {
  test.each<{ records: Records; to: ItemState; is: string[] }>([
    { records: none, to: 'started', is: ['sql open>started'] },
    { records: theRecords({ sql: 'started' }), to: 'started', is: [] },
    { records: theRecords({ 'sql/joins': 'done' }), to: 'started', is: [] },
    { records: theRecords({ sql: 'started' }), to: 'open', is: ['sql started>open'] },
    {
      records: theRecords({ 'sql/joins': 'done' }),
      to: 'done',
      is: ['sql open>done', 'sql/indexes open>done', 'sql/build open>done'],
    },
    { records: theRecords({ 'sql/joins': 'done' }), to: 'aside', is: ['sql open>aside'] },
    { records: theRecords({ sql: 'aside', 'sql/joins': 'done' }), to: 'open', is: ['sql aside>open'] },
  ])('$to', ({ records, to, is }) => {
    expect(moves(set(records, 'sql', to))).toEqual(is);
  });

  test('opening a finished step again takes no tick away, not even of a topic added since', () => {
    const records = theRecords({ sql: 'done', 'sql/joins': 'done', 'sql/build': 'done' });
    expect(moves(set(records, 'sql', 'open'))).toEqual(['sql done>open', 'sql/indexes open>done']);
  });

  test('a step under a new id is opened under its old one', () => {
    expect(moves(set(theRecords({ vcs: 'aside' }), 'git', 'open'))).toEqual(['vcs aside>open']);
  });
});

type Act =
  | { readonly kind: 'ticks'; readonly step: string; readonly tick: string[]; readonly untick: string[] }
  | { readonly kind: 'set'; readonly step: string; readonly to: ItemState };

const aStepId = fc.constantFrom('sql', 'git');
const someIds = fc.subarray([...everyId, ...otherIds]);
const anAct: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ kind: fc.constant('ticks'), step: aStepId, tick: someIds, untick: someIds }),
  fc.record({ kind: fc.constant('set'), step: aStepId, to: fc.constantFrom(...itemStates) }),
) as fc.Arbitrary<Act>;
const anyRecords = fc
  .dictionary(fc.constantFrom(...everyId.filter((id) => id.includes('/')), ...otherIds), fc.constant('done' as const))
  .chain((items) =>
    fc
      .dictionary(fc.constantFrom('sql', 'git', 'vcs'), fc.constantFrom('started', 'done', 'aside'))
      .map((steps) => theRecords({ ...items, ...steps } as Parameters<typeof theRecords>[0])),
  );

const changesOf = (records: Records, act: Act) =>
  act.kind === 'set'
    ? set(records, act.step, act.to)
    : changesOfTicks(roadmap, records, getStep(records, act.step), act);

const eventOf = (changes: readonly ItemChange[], number: number): ProgressEvent => ({
  id: `event-${number}`,
  memberId: 'ada',
  at: now.add({ minutes: number }),
  changes,
  undoes: undefined,
});

/** What a member sees of every item that is not in `step`. */
const elsewhere = (records: Records, step: string) =>
  summarise(records)
    .steps.filter((own) => own.step.id !== step)
    .map(({ state, items }) => [state, items.map(({ isDone }) => isDone)]);

test('doing a thing twice changes nothing the second time', () => {
  fc.assert(
    fc.property(anyRecords, anAct, (records, act) => {
      fc.pre(act.kind === 'set' || !act.tick.some((id) => act.untick.includes(id)));
      const after = applyChanges(records, changesOf(records, act), eventOf([], 1));
      expect(moves(changesOf(after, act))).toEqual([]);
    }),
  );
});

test('only the items that were named change, and no other step', () => {
  fc.assert(
    fc.property(anyRecords, anAct, (records, act) => {
      const after = applyChanges(records, changesOf(records, act), eventOf([], 1));
      expect(elsewhere(after, act.step)).toEqual(elsewhere(records, act.step));
      const before = getStep(records, act.step).items.filter(({ id }) => !mayMove(act, id));
      const still = getStep(after, act.step).items.filter(({ id }) => !mayMove(act, id));
      expect(still.map(({ isDone }) => isDone)).toEqual(before.map(({ isDone }) => isDone));
    }),
  );
});

/** Whether an item of the step may become ticked or unticked. */
function mayMove(act: Act, id: string): boolean {
  return act.kind === 'ticks' ? [...act.tick, ...act.untick].includes(id) : act.to === 'done';
}

test('ticking never leaves more to do', () => {
  fc.assert(
    fc.property(anyRecords, aStepId, someIds, (records, step, ids) => {
      const left = (some: Records) => summarise(some).hours.total - summarise(some).hours.done;
      expect(left(applyChanges(records, tick(records, step, ids), eventOf([], 1)))).toBeLessThanOrEqual(left(records));
    }),
  );
});

test('taking everything back, last first, restores exactly what was, with since when and by what', () => {
  fc.assert(
    fc.property(anyRecords, fc.array(anAct, { maxLength: 6 }), (start, acts) => {
      const stands = [start];
      const events = acts.map((act, number) => {
        const records = stands.at(-1) ?? start;
        const event = eventOf(changesOf(records, act), number);
        stands.push(applyChanges(records, event.changes, event));
        return event;
      });
      let records = stands.at(-1) ?? start;
      for (const [number, event] of [...events.entries()].reverse()) {
        const undoing = eventOf(changesOfUndo(event, records, []), 100 - number);
        records = applyChanges(records, undoing.changes, undoing);
        expect(new Map(records)).toEqual(new Map(stands[number]));
      }
    }),
  );
});

describe('taking back what was changed again since', () => {
  const first = eventOf(tick(none, 'sql', ['sql/joins', 'sql/indexes']), 1);
  const ticked = applyChanges(none, first.changes, first);

  test('leaves alone what was unticked and ticked anew', () => {
    const second = eventOf(untick(ticked, 'sql', ['sql/joins']), 2);
    const unticked = applyChanges(ticked, second.changes, second);
    const third = eventOf(tick(unticked, 'sql', ['sql/joins']), 3);
    const again = applyChanges(unticked, third.changes, third);
    expect(moves(changesOfUndo(first, again, [second, third]))).toEqual(['sql/indexes done>open']);
    expect(moves(changesOfUndo(second, again, [third]))).toEqual([]);
  });

  test('leaves alone what was ticked and unticked anew', () => {
    const second = eventOf(untick(ticked, 'sql', ['sql/joins']), 2);
    const unticked = applyChanges(ticked, second.changes, second);
    const third = eventOf(tick(unticked, 'sql', ['sql/joins']), 3);
    const fourth = eventOf(untick(applyChanges(unticked, third.changes, third), 'sql', ['sql/joins']), 4);
    expect(moves(changesOfUndo(second, unticked, [third, fourth]))).toEqual([]);
    expect(moves(changesOfUndo(second, unticked, []))).toEqual(['sql/joins open>done']);
  });
});

test.each([
  { last: undefined, is: '2026-03-02T18:00:00Z' },
  { last: '2026-03-02T17:00:00Z', is: '2026-03-02T18:00:00Z' },
  { last: '2026-03-02T18:00:00Z', is: '2026-03-02T18:00:00.001Z' },
  { last: '2026-03-02T19:00:00Z', is: '2026-03-02T19:00:00.001Z' },
])('an event after one at $last is at $is', ({ last, is }) => {
  expect(timeOfEvent(last === undefined ? undefined : instant(last), now).toString()).toBe(is);
});
