import { expect, test } from 'vitest';
import {
  findCheckIn,
  findCheckInByCard,
  findCheckInOf,
  listCheckIns,
  listNewestCheckIns,
  listRevisions,
  saveCard,
  saveCheckIn,
} from '../../src/store/check-in-store.ts';
import type { Db } from '../../src/store/database.ts';
import { insertMember } from '../../src/store/member-store.ts';
import { insertMembership } from '../../src/store/membership-store.ts';
import { insertPeriod } from '../../src/store/period-store.ts';
import { insertProgressEvent } from '../../src/store/progress-store.ts';
import { listCheckInsOfRecap, listFinishedSteps } from '../../src/store/recap-store.ts';
import { findStreakFold, saveStreakFold } from '../../src/store/streak-store.ts';
import { insertStudyGroup } from '../../src/store/study-group-store.ts';
import { instant } from '../support/builders.ts';
import { aCheckIn, aContent, aStoredPeriod, aWeeklyGroup } from '../support/check-ins.ts';
import { freshDatabase } from '../support/database.ts';
import { somePeriods } from '../support/periods.ts';
import { aMember } from '../support/progress-builders.ts';

const at = instant('2026-01-07T12:00Z');
const written = (id: string) => ({ id, change: 'written', at }) as const;

/** Ada, Bob and Cleo in group-1, with its first two weeks. */
async function databaseWithGroup(): Promise<Db> {
  const db = await freshDatabase();
  await insertStudyGroup(db, aWeeklyGroup());
  for (const name of ['ada', 'bob', 'cleo']) {
    await insertMember(db, aMember({ id: `member-${name}`, userId: name }));
    const membership = { id: name, memberId: `member-${name}`, groupId: 'group-1', leftAt: undefined };
    await insertMembership(db, { ...membership, joinedAt: instant('2026-01-05T12:00Z') });
  }
  for (const period of somePeriods(2)) await insertPeriod(db, aStoredPeriod({}, period));
  return db;
}

const full = aCheckIn({
  ...aContent({ next: 'Joins.', obstacle: 'Time.', hours: 3.5, finishedStepId: 'sql' }),
  asksForHelp: true,
  isPrivate: true,
  partnerPairId: 'pair-1',
  takenBackAt: instant('2026-01-08T12:00Z'),
  hiddenAt: instant('2026-01-09T12:00Z'),
  card: { channelId: 'thread', messageId: 'card' },
});

test.each([aCheckIn(), full])('a check-in comes back as it went in', async (checkIn) => {
  const db = await databaseWithGroup();
  await saveCheckIn(db, checkIn, written('r1'));
  expect(await findCheckIn(db, checkIn.id)).toEqual(checkIn);
  expect(await findCheckInOf(db, 'member-ada', 'group-1.c.1')).toEqual(checkIn);
  expect(await findCheckInOf(db, 'member-ada', 'group-1.c.2')).toBeUndefined();
});

test('a member has one check-in a period: the database itself refuses a second', async () => {
  const db = await databaseWithGroup();
  await saveCheckIn(db, aCheckIn(), written('r1'));
  await expect(saveCheckIn(db, aCheckIn({ id: 'another' }), written('r2'))).rejects.toThrow('UNIQUE');
});

test('saving it again changes it, and its history says what it said before', async () => {
  const db = await databaseWithGroup();
  const corrected = aCheckIn({ did: 'Read on.', hours: 2 });
  await saveCheckIn(db, aCheckIn(), written('r1'));
  await saveCheckIn(db, corrected, { id: 'r2', change: 'corrected', at: instant('2026-01-08T12:00Z') });
  await saveCheckIn(
    db,
    { ...corrected, hiddenAt: at },
    { id: 'r3', change: 'hidden', at: instant('2026-01-09T12:00Z') },
  );

  expect(await findCheckIn(db, 'check-in-1')).toEqual({ ...corrected, hiddenAt: at });
  const revisions = await listRevisions(db, 'check-in-1');
  expect(revisions.map(({ id, change, content }) => [id, change, content])).toEqual([
    ['r1', 'written', aContent()],
    ['r2', 'corrected', aContent({ did: 'Read on.', hours: 2 })],
    ['r3', 'hidden', undefined],
  ]);
});

test('a check-in is found by its card, as long as that stands', async () => {
  const db = await databaseWithGroup();
  await saveCheckIn(db, aCheckIn(), written('r1'));
  await saveCard(db, 'check-in-1', { channelId: 'thread', messageId: 'card' });
  expect((await findCheckInByCard(db, 'card'))?.id).toBe('check-in-1');
  await saveCard(db, 'check-in-1', undefined);
  expect(await findCheckInByCard(db, 'card')).toBeUndefined();
});

test('check-ins of a period come in the order in which they were written, those of a member the newest first', async () => {
  const db = await databaseWithGroup();
  const checkIns = [
    aCheckIn({ id: 'b', memberId: 'member-bob', firstAt: instant('2026-01-06T12:00Z') }),
    aCheckIn({ id: 'a' }),
    aCheckIn({ id: 'a2', periodId: 'group-1.c.2', firstAt: instant('2026-01-14T12:00Z') }),
  ];
  for (const checkIn of checkIns.toReversed()) await saveCheckIn(db, checkIn, written(checkIn.id));
  expect((await listCheckIns(db, 'group-1.c.1')).map(({ id }) => id)).toEqual(['b', 'a']);
  expect((await listNewestCheckIns(db, 'member-ada', 9)).map(({ id }) => id)).toEqual(['a2', 'a']);
  expect((await listNewestCheckIns(db, 'member-ada', 1)).map(({ id }) => id)).toEqual(['a2']);
});

test('a recap is told what is in the way only of members who asked for help', async () => {
  const db = await databaseWithGroup();
  await saveCheckIn(db, aCheckIn({ id: 'a', obstacle: 'Mine.' }), written('a'));
  await saveCheckIn(db, { ...full, id: 'b', memberId: 'member-bob' }, written('b'));
  const [first, second] = await listCheckInsOfRecap(db, 'group-1.c.1');
  expect(first).toEqual({ ...pick(aCheckIn({ id: 'a' })), obstacle: undefined });
  expect(second).toEqual(pick({ ...full, id: 'b', memberId: 'member-bob' }));
});

function pick(checkIn: typeof full) {
  const { id, memberId, obstacle, hours, asksForHelp, isPrivate, counts, takenBackAt, hiddenAt, card } = checkIn;
  return { id, memberId, obstacle, hours, asksForHelp, isPrivate, counts, takenBackAt, hiddenAt, card };
}

async function finish(db: Db, name: string, itemId: string, since: string): Promise<void> {
  const event = { id: `${name}-${itemId}`, memberId: `member-${name}`, at: instant(since), undoes: undefined };
  const change = { itemId, from: 'open', to: 'done' } as const;
  const record = { itemId, state: 'done', since: instant(since), eventId: event.id } as const;
  await insertProgressEvent(db, 'backend', { ...event, changes: [change] }, new Map([[itemId, record]]));
}

test('finished steps are counted once a member, within the period, of whoever shows their progress', async () => {
  const db = await databaseWithGroup();
  await insertMember(db, aMember({ id: 'member-shy', userId: 'shy', progressVisibility: 'nobody' }));
  await insertMembership(db, {
    id: 'shy',
    memberId: 'member-shy',
    groupId: 'group-1',
    joinedAt: at,
    leftAt: undefined,
  });
  await finish(db, 'ada', 'git', '2026-01-08T12:00Z');
  await finish(db, 'bob', 'git', '2026-01-11T22:59Z');
  await finish(db, 'bob', 'sql', '2026-01-06T12:00Z');
  await finish(db, 'cleo', 'git', '2026-01-11T23:00Z');
  await finish(db, 'cleo', 'http', '2026-01-05T11:59Z'); // Before she was in the group.
  await finish(db, 'cleo', 'sql/joins', '2026-01-08T12:00Z');
  await finish(db, 'shy', 'http', '2026-01-08T12:00Z');
  expect(await listFinishedSteps(db, aStoredPeriod(), 'backend')).toEqual([
    { stepId: 'git', count: 2 },
    { stepId: 'sql', count: 1 },
  ]);
  expect(await listFinishedSteps(db, aStoredPeriod(), 'frontend')).toEqual([]);
});

test('a step ticked in a check-in counts for its period alone, and in a private one for none', async () => {
  const db = await databaseWithGroup();
  const [first, second] = somePeriods(2).map((period) => aStoredPeriod({}, period));
  if (!first || !second) throw new Error('There are no periods');
  const inGrace = instant('2026-01-13T12:00Z');
  const late = { firstAt: inGrace, changedAt: inGrace };
  await saveCheckIn(db, aCheckIn({ ...late, finishedStepId: 'git' }), written('a'));
  await finish(db, 'ada', 'git', '2026-01-13T12:00Z');
  const bob = { id: 'b', memberId: 'member-bob' };
  await saveCheckIn(db, aCheckIn({ ...bob, ...late, finishedStepId: 'sql', isPrivate: true }), written('b'));
  await finish(db, 'bob', 'sql', '2026-01-13T12:00Z');
  await finish(db, 'bob', 'http', '2026-01-13T12:00Z');
  expect(await listFinishedSteps(db, first, 'backend')).toEqual([{ stepId: 'git', count: 1 }]);
  expect(await listFinishedSteps(db, second, 'backend')).toEqual([{ stepId: 'http', count: 1 }]);
});

test('a step that was opened again and finished later by hand counts when that was, whatever a check-in said', async () => {
  const db = await databaseWithGroup();
  const [first, second] = somePeriods(2).map((period) => aStoredPeriod({}, period));
  if (!first || !second) throw new Error('There are no periods');
  await saveCheckIn(db, aCheckIn({ finishedStepId: 'git' }), written('a'));
  await finish(db, 'ada', 'git', '2026-01-14T12:00Z');
  expect(await listFinishedSteps(db, first, 'backend')).toEqual([]);
  expect(await listFinishedSteps(db, second, 'backend')).toEqual([{ stepId: 'git', count: 1 }]);
});

test('a step that two check-ins tick counts for the later one', async () => {
  const db = await databaseWithGroup();
  const [first, second] = somePeriods(2).map((period) => aStoredPeriod({}, period));
  if (!first || !second) throw new Error('There are no periods');
  const corrected = { changedAt: instant('2026-01-16T12:00Z'), finishedStepId: 'git' };
  await saveCheckIn(db, aCheckIn(corrected), written('a'));
  const again = { id: 'a2', periodId: 'group-1.c.2', firstAt: instant('2026-01-14T12:00Z') };
  await saveCheckIn(db, aCheckIn({ ...corrected, ...again }), written('a2'));
  await finish(db, 'ada', 'git', '2026-01-14T12:00Z');
  expect(await listFinishedSteps(db, first, 'backend')).toEqual([]);
  expect(await listFinishedSteps(db, second, 'backend')).toEqual([{ stepId: 'git', count: 1 }]);
});

test('a check-in that no longer counts makes the streak be reckoned anew', async () => {
  const db = await databaseWithGroup();
  const fold = { through: at, kept: 3, quarters: 3, grounds: '' };
  await saveStreakFold(db, 'member-ada', fold);
  await saveStreakFold(db, 'member-bob', fold);
  await saveCheckIn(db, aCheckIn(), written('r1'));
  expect(await findStreakFold(db, 'member-ada')).toEqual(fold);
  await saveCheckIn(db, aCheckIn({ counts: false, takenBackAt: at }), { id: 'r2', change: 'taken-back', at });
  expect(await findStreakFold(db, 'member-ada')).toBeUndefined();
  expect(await findStreakFold(db, 'member-bob')).toEqual(fold);
});
