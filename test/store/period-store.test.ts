import { expect, test } from 'vitest';
import type { StoredPeriod } from '../../src/domain/stored-period.ts';
import { saveCheckIn } from '../../src/store/check-in-store.ts';
import type { Db } from '../../src/store/database.ts';
import { insertMember } from '../../src/store/member-store.ts';
import { listDuePrompts, listDueRecaps, setPromptState, setRecapState } from '../../src/store/period-state-store.ts';
import {
  findLastPeriod,
  findPeriod,
  insertPeriod,
  listPeriodsAfter,
  saveThread,
} from '../../src/store/period-store.ts';
import { findPromptWake, listTellingPeriods, savePromptWake } from '../../src/store/prompt-rest-store.ts';
import { insertStudyGroup } from '../../src/store/study-group-store.ts';
import { instant } from '../support/builders.ts';
import { aCheckIn, aStoredPeriod, aWeeklyGroup } from '../support/check-ins.ts';
import { freshDatabase } from '../support/database.ts';
import { somePeriods } from '../support/periods.ts';
import { aMember } from '../support/progress-builders.ts';

/** group-1 with its first weeks, in which these things happened to the prompts. */
async function databaseWith(promptStates: readonly StoredPeriod['promptState'][]): Promise<Db> {
  const db = await freshDatabase();
  await insertMember(db, aMember());
  await insertStudyGroup(db, aWeeklyGroup());
  const periods = somePeriods(promptStates.length);
  for (const [index, period] of periods.entries()) {
    await insertPeriod(db, aStoredPeriod({ promptState: promptStates[index] ?? 'due' }, period));
  }
  return db;
}

const ids = (periods: readonly StoredPeriod[]) => periods.map(({ id }) => id);

test('a period comes back as it went in, a group’s and one of somebody who learns alone', async () => {
  const db = await databaseWith([]);
  const thread = { channelId: 'channel', starterMessageId: 'starter', threadId: 'thread' };
  const ofGroup = aStoredPeriod({ thread });
  const own = aStoredPeriod({ groupId: undefined, memberId: 'member-ada', promptState: 'none', recapState: 'none' });
  await insertPeriod(db, ofGroup);
  await insertPeriod(db, own);
  expect(await findPeriod(db, 'group-1.c.1')).toEqual(ofGroup);
  expect(await findPeriod(db, 'member-ada.c.1')).toEqual(own);
  expect(await findPeriod(db, 'group-1.c.2')).toBeUndefined();
});

test('a period that is written down again keeps what became of it', async () => {
  const db = await databaseWith(['posted']);
  await insertPeriod(db, aStoredPeriod({ promptState: 'due' }));
  expect(await findPeriod(db, 'group-1.c.1')).toMatchObject({ promptState: 'posted' });
});

test.each([
  { what: 'nobody’s', whose: { groupId: undefined, memberId: undefined } },
  { what: 'both a group’s and a member’s', whose: { groupId: 'group-1', memberId: 'member-ada' } },
])('the database itself refuses a period that is $what', async ({ whose }) => {
  const db = await databaseWith([]);
  await expect(insertPeriod(db, aStoredPeriod({ id: 'x', ...whose }))).rejects.toThrow('CHECK');
});

test('the newest period, and those that close after a moment', async () => {
  const db = await databaseWith(['posted', 'posted', 'due']);
  expect((await findLastPeriod(db, 'group-1'))?.sequence).toBe(3);
  expect(await findLastPeriod(db, 'group-2')).toBeUndefined();
  expect(ids(await listPeriodsAfter(db, 'group-1', instant('2026-01-11T23:00Z')))).toEqual([
    'group-1.c.2',
    'group-1.c.3',
  ]);
});

test('what became of a prompt is settled when the grace has ended', async () => {
  const db = await databaseWith(['due']);
  expect(await setPromptState(db, 'group-1.c.1', 'posted', instant('2026-01-13T22:59Z'))).toBe(true);
  expect(await setPromptState(db, 'group-1.c.1', 'missed', instant('2026-01-13T23:00Z'))).toBe(false);
  expect(await findPeriod(db, 'group-1.c.1')).toMatchObject({ promptState: 'posted' });
});

test('prompts and recaps are due from their moment on, the longest due first, until something became of them', async () => {
  const db = await databaseWith(['due', 'due', 'due']);
  expect(await listDuePrompts(db, instant('2026-01-11T16:59Z'), 9)).toEqual([]);
  expect(await listDuePrompts(db, instant('2026-01-18T17:00Z'), 9)).toEqual(['group-1.c.1', 'group-1.c.2']);
  expect(await listDuePrompts(db, instant('2026-01-18T17:00Z'), 1)).toEqual(['group-1.c.1']);
  expect(await listDueRecaps(db, instant('2026-01-21T17:00Z'), 9)).toEqual(['group-1.c.1', 'group-1.c.2']);

  await setPromptState(db, 'group-1.c.1', 'posted', instant('2026-01-11T17:00Z'));
  await setRecapState(db, 'group-1.c.2', 'empty');
  expect(await listDuePrompts(db, instant('2026-01-18T17:00Z'), 9)).toEqual(['group-1.c.2']);
  expect(await listDueRecaps(db, instant('2026-01-21T17:00Z'), 9)).toEqual(['group-1.c.1']);
});

test('a thread is kept, and forgotten when it is gone', async () => {
  const db = await databaseWith(['due']);
  const thread = { channelId: 'channel', starterMessageId: 'starter', threadId: 'thread' };
  await saveThread(db, 'group-1.c.1', thread);
  expect((await findPeriod(db, 'group-1.c.1'))?.thread).toEqual(thread);
  await saveThread(db, 'group-1.c.1', undefined);
  expect((await findPeriod(db, 'group-1.c.1'))?.thread).toBeUndefined();
});

test('periods that tell something are those with a prompt or with a check-in that counts, be it private', async () => {
  const db = await databaseWith(['posted', 'missed', 'resting', 'posted', 'missed']);
  const revision = { change: 'written', at: instant('2026-01-20T12:00Z') } as const;
  await saveCheckIn(db, aCheckIn({ periodId: 'group-1.c.3', isPrivate: true }), { id: 'a', ...revision });
  await saveCheckIn(db, aCheckIn({ id: 'b', periodId: 'group-1.c.5', counts: false }), { id: 'b', ...revision });
  const telling = async (limit: number) =>
    (await listTellingPeriods(db, 'group-1', limit)).map(({ sequence, hasCheckIns }) => `${sequence}: ${hasCheckIns}`);
  expect(await telling(9)).toEqual(['1: false', '3: true', '4: false']);
  expect(await telling(2)).toEqual(['3: true', '4: false']);
});

test('the last time that prompts were woken is the one that counts', async () => {
  const db = await databaseWith([]);
  expect(await findPromptWake(db, 'group-1')).toBeUndefined();
  await savePromptWake(db, 'group-1', instant('2026-01-11T17:00Z'));
  await savePromptWake(db, 'group-1', instant('2026-02-11T17:00Z'));
  expect(`${await findPromptWake(db, 'group-1')}`).toBe('2026-02-11T17:00:00Z');
});
