import { expect, test } from 'vitest';
import { announceAgain, announceMilestone, nextExtra } from '../../src/actions/announce-milestone.ts';
import { bindMilestones } from '../../src/actions/bind-milestones.ts';
import type { Deps } from '../../src/actions/deps.ts';
import { editGroup, previewEdit } from '../../src/actions/edit-group.ts';
import { moveMilestone } from '../../src/actions/move-milestone.ts';
import { pauseGroup, resumeGroup } from '../../src/actions/pause-group.ts';
import { planBreak } from '../../src/actions/plan-break.ts';
import { previewResume } from '../../src/actions/preview-break.ts';
import { readGroupLog } from '../../src/actions/read-group-log.ts';
import { restoreMilestone, skipMilestone } from '../../src/actions/skip-milestone.ts';
import { undoGroupChange } from '../../src/actions/undo-group-change.ts';
import { type MilestoneId, milestoneCode, parseMilestoneCode } from '../../src/domain/milestone.ts';
import type { StudyGroup } from '../../src/domain/study-group.ts';
import { Temporal } from '../../src/lib/temporal.ts';
import { listMilestones } from '../../src/store/milestone-store.ts';
import { findOutboxRecord, listOutboxRecords } from '../../src/store/outbox-store.ts';
import { findStudyGroup } from '../../src/store/study-group-store.ts';
import { instant } from '../support/builders.ts';
import { insertPlannedGroup } from '../support/cohorts.ts';
import { freshDeps } from '../support/database.ts';
import { nightSchool } from '../support/groups.ts';
import { realContent } from '../support/real-content.ts';

/** Night school, from Monday 2 March 2026 on, in April: the first two months are open. */
const april = instant('2026-04-10T12:00Z');
const day = (text: string) => Temporal.PlainDate.from(text);

const easter = { firstDay: day('2026-04-20'), lastDay: day('2026-05-03') };

interface Story {
  readonly deps: Deps;
  readonly group: StudyGroup;
  /** Who, where and when, for an action. */
  by(now?: Temporal.Instant): { groupId: string; actorId: string; now: Temporal.Instant };
  /** "p3 2026-05-02 planned" for each milestone that is not yet over in April. */
  coming(): Promise<string[]>;
  wakes(): number;
}

async function aStory(): Promise<Story> {
  let wakes = 0;
  const deps = await freshDeps({
    content: realContent(),
    wake: () => {
      wakes += 1;
    },
  });
  const group = await insertPlannedGroup(deps.db, nightSchool(), april);
  return {
    deps,
    group,
    by: (now = april) => ({ groupId: group.id, actorId: 'grace', now }),
    async coming() {
      const rows = await listMilestones(deps.db, group.id);
      return rows
        .filter(({ fate }) => fate !== 'before-cairn')
        .map(
          (row) => `${milestoneCode(row)} ${row.dueAt.toZonedDateTimeISO('Europe/Berlin').toPlainDate()} ${row.fate}`,
        );
    },
    wakes: () => wakes,
  };
}

function id(code: string): MilestoneId {
  const found = parseMilestoneCode(code);
  if (!found) throw new Error(`No milestone has the code ${code}`);
  return found;
}

const kindsOf = async ({ deps, group }: Story) => (await readGroupLog(deps, group)).map(({ change }) => change.kind);

test('announcing posts a milestone now, with what comes in the same post, and never on its date', async () => {
  const story = await aStory();
  const { deps, group, by } = story;
  expect(await announceMilestone(deps, { ...by(), id: id('p5'), note: 'See you' })).toMatchObject({
    kind: 'announced',
  });
  const record = await findOutboxRecord(deps.db, 'night.m.e2');
  expect(record?.order).toEqual({ kind: 'milestones', codes: ['e2', 'h', 'p5'], note: 'See you' });
  expect(record?.marks).toEqual(['night.m.e2', 'night.m.h', 'night.m.p5']);
  expect(record?.dueAt).toEqual(april);
  const posted = (await listMilestones(deps.db, group.id)).filter(({ fate }) => fate === 'posted');
  expect(posted.map(({ postKey }) => postKey)).toEqual(['night.m.e2', 'night.m.e2', 'night.m.e2']);
  expect(story.wakes()).toBe(1);
});

test('announced twice at once it is posted once', async () => {
  const { deps, by, ...story } = await aStory();
  const input = { ...by(), id: id('p3'), note: undefined };
  const both = await Promise.all([announceMilestone(deps, input), announceMilestone(deps, input)]);
  expect(both.map(({ kind }) => kind).sort()).toEqual(['announced', 'posted-already']);
  expect(await listOutboxRecords(deps.db, 'night')).toHaveLength(1);
  expect(story.wakes()).toBe(1);
});

test('what lay before Cairn or was skipped can be announced alone', async () => {
  const { deps, by } = await aStory();
  await announceMilestone(deps, { ...by(), id: id('k'), note: undefined });
  await skipMilestone(deps, { ...by(), id: id('p3') });
  await announceMilestone(deps, { ...by(), id: id('p3'), note: undefined });
  const records = await listOutboxRecords(deps.db, 'night');
  expect(records.map(({ key }) => key)).toEqual(['night.m.k', 'night.m.p3']);
});

test('an extra repeats its post under a number of its own, and each number once', async () => {
  const { deps, by } = await aStory();
  const extra = { ...by(), id: id('p5'), note: undefined };
  await announceMilestone(deps, extra);
  expect(await nextExtra(deps, 'night', id('p5'))).toBe(1);
  const twice = await Promise.all([1, 1].map((count) => announceAgain(deps, { ...extra, count })));
  expect(twice.map(({ kind }) => kind).sort()).toEqual(['already', 'announced-again']);
  const record = await findOutboxRecord(deps.db, 'night.x.p5.1');
  expect(record?.order).toEqual({ kind: 'milestones', codes: ['e2', 'h', 'p5'], isExtra: true });
  expect(await nextExtra(deps, 'night', id('p5'))).toBe(2);
});

test('a moved milestone comes on the new day, and undo brings it back', async () => {
  const story = await aStory();
  const { deps, by, coming } = story;
  const before = await coming();
  const moved = await moveMilestone(deps, { ...by(), id: id('p3'), to: day('2026-05-09'), mayReorder: false });
  expect(await coming()).toContain('p3 2026-05-09 planned');
  const changeId = moved.kind === 'moved' ? moved.changeId : '';
  const twice = await Promise.all([1, 2].map(() => undoGroupChange(deps, { ...by(), changeId })));
  expect(twice.map(({ kind }) => kind).sort()).toEqual(['already', 'undone']);
  expect(await coming()).toEqual(before);
  expect(await kindsOf(story)).toEqual(expect.arrayContaining(['moved', 'undone']));
  expect(await kindsOf(story)).toHaveLength(2);
});

test('undo of a second move leads back to the first, which a break has moved on since', async () => {
  const { deps, by, coming } = await aStory();
  const move = (to: string, now: Temporal.Instant) =>
    moveMilestone(deps, { ...by(now), id: id('p3'), to: day(to), mayReorder: true });
  await move('2026-05-09', april);
  await planBreak(deps, { ...by(april.add({ minutes: 1 })), span: easter });
  expect(await coming()).toContain('p3 2026-05-23 planned');
  const second = await move('2026-05-30', april.add({ minutes: 2 }));
  expect(await coming()).toContain('p3 2026-05-30 planned');
  const changeId = second.kind === 'moved' ? second.changeId : '';
  await undoGroupChange(deps, { ...by(april.add({ minutes: 3 })), changeId });
  expect(await coming()).toContain('p3 2026-05-23 planned');
});

test('a milestone never moves into the past, nor past others unasked, nor once it is posted', async () => {
  const { deps, by, coming } = await aStory();
  const before = await coming();
  const move = (code: string, to: string, mayReorder = false) =>
    moveMilestone(deps, { ...by(), id: id(code), to: day(to), mayReorder });
  expect(await move('p3', '2026-04-09')).toEqual({ kind: 'past' });
  expect(await move('p3', '2026-05-02')).toMatchObject({ kind: 'unchanged' });
  const asked = await move('p3', '2026-06-03');
  expect(asked.kind === 'passes-others' && asked.others.map(milestoneCode)).toEqual(['p4']);
  expect(await coming()).toEqual(before);
  expect(await move('p3', '2026-06-03', true)).toMatchObject({ kind: 'moved' });
  await announceMilestone(deps, { ...by(), id: id('p4'), note: undefined });
  await deps.db.updateTable('outbox').set({ state: 'sent' }).execute();
  expect(await move('p4', '2026-06-20')).toEqual({ kind: 'posted-already' });
});

test('today is a day to come until the group’s hour is over', async () => {
  const { deps, by } = await aStory();
  const move = (now: string) =>
    moveMilestone(deps, { ...by(instant(now)), id: id('p3'), to: day('2026-04-20'), mayReorder: true });
  expect(await move('2026-04-20T16:00Z')).toEqual({ kind: 'past' });
  expect(await move('2026-04-20T15:59Z')).toMatchObject({ kind: 'moved' });
});

test('what is skipped is not posted; restored, it is; each once', async () => {
  const story = await aStory();
  const { deps, by, coming } = story;
  const skipped = await Promise.all([1, 2].map(() => skipMilestone(deps, { ...by(), id: id('p3') })));
  expect(skipped.map(({ kind }) => kind).sort()).toEqual(['already', 'skipped']);
  expect(await coming()).toContain('p3 2026-05-02 skipped');
  expect(await restoreMilestone(deps, { ...by(), id: id('p3') })).toMatchObject({ kind: 'restored' });
  expect(await restoreMilestone(deps, { ...by(), id: id('p3') })).toEqual({ kind: 'not-skipped' });
  expect(await coming()).toContain('p3 2026-05-02 planned');
  expect(await skipMilestone(deps, { ...by(), id: id('k') })).toEqual({ kind: 'not-to-come' });
  expect(await kindsOf(story)).toHaveLength(2);
});

test('what was skipped and is over is not restored in silence', async () => {
  const { deps, by } = await aStory();
  await skipMilestone(deps, { ...by(), id: id('p3') });
  const later = by(instant('2026-05-03T12:00Z'));
  expect(await restoreMilestone(deps, { ...later, id: id('p3') })).toEqual({ kind: 'past' });
});

test('a skip that is undone when the date is over posts nothing in silence: it is named, and can be announced', async () => {
  const { deps, by, coming } = await aStory();
  const skipped = await skipMilestone(deps, { ...by(), id: id('p3') });
  const changeId = skipped.kind === 'skipped' ? skipped.changeId : '';
  const undone = await undoGroupChange(deps, { ...by(instant('2026-05-03T12:00Z')), changeId });
  expect(undone.kind === 'undone' && undone.lost.map(milestoneCode)).toEqual(['p3']);
  expect((await coming())[0]).toBe('p4 2026-06-02 planned');
});

test('a pause that is undone after dates have passed in it posts none of them in silence', async () => {
  const { deps, by, coming } = await aStory();
  const paused = await pauseGroup(deps, by());
  const changeId = paused.kind === 'paused' ? paused.changeId : '';
  const undone = await undoGroupChange(deps, { ...by(instant('2026-05-03T12:00Z')), changeId });
  expect(undone.kind === 'undone' && undone.lost.map(milestoneCode)).toEqual(['p3']);
  expect((await coming())[0]).toBe('p4 2026-06-02 planned');
});

test('an undo leaves alone what was changed again since', async () => {
  const { deps, by } = await aStory();
  const skipped = await skipMilestone(deps, { ...by(), id: id('p3') });
  const changeId = skipped.kind === 'skipped' ? skipped.changeId : '';
  await moveMilestone(deps, { ...by(), id: id('p3'), to: day('2026-05-09'), mayReorder: false });
  expect(await undoGroupChange(deps, { ...by(), changeId })).toEqual({ kind: 'overtaken' });
  expect(await undoGroupChange(deps, { ...by(), changeId: 'unknown' })).toEqual({ kind: 'overtaken' });
});

test('after a pause everything moves by its length', async () => {
  const { deps, by, coming } = await aStory();
  await pauseGroup(deps, by());
  expect(await pauseGroup(deps, by())).toMatchObject({ kind: 'already' });
  const resumed = await resumeGroup(deps, { ...by(instant('2026-05-10T12:00Z')), shifts: true });
  expect(resumed).toMatchObject({ kind: 'resumed', days: 30, skipped: [] });
  expect((await coming())[0]).toBe('p3 2026-06-01 planned');
  expect(await resumeGroup(deps, { ...by(instant('2026-05-10T12:00Z')), shifts: true })).toEqual({
    kind: 'not-paused',
  });
});

test('what was moved during a pause moves with everything else when it ends, also after an undo', async () => {
  const { deps, group, by, coming } = await aStory();
  await pauseGroup(deps, by(instant('2026-04-20T12:00Z')));
  await moveMilestone(deps, {
    ...by(instant('2026-04-22T12:00Z')),
    id: id('p3'),
    to: day('2026-05-05'),
    mayReorder: false,
  });
  const may = by(instant('2026-05-11T12:00Z'));
  const foreseen = await previewResume(deps, group, may.now);
  expect(foreseen?.moved.map(({ to }) => to.toString())).toContain('2026-05-26T16:00:00Z');
  const resumed = await resumeGroup(deps, { ...may, shifts: true });
  expect(resumed).toMatchObject({ days: 21 });
  expect((await coming()).slice(0, 2)).toEqual(['p3 2026-05-26 planned', 'p4 2026-06-23 planned']);
  const changeId = resumed.kind === 'resumed' ? resumed.changeId : '';
  expect(await undoGroupChange(deps, { ...may, changeId })).toMatchObject({ kind: 'undone', lost: [] });
  expect((await coming())[0]).toBe('p3 2026-05-05 planned');
  await resumeGroup(deps, { ...by(instant('2026-05-12T12:00Z')), shifts: true });
  expect((await coming())[0]).toBe('p3 2026-05-27 planned');
});

test('what is moved after a pause has ended stays on the day that it was given', async () => {
  const { deps, by, coming } = await aStory();
  await pauseGroup(deps, by());
  const may = by(instant('2026-05-10T12:00Z'));
  await resumeGroup(deps, { ...may, shifts: true });
  await moveMilestone(deps, {
    ...may,
    now: may.now.add({ hours: 1 }),
    id: id('p3'),
    to: day('2026-05-20'),
    mayReorder: false,
  });
  expect((await coming())[0]).toBe('p3 2026-05-20 planned');
});

test('with the dates kept, what fell into the pause is skipped and named, and undo goes back into the pause', async () => {
  const { deps, by, coming } = await aStory();
  const before = await coming();
  await pauseGroup(deps, by());
  const may = by(instant('2026-05-10T12:00Z'));
  const resumed = await resumeGroup(deps, { ...may, shifts: false });
  expect(resumed.kind === 'resumed' && resumed.skipped.map(milestoneCode)).toEqual(['p3']);
  expect((await coming())[0]).toBe('p3 2026-05-02 skipped');
  const changeId = resumed.kind === 'resumed' ? resumed.changeId : '';
  expect(await undoGroupChange(deps, { ...may, changeId })).toMatchObject({ kind: 'undone' });
  expect(await coming()).toEqual(before);
  expect(await pauseGroup(deps, may)).toMatchObject({ kind: 'already' });
});

test('what was due before the pause and is only late is not skipped', async () => {
  const { deps, by } = await aStory();
  await pauseGroup(deps, by(instant('2026-05-02T20:00Z')));
  const resumed = await resumeGroup(deps, { ...by(instant('2026-05-04T12:00Z')), shifts: false });
  expect(resumed).toMatchObject({ kind: 'resumed', skipped: [] });
});

test('a pause that ends on its first day moves nothing, and both can be taken back', async () => {
  const { deps, by, coming } = await aStory();
  const before = await coming();
  await pauseGroup(deps, by());
  const resumed = await resumeGroup(deps, { ...by(april.add({ hours: 1 })), shifts: true });
  expect(resumed).toMatchObject({ kind: 'resumed', days: 0 });
  expect(await coming()).toEqual(before);
  const changeId = resumed.kind === 'resumed' ? resumed.changeId : '';
  await undoGroupChange(deps, { ...by(april.add({ hours: 2 })), changeId });
  expect(await pauseGroup(deps, by())).toMatchObject({ kind: 'already' });
});

test('a break moves later dates and is told once, however often it is pressed', async () => {
  const story = await aStory();
  const { deps, by, coming } = story;
  const twice = await Promise.all([1, 2].map(() => planBreak(deps, { ...by(), span: easter })));
  expect(twice.map(({ kind }) => kind).sort()).toEqual(['already', 'planned']);
  expect((await coming())[0]).toBe('p3 2026-05-16 planned');
  const records = await listOutboxRecords(deps.db, 'night');
  expect(records.map(({ order }) => order.kind)).toEqual(['break-notice']);
  expect(records[0]?.key).toMatch(/^night\.b\.[\w]{1,12}$/);
  expect(await kindsOf(story)).toEqual(['break-planned']);
});

/** The kick-off and the first part are held up in one post. */
async function heldUp({ deps, group }: Story): Promise<string> {
  await deps.db.updateTable('milestone').set({ fate: 'planned' }).execute();
  await deps.db.updateTable('milestone').set({ fate: 'skipped' }).where('due_at', '<', '2026-03-02').execute();
  const monday = instant('2026-03-02T17:00Z');
  await bindMilestones(deps, [group.id], monday);
  await deps.db.updateTable('outbox').set({ state: 'blocked', problem: 'missing-access' }).execute();
  return 'night.m.k';
}

const tuesday = instant('2026-03-03T12:00Z');

test('what is held up can be skipped, and what else its post announced comes without it', async () => {
  const story = await aStory();
  const { deps, by, coming } = story;
  const key = await heldUp(story);
  const skipped = await skipMilestone(deps, { ...by(tuesday), id: id('k') });
  expect(await findOutboxRecord(deps.db, key)).toBeUndefined();
  expect((await coming()).slice(1, 3)).toEqual(['k 2026-03-02 skipped', 'p1 2026-03-02 planned']);
  await bindMilestones(deps, ['night'], tuesday);
  expect((await listOutboxRecords(deps.db, 'night')).map(({ order }) => order)).toEqual([
    { kind: 'milestones', codes: ['p1'] },
  ]);

  // Its day is over: taken up again it is not posted unasked.
  const changeId = skipped.kind === 'skipped' ? skipped.changeId : '';
  const undone = await undoGroupChange(deps, { ...by(tuesday), changeId });
  expect(undone.kind === 'undone' && undone.lost.map(milestoneCode)).toEqual(['k']);
  await bindMilestones(deps, ['night'], tuesday);
  expect(await listOutboxRecords(deps.db, 'night')).toHaveLength(1);
});

test('what is held up can be moved', async () => {
  const story = await aStory();
  const { deps, by, coming } = story;
  await heldUp(story);
  const moved = await moveMilestone(deps, { ...by(tuesday), id: id('k'), to: day('2026-03-09'), mayReorder: true });
  expect(moved).toMatchObject({ kind: 'moved' });
  expect((await coming()).slice(1, 3)).toEqual(['p1 2026-03-02 planned', 'k 2026-03-09 planned']);
});

test('what was sent perhaps can be neither skipped nor moved, and a move that is refused leaves the post', async () => {
  const story = await aStory();
  const { deps, by } = story;
  const key = await heldUp(story);
  const move = { ...by(tuesday), id: id('k'), mayReorder: false };
  expect(await moveMilestone(deps, { ...move, to: day('2026-03-01') })).toEqual({ kind: 'past' });
  expect((await findOutboxRecord(deps.db, key))?.state).toBe('blocked');
  await deps.db.updateTable('outbox').set({ attempts: 1 }).execute();
  expect(await moveMilestone(deps, { ...move, to: day('2026-03-09') })).toEqual({ kind: 'posted-already' });
  expect(await skipMilestone(deps, { ...by(tuesday), id: id('k') })).toEqual({ kind: 'not-to-come' });
});

test('a break taken back leaves the dates as they were, and a notice that is not out yet is dropped', async () => {
  const { deps, by, coming } = await aStory();
  const before = await coming();
  const planned = await planBreak(deps, { ...by(), span: easter });
  const changeId = planned.kind === 'planned' ? planned.changeId : '';
  expect(await undoGroupChange(deps, { ...by(), changeId })).toMatchObject({ kind: 'undone', lost: [] });
  expect(await coming()).toEqual(before);
  expect((await listOutboxRecords(deps.db, 'night')).map(({ state }) => state)).toEqual(['dropped']);
  expect(await planBreak(deps, { ...by(), span: easter })).toMatchObject({ kind: 'planned' });
});

test('a notice that is on its way this very moment is not dropped', async () => {
  const { deps, by } = await aStory();
  const planned = await planBreak(deps, { ...by(), span: easter });
  await deps.db.updateTable('outbox').set({ lease_id: 'busy', lease_until: '2026-04-10T12:02:00.000Z' }).execute();
  const changeId = planned.kind === 'planned' ? planned.changeId : '';
  await undoGroupChange(deps, { ...by(april.add({ minutes: 1 })), changeId });
  expect((await listOutboxRecords(deps.db, 'night')).map(({ state }) => state)).toEqual(['waiting']);
});

test('a break taken back so late that dates are in the past says which', async () => {
  const { deps, by } = await aStory();
  const planned = await planBreak(deps, { ...by(), span: easter });
  const changeId = planned.kind === 'planned' ? planned.changeId : '';
  const undone = await undoGroupChange(deps, { ...by(instant('2026-05-10T12:00Z')), changeId });
  expect(undone.kind === 'undone' && undone.lost.map(milestoneCode)).toEqual(['p3']);
});

test('nothing is changed in a group that was archived meanwhile', async () => {
  const { deps, by, group } = await aStory();
  await deps.db.updateTable('study_group').set({ archived_at: '2026-04-09T12:00:00.000Z' }).execute();
  expect(await pauseGroup(deps, by())).toEqual({ kind: 'not-there' });
  expect(await planBreak(deps, { ...by(), span: easter })).toEqual({ kind: 'not-there' });
  expect(await readGroupLog(deps, group)).toEqual([]);
});

test('a start that is changed after a break is the start, as it was chosen', async () => {
  const { deps, by, group, coming } = await aStory();
  await planBreak(deps, { ...by(), span: easter });
  await editGroup(deps, { ...by(april.add({ hours: 1 })), change: { startDay: day('2026-06-01') } });
  expect((await coming()).slice(0, 3)).toEqual([
    'w 2026-05-25 planned',
    'k 2026-06-01 planned',
    'p1 2026-06-01 planned',
  ]);
  await editGroup(deps, { ...by(april.add({ hours: 2 })), change: { postTime: Temporal.PlainTime.from('19:00') } });
  expect((await coming())[1]).toBe('k 2026-06-01 planned');
  const edited = await findStudyGroup(deps.db, group.id);
  const { moved } = await previewEdit(deps, edited ?? group, { months: 16 }, april.add({ hours: 3 }));
  expect(moved.map(({ kind }) => kind)).not.toContain('kick-off');
});
