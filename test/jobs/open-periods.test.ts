import { expect, test } from 'vitest';
import { archiveGroup, reviveGroup } from '../../src/actions/archive-group.ts';
import { checkGroup } from '../../src/actions/check-group.ts';
import { checkIn } from '../../src/actions/check-in.ts';
import { editGroup } from '../../src/actions/edit-group.ts';
import { wakePrompts } from '../../src/actions/wake-prompts.ts';
import { periodId } from '../../src/domain/period.ts';
import openPeriods from '../../src/jobs/open-periods.ts';
import { Temporal } from '../../src/lib/temporal.ts';
import { cancelGroupBreak, insertGroupBreak } from '../../src/store/group-break-store.ts';
import { insertMembership } from '../../src/store/membership-store.ts';
import { listOutboxRecords } from '../../src/store/outbox-store.ts';
import { instant } from '../support/builders.ts';
import { aContent } from '../support/check-ins.ts';
import { aDesk } from '../support/delivery-desk.ts';
import { nightSchool } from '../support/groups.ts';
import { day } from '../support/plans.ts';
import { joined } from '../support/progress-builders.ts';

/** Night school, from Monday 2 March 2026, with Ada in it. The job runs whenever it says that it has something to do. */
async function aSchool() {
  const desk = await aDesk();
  const { deps } = desk;
  const ada = await joined(deps, { joinedAt: desk.now() });
  const membership = { id: 'in-ada', memberId: ada.id, groupId: 'night', joinedAt: desk.now(), leftAt: undefined };
  await insertMembership(deps.db, membership);
  const moveTo = async (moment: Temporal.Instant) => {
    desk.pass(moment.since(desk.now()));
    await openPeriods.run(desk.now(), deps);
    await desk.run();
  };
  return {
    ...desk,
    ada,
    async travelTo(text: string) {
      const end = instant(text);
      for (;;) {
        const next = await openPeriods.nextDue(desk.now(), deps);
        if (!next || Temporal.Instant.compare(next, end) > 0) break;
        await moveTo(Temporal.Instant.compare(next, desk.now()) > 0 ? next : desk.now());
      }
      await moveTo(end);
    },
    moveTo: (text: string) => moveTo(instant(text)),
    async checkIn(week: number) {
      const input = { member: ada, periodId: periodId('night', week), content: aContent(), language: 'en' };
      return (await checkIn(deps, { ...input, now: desk.now() })).kind;
    },
    rest: (kind: 'break' | 'pause', firstDay: string, lastDay?: string) =>
      insertGroupBreak(deps.db, {
        ...{ id: firstDay, groupId: 'night', kind, firstDay: day(firstDay), shifts: false, recordedAt: desk.now() },
        lastDay: lastDay === undefined ? undefined : day(lastDay),
      }),
    async states() {
      const rows = await deps.db.selectFrom('period').selectAll().orderBy('sequence').execute();
      return rows.map((row) => `${row.prompt_state} ${row.recap_state}`);
    },
    async notices() {
      const records = await listOutboxRecords(deps.db, 'night', 'notice');
      return records.map(({ key }) => key);
    },
  };
}

test('each week is asked once, at the group’s hour, and an empty one gets no recap', async () => {
  const school = await aSchool();
  await school.moveTo('2026-03-08T16:59Z');
  expect(await school.states()).toEqual(['due due']);
  await school.moveTo('2026-03-08T17:00Z');
  await school.moveTo('2026-03-08T17:01Z');
  expect(await school.states()).toEqual(['posted due']);
  await school.travelTo('2026-03-16T12:00Z');
  expect(await school.states()).toEqual(['posted empty', 'posted due', 'due due']);
  expect(school.calls.filter((call) => call.startsWith('send'))).toEqual([
    'send night.c.1.s channel',
    'send night.c.2.s channel',
  ]);
});

test('done by two at once, it leads to the same', async () => {
  const school = await aSchool();
  for (const moment of ['2026-03-02T18:00Z', '2026-03-08T17:00Z', '2026-03-11T17:00Z']) {
    school.pass(instant(moment).since(school.now()));
    await Promise.all([1, 2].map(() => openPeriods.run(school.now(), school.deps)));
    if (moment.includes('02T')) expect(await school.checkIn(1)).toBe('written');
    await school.run();
  }
  const keys = (await listOutboxRecords(school.deps.db, 'night')).map(({ key }) => key.slice('night.c.1.'.length));
  expect(keys.map((key) => key[0]).toSorted()).toEqual(['k', 'p', 'r', 's']);
});

test('a prompt that is late is skipped when its period is over, and periods slept through are neutral', async () => {
  const school = await aSchool();
  await school.moveTo('2026-03-07T12:00Z');
  await school.moveTo('2026-03-24T12:00Z');
  expect(await school.states()).toEqual(['missed empty', 'missed empty', 'missed due', 'due due']);
  expect(school.calls).toEqual([]);
});

test('a prompt that is late is still posted while its period runs', async () => {
  const school = await aSchool();
  await school.moveTo('2026-03-08T12:00Z');
  await school.moveTo('2026-03-08T22:30Z');
  expect(await school.states()).toEqual(['posted due']);
});

test('in a break and in a pause that lasts nobody is asked', async () => {
  const school = await aSchool();
  await school.rest('break', '2026-03-08', '2026-03-10');
  await school.travelTo('2026-03-14T12:00Z');
  await school.rest('pause', '2026-03-14');
  await school.travelTo('2026-03-23T12:00Z');
  await cancelGroupBreak(school.deps.db, '2026-03-14', school.now());
  await school.travelTo('2026-03-30T12:00Z');
  expect((await school.states()).map((state) => state.split(' ')[0])).toEqual([
    'break',
    'break',
    'break',
    'posted',
    'due',
  ]);
});

test('a break keeps back no recap of the week before, and brings none of its own but where somebody checked in', async () => {
  const school = await aSchool();
  await school.moveTo('2026-03-04T12:00Z');
  await school.checkIn(1);
  await school.rest('break', '2026-03-09', '2026-03-22');
  await school.travelTo('2026-03-19T12:00Z');
  await school.checkIn(3);
  await school.travelTo('2026-03-25T18:00Z');
  expect(await school.states()).toEqual(['posted posted', 'break empty', 'break posted', 'due due']);
  const recaps = school.calls.filter((call) => call.includes('.r '));
  expect(recaps).toEqual(['send night.c.1.r channel', 'send night.c.3.r channel']);
});

test('after three empty weeks prompts rest and the moderators are told once; the next check-in wakes them', async () => {
  const school = await aSchool();
  await school.travelTo('2026-04-14T12:00Z');
  const asked = ['posted', 'posted', 'posted', 'resting', 'resting', 'resting'];
  const prompts = async () => (await school.states()).map((state) => state.split(' ')[0]);
  expect(await prompts()).toEqual([...asked, 'due']);
  expect(await school.notices()).toEqual(['night.n.rest.3']);
  expect((await checkGroup(school.deps, nightSchool(), school.now())).isResting).toBe(true);

  expect(await school.checkIn(7)).toBe('written');
  expect((await checkGroup(school.deps, nightSchool(), school.now())).isResting).toBe(false);
  await school.travelTo('2026-04-20T12:00Z');
  expect(await prompts()).toEqual([...asked, 'posted', 'due']);
});

test('a moderator wakes prompts, and where the running week was passed over it is asked at once', async () => {
  const school = await aSchool();
  await school.travelTo('2026-03-29T20:00Z');
  const input = { groupId: 'night', actorId: 'grace', now: school.now() };
  const outcomes = await Promise.all([1, 2].map(() => wakePrompts(school.deps, input)));
  expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['awake', 'woken']);
  await school.moveTo('2026-03-29T20:01Z');
  expect((await school.states()).map((state) => state.split(' ')[0])).toEqual(['posted', 'posted', 'posted', 'posted']);
  await school.travelTo('2026-04-20T12:00Z');
  expect((await school.states()).map((state) => state.split(' ')[0]).slice(4)).toEqual([
    'posted',
    'posted',
    'resting',
    'due',
  ]);
  expect(await school.notices()).toEqual(['night.n.rest.3', 'night.n.rest.6']);
});

test('a group that is archived opens nothing more, and goes on when it comes back', async () => {
  const school = await aSchool();
  await school.travelTo('2026-03-10T12:00Z');
  const input = { groupId: 'night', actorId: 'grace' };
  await archiveGroup(school.deps, { ...input, now: school.now() });
  await school.travelTo('2026-03-25T12:00Z');
  expect(await school.states()).toHaveLength(2);
  expect(await openPeriods.nextDue(school.now(), school.deps)).toBeUndefined();
  await reviveGroup(school.deps, { ...input, now: school.now() });
  await school.travelTo('2026-03-30T12:00Z');
  expect((await school.states()).map((state) => state.split(' ')[0])).toEqual([
    ...['posted', 'missed', 'missed', 'posted'],
    'due',
  ]);
});

test('another rhythm is looked at when it is chosen: no period is opened late', async () => {
  const school = await aSchool();
  await school.travelTo('2026-03-04T12:00Z');
  await editGroup(school.deps, { groupId: 'night', change: { rhythm: 'daily' }, actorId: 'grace', now: school.now() });
  await school.travelTo('2026-03-11T12:00Z');
  const rows = await school.deps.db.selectFrom('period').selectAll().orderBy('sequence').execute();
  expect(rows.map(({ first_day, last_day }) => `${first_day}/${last_day}`)).toEqual([
    '2026-03-02/2026-03-08',
    '2026-03-09/2026-03-09',
    '2026-03-10/2026-03-10',
    '2026-03-11/2026-03-11',
  ]);
});

test('a prompt that cannot be posted leaves its period neutral, and the moderators hear why', async () => {
  const school = await aSchool();
  await school.travelTo('2026-03-08T16:00Z');
  school.answers.push({ kind: 'blocked', problem: 'missing-permission' });
  await school.moveTo('2026-03-08T17:00Z');
  expect(await school.states()).toEqual(['ordered due']);
  await school.moveTo('2026-03-09T12:00Z');
  expect((await school.states())[0]).toBe('missed due');
  expect(await school.notices()).toEqual(['night.n.missing-permission.c.1.s']);
});

test('whoever checked in before a prompt that came to nothing still gets their card', async () => {
  const school = await aSchool();
  await school.travelTo('2026-03-08T17:30Z');
  // Nothing of it was sent: the thread is still to come.
  await school.deps.db.updateTable('outbox').set({ state: 'blocked', attempts: 0, settled_at: null }).execute();
  await school.deps.db.updateTable('period').set({ prompt_state: 'ordered', thread_id: null }).execute();
  expect(await school.checkIn(1)).toBe('written');
  await school.deps.db.updateTable('outbox').set({ next_attempt_at: '2026-03-09T10:00:00.000Z' }).execute();
  await school.moveTo('2026-03-09T12:00Z');
  await school.moveTo('2026-03-09T12:10Z');
  expect((await school.states())[0]).toBe('missed due');
  await school.moveTo('2026-03-09T12:11Z');
  expect(school.calls.slice(-4, -2)).toEqual(['send night.c.1.s channel', 'thread 1']);
  expect(school.calls.at(-1)).toMatch(/^send night\.c\.1\.k\..+ thread$/);
});
