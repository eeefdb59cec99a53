import { expect, test } from 'vitest';
import { addPause } from '../../src/actions/add-pause.ts';
import { cancelPause } from '../../src/actions/cancel-pause.ts';
import { changePace } from '../../src/actions/change-pace.ts';
import { changePlan } from '../../src/actions/change-plan.ts';
import { changeTrack } from '../../src/actions/change-track.ts';
import { findStanding } from '../../src/actions/find-standing.ts';
import { joinGroup } from '../../src/actions/join-group.ts';
import { joinServer } from '../../src/actions/join-server.ts';
import { leave } from '../../src/actions/leave.ts';
import { readPlan } from '../../src/actions/read-plan.ts';
import { setStepState } from '../../src/actions/set-step-state.ts';
import { undoPlanChange } from '../../src/actions/undo-plan-change.ts';
import { undoProgress } from '../../src/actions/undo-progress.ts';
import { welcomeBack } from '../../src/actions/welcome-back.ts';
import { insertGroupBreak } from '../../src/store/group-break-store.ts';
import { findMember, listPaces } from '../../src/store/member-store.ts';
import { aBuildTask, aContentSource, aRoadmap, aStep, aTopic, instant } from '../support/builders.ts';
import { freshDeps } from '../support/database.ts';
import { groupSetUp } from '../support/groups.ts';
import { day } from '../support/plans.ts';
import { joined } from '../support/progress-builders.ts';
import { aBreak } from '../support/study-groups.ts';

const now = instant('2026-03-16T18:00Z'); // Two weeks after Ada joined.
const language = 'en';
const span = { firstDay: day('2026-03-10'), lastDay: day('2026-03-12') };

/** 200 hours in two steps of two phases. */
const roadmap = aRoadmap({
  steps: [
    aStep({ id: 'git', topics: [aTopic({ id: 'commit', hours: 60 })], build: aBuildTask({ hours: 40 }) }),
    aStep({
      id: 'sql',
      phaseId: 'core',
      topics: [aTopic({ id: 'joins', hours: 60 })],
      build: aBuildTask({ hours: 40 }),
    }),
  ],
});

async function ada() {
  const deps = await freshDeps({ content: aContentSource(roadmap) });
  return { deps, member: await joined(deps) };
}

test('the plan is read from all that was done, paused and changed', async () => {
  const { deps, member } = await ada();
  const before = await readPlan(deps, { member, language, now });
  expect(before.plan.hours).toEqual({ done: 0, total: 200 });
  expect(before.plan.planned.toString()).toBe('2026-07-20');
  expect(before.plan.standing).toEqual({ kind: 'behind', weeks: 2 });
  expect(before.ways?.asides.map(({ step }) => step.step.id)).toEqual(['git', 'sql']);

  await addPause(deps, { member, span, now });
  await setStepState(deps, { member, step: 'git', to: 'done', language, now });
  const after = await readPlan(deps, { member, language, now });
  expect(after.plan.hours).toEqual({ done: 100, total: 200 });
  expect(after.plan.planned.toString()).toBe('2026-07-23');
  expect(after.plan.standing).toEqual({ kind: 'ahead', weeks: 8 });
  expect(after.plan.observed.weeks).toBe(0); // Done in the running week.
  expect(after.plan.phaseEnd).toEqual(after.plan.projected);
  expect(after.ways).toBeUndefined();
  const nextWeek = await readPlan(deps, { member, language, now: now.add({ hours: 7 * 24 }) });
  expect(nextWeek.plan.observed).toEqual({ hours: 100, weeks: 1 });
});

test('a break of the group is rest in the plan of whoever was in it, pressed or not', async () => {
  const { deps, member } = await ada();
  const grace = await joined(deps, { id: 'member-grace', userId: 'grace' });
  const group = await groupSetUp(deps);
  await joinGroup(deps, { member, groupId: group.id, now: member.joinedAt });
  const standing = async (who = member) => (await readPlan(deps, { member: who, language, now })).plan.standing;
  expect(await standing()).toEqual({ kind: 'behind', weeks: 2 });

  await insertGroupBreak(deps.db, aBreak('2026-03-03', '2026-03-13', { groupId: group.id }));
  expect(await standing()).toEqual({ kind: 'on-time' });
  expect(await standing(grace)).toEqual({ kind: 'behind', weeks: 2 });

  const before = await readPlan(deps, { member, language, now });
  await addPause(deps, { member, span: { firstDay: day('2026-03-03'), lastDay: day('2026-03-13') }, now });
  expect((await readPlan(deps, { member, language, now })).plan).toEqual(before.plan);
});

test('while the group is paused nobody in it falls behind', async () => {
  const { deps, member } = await ada();
  const group = await groupSetUp(deps);
  await joinGroup(deps, { member, groupId: group.id, now: member.joinedAt });
  const pause = { groupId: group.id, kind: 'pause', lastDay: undefined } as const;
  await insertGroupBreak(deps.db, aBreak('2026-03-03', '2026-03-03', pause));
  const inAutumn = instant('2026-10-01T12:00Z');
  expect((await readPlan(deps, { member, language, now: inAutumn })).plan.standing).toEqual({ kind: 'on-time' });
});

test('whoever leaves and comes back finds the plan as they left it: the days between are a pause, to be taken back', async () => {
  const { deps, member } = await ada();
  const who = { userId: member.userId, serverId: member.serverId };
  const card = { trackId: undefined, hours: 10, zone: 'Europe/Berlin', groupId: undefined };
  const leftAt = instant('2026-03-02T20:00Z');
  await leave(deps, { ...who, now: leftAt });
  await joinServer(deps, { ...who, card, now: leftAt.add({ minutes: 1 }) });
  expect((await readPlan(deps, { member, language, now })).pauses).toEqual([]);

  await leave(deps, { ...who, now: leftAt.add({ minutes: 2 }) });
  const back = instant('2026-06-01T18:00Z');
  await joinServer(deps, { ...who, card, now: back });
  const { plan, pauses } = await readPlan(deps, { member, language, now: back });
  expect(plan.standing).toEqual({ kind: 'on-time' });
  expect(pauses.map(({ firstDay, lastDay }) => `${firstDay}/${lastDay}`)).toEqual(['2026-03-03/2026-05-31']);

  expect(await cancelPause(deps, { member, pauseId: pauses[0]?.id ?? '', now: back })).toEqual({ kind: 'cancelled' });
  expect((await readPlan(deps, { member, language, now: back })).plan.standing).toMatchObject({ kind: 'behind' });
});

test('what day it is, the member’s zone decides', async () => {
  const { deps, member } = await ada();
  const lateEvening = instant('2026-03-16T23:30Z');
  expect((await readPlan(deps, { member, language, now: lateEvening })).today.toString()).toBe('2026-03-17');
  await changePace(deps, { member, zone: 'America/New_York', now: lateEvening });
  expect((await readPlan(deps, { member, language, now: lateEvening })).today.toString()).toBe('2026-03-16');
});

test('setting a step aside and taking that back leaves the plan as it was', async () => {
  const { deps, member } = await ada();
  const before = await readPlan(deps, { member, language, now });
  const outcome = await setStepState(deps, { member, step: 'sql', to: 'aside', language, now });
  expect((await readPlan(deps, { member, language, now })).plan.hours.total).toBe(100);
  await undoProgress(deps, { member, eventId: outcome.kind === 'changed' ? outcome.eventId : '', language, now });
  expect((await readPlan(deps, { member, language, now })).plan).toEqual(before.plan);
});

test('new hours count from now on; those of before stay in the history', async () => {
  const { deps, member } = await ada();
  expect(await changePace(deps, { member, hours: 20, now })).toMatchObject({ kind: 'changed', before: { hours: 10 } });
  expect(await changePace(deps, { member, hours: 20, now })).toMatchObject({ kind: 'unchanged' });

  expect((await listPaces(deps.db, member.id)).map(({ hours }) => hours)).toEqual([10, 20]);
  const { plan, pace } = await readPlan(deps, { member, language, now });
  expect([plan.pace, pace.hours, pace.zone]).toEqual([20, 20, 'Europe/Berlin']);
  expect(plan.planned.toString()).toBe('2026-05-18'); // 13 days of 10 hours a week, then 20.
});

test('a clock that was set back does not bring an older pace into force again', async () => {
  const { deps, member } = await ada();
  await changePace(deps, { member, hours: 20, now });
  const earlier = now.subtract({ hours: 1 });
  await changePace(deps, { member, hours: 5, now: earlier });
  expect((await findMember(deps.db, 'study-hall', 'ada'))?.pace.hours).toBe(5);
});

test('two devices at once change hours and zone: neither loses the other', async () => {
  const { deps, member } = await ada();
  await Promise.all([
    changePace(deps, { member, hours: 15, now }),
    changePace(deps, { member, zone: 'Asia/Kathmandu', now: now.add({ milliseconds: 1 }) }),
    changePace(deps, { member, hours: 15, now }),
  ]);
  const { pace } = await readPlan(deps, { member, language, now: now.add({ seconds: 1 }) });
  expect([pace.hours, pace.zone]).toEqual([15, 'Asia/Kathmandu']);
});

test('the same pause noted ten times at once is one pause', async () => {
  const { deps, member } = await ada();
  const outcomes = await Promise.all(Array.from({ length: 10 }, () => addPause(deps, { member, span, now })));
  expect(outcomes.filter(({ kind }) => kind === 'added')).toHaveLength(1);
  expect(new Set(outcomes.map(({ pause }) => pause.id)).size).toBe(1);
  expect((await readPlan(deps, { member, language, now })).pauses).toHaveLength(1);
});

test('a pause is taken back once, never by anybody else, and can be noted again', async () => {
  const { deps, member } = await ada();
  const grace = await joined(deps, { id: 'member-grace', userId: 'grace' });
  const { pause } = await addPause(deps, { member, span, now });

  expect(await cancelPause(deps, { member: grace, pauseId: pause.id, now })).toEqual({ kind: 'gone' });
  const both = await Promise.all([1, 2].map(() => cancelPause(deps, { member, pauseId: pause.id, now })));
  expect(both.map(({ kind }) => kind).toSorted()).toEqual(['cancelled', 'gone']);
  expect((await readPlan(deps, { member, language, now })).pauses).toEqual([]);
  expect(await addPause(deps, { member, span, now })).toMatchObject({ kind: 'added' });
});

test('a way back that is pressed twice at once is taken once, and can be taken back', async () => {
  const { deps, member } = await ada();
  const before = await readPlan(deps, { member, language, now });
  const days = before.ways?.laterEnd.days ?? 0;
  const change = { id: before.offerId, kind: 'later-end', firstDay: before.today, days } as const;
  const both = await Promise.all([1, 2].map(() => changePlan(deps, { member, change, now })));
  expect(both.map(({ kind }) => kind).toSorted()).toEqual(['already', 'changed']);

  const moved = await readPlan(deps, { member, language, now });
  expect(moved.plan.planned).toEqual(before.ways?.laterEnd.planned);
  expect(moved.plan.standing).toEqual({ kind: 'on-time' });
  expect(moved.offerId).not.toBe(before.offerId);

  expect(await undoPlanChange(deps, { member, changeId: change.id, now })).toEqual({ kind: 'cancelled' });
  expect(await undoPlanChange(deps, { member, changeId: change.id, now })).toEqual({ kind: 'gone' });
  expect((await readPlan(deps, { member, language, now })).plan).toEqual(before.plan);
});

test('a track is set where it is offered, and "not sure yet" is always possible', async () => {
  const { deps, member } = await ada();
  const trackOf = async () => (await findMember(deps.db, 'study-hall', 'ada'))?.trackId;
  expect(await changeTrack(deps, { member, trackId: 'python', language })).toMatchObject({ kind: 'changed' });
  expect(await trackOf()).toBe('python');
  expect(await changeTrack(deps, { member, trackId: 'cobol', language })).toEqual({ kind: 'unknown-track' });
  expect(await trackOf()).toBe('python');
  expect(await changeTrack(deps, { member, trackId: undefined, language })).toEqual({
    kind: 'changed',
    track: undefined,
  });
  expect(await trackOf()).toBeUndefined();
});

test('looking around after weeks does not use up the welcome; being welcomed does', async () => {
  const { deps, member } = await ada();
  const who = { userId: 'ada', serverId: 'study-hall' };
  const seen = async () => (await findMember(deps.db, 'study-hall', 'ada'))?.seenAt.toString();
  await findStanding(deps, { ...who, now });
  expect(await seen()).toBe('2026-03-02T12:00:00Z');

  const { away, reading } = await welcomeBack(deps, { member, language, now });
  expect([away?.firstDay, away?.lastDay].map(String)).toEqual(['2026-03-03', '2026-03-15']);
  expect(reading.progress.current?.step.id).toBe('git');
  expect(await seen()).toBe('2026-03-16T18:00:00Z');
  await findStanding(deps, { ...who, now: now.add({ hours: 2 }) });
  expect(await seen()).toBe('2026-03-16T20:00:00Z');
});
