import { expect, test } from 'vitest';
import { type PlannedChange, planMilestones, previewMilestones } from '../../src/actions/plan-milestones.ts';
import { type Milestone, milestoneCode } from '../../src/domain/milestone.ts';
import type { GroupBreak, StudyGroup } from '../../src/domain/study-group.ts';
import type { Db } from '../../src/store/database.ts';
import { cancelGroupBreak, endGroupPause, insertGroupBreak } from '../../src/store/group-break-store.ts';
import { findMilestone, listMilestones, saveMilestone } from '../../src/store/milestone-store.ts';
import { insertOutboxEntry } from '../../src/store/outbox-store.ts';
import { insertSchedule, insertStudyGroup } from '../../src/store/study-group-store.ts';
import { instant } from '../support/builders.ts';
import { freshDatabase } from '../support/database.ts';
import { day } from '../support/plans.ts';
import { aBreak, aRoadmapOfFourPhases, aSchedule, aStudyGroup, milestoneOf, time } from '../support/study-groups.ts';

const roadmap = aRoadmapOfFourPhases();
const setUpAt = instant('2025-12-01T12:00Z');
const now = instant('2026-02-10T12:00Z'); // Parts 1 and 2 are behind.
const group = aStudyGroup();

/** A database with a group whose dates were set when it was set up. */
async function withGroup(one: StudyGroup = group): Promise<Db> {
  const db = await freshDatabase();
  await setUp(db, one);
  return db;
}

async function setUp(db: Db, one: StudyGroup): Promise<void> {
  await insertStudyGroup(db, one);
  await planMilestones(db, one, roadmap, setUpAt);
}

/** "p4 2026-04-05 planned" for each row in the database. */
async function stored(db: Db, groupId = group.id): Promise<string[]> {
  return (await listMilestones(db, groupId)).map(lineOf);
}

function lineOf(row: Milestone): string {
  return `${milestoneCode(row)} ${row.dueAt.toZonedDateTimeISO('Europe/Berlin').toPlainDate()} ${row.fate}`;
}

/** Binds one to a post, as the delivery does. */
async function post(db: Db, code: string): Promise<void> {
  const row = await findMilestone(db, group.id, milestoneOf(code));
  if (!row) throw new Error(`${code} is not planned.`);
  const key = `${group.id}.m.${code}`;
  const order = { kind: 'milestones', codes: [code] } as const;
  const about = { serverId: group.serverId, groupId: group.id, memberId: undefined, userId: undefined };
  await insertOutboxEntry(db, { key, marks: [key], order, ...about, dueAt: row.dueAt, notAfter: undefined }, now);
  await saveMilestone(db, { ...row, fate: 'posted', postKey: key });
}

test('a new group has all its sixteen dates, in the order of its posts', async () => {
  expect(await stored(await withGroup())).toEqual([
    'w 2025-12-29 planned',
    'k 2026-01-05 planned',
    'p1 2026-01-05 planned',
    'e1 2026-02-05 planned',
    'p2 2026-02-05 planned',
    'p3 2026-03-05 planned',
    'p4 2026-04-05 planned',
    'e2 2026-05-05 planned',
    'h 2026-05-05 planned',
    'p5 2026-05-05 planned',
    'p6 2026-06-05 planned',
    'e3 2026-07-05 planned',
    'p7 2026-07-05 planned',
    'p8 2026-08-05 planned',
    'e4 2026-09-05 planned',
    'g 2026-09-05 planned',
  ]);
});

test('planning twice leaves everything as it is', async () => {
  const db = await withGroup();
  const before = await listMilestones(db, group.id);
  await planMilestones(db, group, roadmap, now);
  expect(await listMilestones(db, group.id)).toEqual(before);
});

test('planning one group leaves the others alone', async () => {
  const db = await withGroup();
  const other = aStudyGroup({ id: 'group2', schedule: aSchedule({ startDay: day('2026-03-02') }) });
  await setUp(db, other);
  await insertGroupBreak(db, aBreak('2026-03-01', '2026-03-10'));
  const before = await listMilestones(db, other.id);
  await planMilestones(db, group, roadmap, now);
  await planMilestones(db, other, roadmap, now);
  expect(await listMilestones(db, other.id)).toEqual(before);
  expect(await stored(db)).toContain('p3 2026-03-15 planned');
});

test('what was posted keeps its date; what is to come has the new one', async () => {
  const db = await withGroup();
  await post(db, 'p2');
  const before = await findMilestone(db, group.id, milestoneOf('p2'));
  await planMilestones(db, { ...group, schedule: aSchedule({ startDay: day('2026-01-20') }) }, roadmap, now);
  expect(await findMilestone(db, group.id, milestoneOf('p2'))).toEqual(before);
  expect(await stored(db)).toEqual(expect.arrayContaining(['e1 2026-02-20 planned', 'p3 2026-03-20 planned']));
});

test('a break taken back restores every date', async () => {
  const db = await withGroup();
  const before = await listMilestones(db, group.id);
  await insertGroupBreak(db, aBreak('2026-03-01', '2026-03-10'));
  await planMilestones(db, group, roadmap, now);
  expect(await stored(db)).toContain('p3 2026-03-15 planned');
  await cancelGroupBreak(db, '2026-03-01/2026-03-10', now);
  await planMilestones(db, group, roadmap, now);
  expect(await listMilestones(db, group.id)).toEqual(before);
});

test('a moved day stays, through a change of pace and zone', async () => {
  const db = await withGroup();
  const row = await findMilestone(db, group.id, milestoneOf('g'));
  if (!row) throw new Error('No graduation.');
  await saveMilestone(db, { ...row, moved: { to: day('2027-06-01'), at: now } });
  const schedule = aSchedule({ months: 16, zone: 'Asia/Kathmandu', validFrom: now });
  await planMilestones(db, { ...group, schedule }, roadmap, now);
  const graduation = await findMilestone(db, group.id, milestoneOf('g'));
  expect(graduation?.dueAt.toString()).toBe('2027-06-01T12:15:00Z');
  expect(await stored(db)).toContain('e4 2027-05-05 planned');
});

const rest = aBreak('2026-03-01', '2026-03-10', { recordedAt: now });
const newSchedule = aSchedule({ zone: 'America/New_York', postTime: time('09:00'), startDay: day('2026-02-01') });

/** Each change with what an action would write for it. */
const changes: readonly (readonly [string, PlannedChange, (db: Db) => Promise<unknown>])[] = [
  ['nothing', {}, async () => {}],
  ['another schedule', { schedule: newSchedule }, (db) => insertSchedule(db, group.id, newSchedule)],
  ['a break', { addBreak: rest }, (db) => insertGroupBreak(db, rest)],
  ['a break taken back', { dropBreakId: 'old' }, (db) => cancelGroupBreak(db, 'old', now)],
  [
    'a pause that ends',
    { addBreak: aBreak('2026-02-08', '2026-02-14', { id: 'open', kind: 'pause', recordedAt: now }) },
    (db) => endGroupPause(db, 'open', { lastDay: day('2026-02-14'), shifts: true, recordedAt: now }),
  ],
  ['a move', { move: { ...milestoneOf('p4'), to: day('2026-04-09') } }, (db) => moveTo(db, 'p4', '2026-04-09')],
  [
    'a move of what was moved',
    { move: { ...milestoneOf('h'), to: day('2026-05-20') } },
    (db) => moveTo(db, 'h', '2026-05-20'),
  ],
  ['a move of what is posted', { move: { ...milestoneOf('p2'), to: day('2026-05-20') } }, async () => {}],
];

async function moveTo(db: Db, code: string, to: string): Promise<void> {
  const row = await findMilestone(db, group.id, milestoneOf(code));
  if (row) await saveMilestone(db, { ...row, moved: { to: day(to), at: now } });
}

/** In which there is a bit of everything: a posted, a skipped and a moved milestone, a break, a pause that lasts. */
async function inMidCourse(): Promise<Db> {
  const db = await withGroup();
  const open: Partial<GroupBreak> = { id: 'open', kind: 'pause', lastDay: undefined };
  await insertGroupBreak(db, aBreak('2026-01-20', '2026-01-22', { id: 'old' }));
  await insertGroupBreak(db, aBreak('2026-02-08', '2026-02-08', open));
  await moveTo(db, 'h', '2026-05-12');
  await post(db, 'p2');
  const skipped = await findMilestone(db, group.id, milestoneOf('p6'));
  if (skipped) await saveMilestone(db, { ...skipped, fate: 'skipped' });
  await planMilestones(db, group, roadmap, now);
  return db;
}

test.each(changes)('the preview of %s writes nothing and is what planning then writes', async (_, change, write) => {
  const db = await inMidCourse();
  const before = await listMilestones(db, group.id);
  const preview = await previewMilestones(db, group, roadmap, now, change);
  expect(preview.before).toEqual(before);
  expect(await listMilestones(db, group.id)).toEqual(before);

  await write(db);
  await planMilestones(db, { ...group, schedule: change.schedule ?? group.schedule }, roadmap, now);
  const after = await listMilestones(db, group.id);
  expect(preview.after).toEqual(after);
  expect(after).toHaveLength(16);
});

test('each of these changes but none and a move of what is posted moves something', async () => {
  const db = await inMidCourse();
  const moving: string[] = [];
  for (const [name, change] of changes) {
    const { before, after } = await previewMilestones(db, group, roadmap, now, change);
    const lines = new Set(before.map(lineOf));
    if (after.some((row) => !lines.has(lineOf(row)))) moving.push(name);
  }
  expect(moving).toEqual(changes.map(([name]) => name).filter((name) => !/nothing|posted/.test(name)));
});

test('a group that is not set up yet can be previewed: it had no dates', async () => {
  const db = await freshDatabase();
  const { before, after } = await previewMilestones(db, group, roadmap, now, {});
  expect(before).toEqual([]);
  expect(after.map(lineOf).slice(0, 7)).toEqual([
    'w 2025-12-29 before-cairn',
    'k 2026-01-05 before-cairn',
    'p1 2026-01-05 before-cairn',
    'e1 2026-02-05 before-cairn',
    'p2 2026-02-05 before-cairn',
    'p3 2026-03-05 planned',
    'p4 2026-04-05 planned',
  ]);
});

test('a transaction that fails leaves the dates as they were', async () => {
  const db = await withGroup();
  const before = await listMilestones(db, group.id);
  const failing = db.transaction().execute(async (trx) => {
    await insertGroupBreak(trx, rest);
    await planMilestones(trx, group, roadmap, now);
    throw new Error('Something else went wrong.');
  });
  await expect(failing).rejects.toThrow('Something else');
  expect(await listMilestones(db, group.id)).toEqual(before);
});
