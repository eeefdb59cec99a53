import { describe, expect, test } from 'vitest';
import type { Deps } from '../../src/actions/deps.ts';
import { findEvidence } from '../../src/actions/find-evidence.ts';
import { findProgress } from '../../src/actions/find-progress.ts';
import { readMemberProgress } from '../../src/actions/read-member-progress.ts';
import { readProgress } from '../../src/actions/read-progress.ts';
import { saveEvidence } from '../../src/actions/save-evidence.ts';
import { setStepState } from '../../src/actions/set-step-state.ts';
import { setTicks } from '../../src/actions/set-ticks.ts';
import { undoProgress } from '../../src/actions/undo-progress.ts';
import type { Member, ProgressVisibility } from '../../src/domain/member.ts';
import type { ItemState } from '../../src/domain/progress.ts';
import { updateMember } from '../../src/store/member-store.ts';
import { aContentSource, aRoadmap, aStep, aTopic, instant } from '../support/builders.ts';
import { freshDeps } from '../support/database.ts';
import { joined } from '../support/progress-builders.ts';

const language = 'en';
const now = instant('2026-03-02T18:00Z');
const later = instant('2026-03-02T19:00Z');

const content = aContentSource(
  aRoadmap({
    steps: [
      aStep({ id: 'sql', topics: [aTopic({ id: 'joins' }), aTopic({ id: 'indexes' })] }),
      aStep({ id: 'git', month: 2 }),
    ],
  }),
);

async function ada(overrides: Partial<Member> = {}): Promise<{ deps: Deps; member: Member }> {
  const deps = await freshDeps({ content });
  return { deps, member: await joined(deps, overrides) };
}

const tick = (deps: Deps, member: Member, ids: readonly string[], at = now) =>
  setTicks(deps, { member, step: 'sql', tick: ids.map((id) => `sql/${id}`), untick: [], language, now: at });
const set = (deps: Deps, member: Member, step: string, to: ItemState, at = now) =>
  setStepState(deps, { member, step, to, language, now: at });
const undo = (deps: Deps, member: Member, eventId: string, at = later) =>
  undoProgress(deps, { member, eventId, language, now: at });

async function eventOf(changing: ReturnType<typeof setTicks>): Promise<string> {
  const outcome = await changing;
  if (outcome.kind !== 'changed') throw new Error(`Nothing was changed: ${outcome.kind}`);
  return outcome.eventId;
}

const itemsIn = (deps: Deps) => deps.db.selectFrom('progress_item').selectAll().orderBy('item_id').execute();
const eventsIn = (deps: Deps) => deps.db.selectFrom('progress_event').selectAll().orderBy('at').execute();

test('a tick is one event and one row, and the picture moves by the hours of the topic', async () => {
  const { deps, member } = await ada();
  const outcome = await tick(deps, member, ['joins']);

  expect(outcome).toMatchObject({ kind: 'changed', progress: { hours: { done: 2, total: 14 } } });
  expect((await itemsIn(deps)).map(({ item_id, state, since }) => [item_id, state, since])).toEqual([
    ['sql/joins', 'done', '2026-03-02T18:00:00.000Z'],
  ]);
  expect((await eventsIn(deps)).map(({ changes }) => JSON.parse(changes))).toEqual([
    [{ itemId: 'sql/joins', from: 'open', to: 'done' }],
  ]);
});

test('the same a second time writes nothing and says so', async () => {
  const { deps, member } = await ada();
  await tick(deps, member, ['joins']);
  const before = [await itemsIn(deps), await eventsIn(deps)];

  expect(await tick(deps, member, ['joins'], later)).toMatchObject({ kind: 'unchanged' });
  expect((await set(deps, member, 'sql', 'started', later)).kind).toBe('unchanged');
  expect([await itemsIn(deps), await eventsIn(deps)]).toEqual(before);
});

test('ten devices at once that finish a step leave one event, and nine of them hear that it was so already', async () => {
  const { deps, member } = await ada();
  const outcomes = await Promise.all(Array.from({ length: 10 }, () => set(deps, member, 'sql', 'done')));
  expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['changed', ...Array(9).fill('unchanged')]);
  expect(await eventsIn(deps)).toHaveLength(1);
});

test('two devices at once that tick different topics keep both ticks', async () => {
  const { deps, member } = await ada();
  await Promise.all([tick(deps, member, ['joins']), tick(deps, member, ['indexes'])]);
  const progress = await readMemberProgress(deps, content.roadmap('en'), member.id);
  expect(progress.hours.done).toBe(4);
});

test('a step that there is not is answered with the nearest ones, and nothing is written', async () => {
  const { deps, member } = await ada();
  expect(await set(deps, member, 'sqll', 'done')).toMatchObject({
    kind: 'unknown-step',
    reading: { typed: 'sqll', nearest: [{ id: 'sql' }] },
  });
  expect(await eventsIn(deps)).toEqual([]);
});

test('a step may be named by its title', async () => {
  const { deps, member } = await ada();
  expect(await set(deps, member, ' sQL ', 'done')).toMatchObject({ kind: 'changed', step: { state: 'done' } });
});

describe('taking back', () => {
  test('leaves the rows exactly as they were, with since when they stand', async () => {
    const { deps, member } = await ada();
    await tick(deps, member, ['joins']);
    await set(deps, member, 'sql', 'aside');
    const before = await itemsIn(deps);
    const eventId = await eventOf(set(deps, member, 'sql', 'done', later));

    expect(await undo(deps, member, eventId)).toMatchObject({ kind: 'undone', step: { state: 'aside' } });
    expect(await itemsIn(deps)).toEqual(before);
    expect((await eventsIn(deps)).map(({ undoes }) => undoes)).toEqual([null, null, null, eventId]);
  });

  test('keeps the proof and the note', async () => {
    const { deps, member } = await ada();
    const eventId = await eventOf(set(deps, member, 'sql', 'done'));
    await saveEvidence(deps, { member, stepId: 'sql', given: { link: '', note: 'Hard.' }, language, now });
    await undo(deps, member, eventId);
    expect(await findEvidence(deps, { member, stepId: 'sql', language })).toEqual({ link: undefined, note: 'Hard.' });
  });

  test('twice, and twenty times at once, undoes one change', async () => {
    const { deps, member } = await ada();
    await tick(deps, member, ['joins']);
    const eventId = await eventOf(tick(deps, member, ['indexes']));
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => undo(deps, member, eventId)));

    expect(outcomes.map(({ kind }) => kind).filter((kind) => kind === 'undone')).toHaveLength(1);
    expect(outcomes.map(({ kind }) => kind).filter((kind) => kind === 'already-undone')).toHaveLength(19);
    expect((await itemsIn(deps)).map(({ item_id }) => item_id)).toEqual(['sql/joins']);
  });

  test('leaves alone what was done again since, also within the same moment', async () => {
    const { deps, member } = await ada();
    const first = await eventOf(tick(deps, member, ['joins']));
    const second = await eventOf(
      setTicks(deps, { member, step: 'sql', tick: [], untick: ['sql/joins'], language, now }),
    );
    await tick(deps, member, ['joins']);
    expect((await undo(deps, member, first)).kind).toBe('overtaken');
    expect((await undo(deps, member, second)).kind).toBe('overtaken');
    expect((await itemsIn(deps)).map(({ item_id }) => item_id)).toEqual(['sql/joins']);
  });

  test('what another member did is not possible, nor what nobody did', async () => {
    const { deps, member } = await ada();
    const bea = await joined(deps, { id: 'member-bea', userId: 'bea' });
    const elsewhere = await joined(deps, { id: 'member-ada-2', serverId: 'other-hall' });
    const eventId = await eventOf(tick(deps, member, ['joins']));

    expect((await undo(deps, bea, eventId)).kind).toBe('unknown-event');
    expect((await undo(deps, elsewhere, eventId)).kind).toBe('unknown-event');
    expect((await undo(deps, member, 'made-up')).kind).toBe('unknown-event');
    expect(await itemsIn(deps)).toHaveLength(1);
  });
});

describe('a proof or a note', () => {
  const save = (deps: Deps, member: Member, link: string, note: string) =>
    saveEvidence(deps, { member, stepId: 'sql', given: { link, note }, language, now });
  const kept = (deps: Deps, member: Member) => findEvidence(deps, { member, stepId: 'sql', language });

  test('takes the place of the one before, and two empty fields take it away', async () => {
    const { deps, member } = await ada();
    await save(deps, member, 'https://example.com', 'First.');
    await save(deps, member, '', 'Second.');
    expect(await kept(deps, member)).toEqual({ link: undefined, note: 'Second.' });
    expect((await save(deps, member, ' ', '')).kind).toBe('removed');
    expect(await kept(deps, member)).toBeUndefined();
  });

  test('that is refused changes nothing', async () => {
    const { deps, member } = await ada();
    await save(deps, member, '', 'First.');
    expect(await save(deps, member, 'ftp://example.com', 'Second.')).toEqual({ kind: 'refused', problem: 'no-link' });
    expect(await kept(deps, member)).toEqual({ link: undefined, note: 'First.' });
  });
});

test.each<{ visibility: ProgressVisibility; sees: string }>([
  { visibility: 'nobody', sees: 'hidden' },
  { visibility: 'group', sees: 'hidden' },
  { visibility: 'server', sees: 'other' },
])('progress shown to "$visibility" is $sees for somebody of the server', async ({ visibility, sees }) => {
  const { deps, member } = await ada();
  await joined(deps, { id: 'member-bea', userId: 'bea', progressVisibility: visibility });
  expect((await readProgress(deps, { member, userId: 'bea', language, now })).kind).toBe(sees);
});

test('one always sees oneself, and never anybody of another server or who has left', async () => {
  const { deps, member } = await ada({ progressVisibility: 'nobody' });
  const gone = await joined(deps, { id: 'member-bea', userId: 'bea', progressVisibility: 'server' });
  await updateMember(deps.db, gone.id, { leftAt: now });
  await joined(deps, { id: 'member-cay', userId: 'cay', serverId: 'other-hall', progressVisibility: 'server' });

  for (const userId of [undefined, 'ada']) {
    expect((await readProgress(deps, { member, userId, language, now })).kind).toBe('own');
  }
  for (const userId of ['bea', 'cay', 'nobody']) {
    expect((await readProgress(deps, { member, userId, language, now })).kind).toBe('hidden');
  }
});

test('reading looks a member up, finds nothing of a stranger, and does not write down that they were seen', async () => {
  const { deps, member } = await ada();
  await tick(deps, member, ['joins']);
  const roadmap = content.roadmap('en');
  const seen = () => deps.db.selectFrom('member').select('seen_at').executeTakeFirstOrThrow();
  const before = await seen();

  expect((await findProgress(deps, { userId: 'ada', serverId: 'study-hall' }, roadmap))?.hours.done).toBe(2);
  expect(await findProgress(deps, { userId: 'ada', serverId: 'other-hall' }, roadmap)).toBeUndefined();
  expect(await findProgress(deps, { userId: 'eve', serverId: 'study-hall' }, roadmap)).toBeUndefined();
  expect(await seen()).toEqual(before);
});
