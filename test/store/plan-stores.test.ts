import { expect, test } from 'vitest';
import type { PlanChange } from '../../src/domain/plan.ts';
import type { Db } from '../../src/store/database.ts';
import { insertMember } from '../../src/store/member-store.ts';
import { cancelPause, insertPause, listPauses } from '../../src/store/pause-store.ts';
import { cancelPlanChange, insertPlanChange, listPlanChanges } from '../../src/store/plan-change-store.ts';
import { instant } from '../support/builders.ts';
import { freshDatabase } from '../support/database.ts';
import { day } from '../support/plans.ts';
import { aMember } from '../support/progress-builders.ts';

const noon = instant('2026-03-02T12:00Z');

async function databaseWithTwo(): Promise<Db> {
  const db = await freshDatabase();
  await insertMember(db, aMember());
  await insertMember(db, aMember({ id: 'member-grace', userId: 'grace' }));
  return db;
}

const aPause = (id: string, firstDay: string, lastDay: string, memberId = 'member-ada') => ({
  id,
  memberId,
  firstDay: day(firstDay),
  lastDay: day(lastDay),
  recordedAt: noon,
});

test('pauses come back as they went in, oldest first, each member’s own', async () => {
  const db = await databaseWithTwo();
  await insertPause(db, aPause('b', '2026-12-24', '2027-01-06'));
  await insertPause(db, aPause('a', '2026-02-28', '2026-02-28'));
  await insertPause(db, aPause('c', '2026-02-28', '2026-02-28', 'member-grace'));

  const pauses = await listPauses(db, 'member-ada');
  expect(pauses.map(({ id, firstDay, lastDay }) => [id, `${firstDay}`, `${lastDay}`])).toEqual([
    ['a', '2026-02-28', '2026-02-28'],
    ['b', '2026-12-24', '2027-01-06'],
  ]);
});

test('a pause is taken back once, by whose it is', async () => {
  const db = await databaseWithTwo();
  await insertPause(db, aPause('a', '2026-02-01', '2026-02-28'));

  expect(await cancelPause(db, 'member-grace', 'a', noon)).toBe(false);
  expect(await listPauses(db, 'member-ada')).toHaveLength(1);
  expect(await cancelPause(db, 'member-ada', 'a', noon)).toBe(true);
  expect(await cancelPause(db, 'member-ada', 'a', noon)).toBe(false);
  expect(await listPauses(db, 'member-ada')).toEqual([]);
});

test('the database itself refuses a pause that ends before it starts', async () => {
  const db = await databaseWithTwo();
  await expect(insertPause(db, aPause('a', '2026-02-02', '2026-02-01'))).rejects.toThrow('CHECK');
});

const changes: readonly PlanChange[] = [
  { id: 'a', kind: 'more-hours', firstDay: day('2026-03-02'), hours: 3, days: 42 },
  { id: 'b', kind: 'later-end', firstDay: day('2026-03-02'), days: 35 },
];

test('changes of the plan come back as they went in, each id once', async () => {
  const db = await databaseWithTwo();
  for (const change of changes) expect(await insertPlanChange(db, 'member-ada', change, noon)).toBe(true);
  for (const change of changes) expect(await insertPlanChange(db, 'member-ada', change, noon)).toBe(false);

  expect(await listPlanChanges(db, 'member-ada')).toEqual(changes);
  expect(await listPlanChanges(db, 'member-grace')).toEqual([]);
});

test('a change of the plan is taken back once, by whose it is, and does not come again under its id', async () => {
  const db = await databaseWithTwo();
  const [change] = changes;
  if (!change) throw new Error('There is none');
  await insertPlanChange(db, 'member-ada', change, noon);

  expect(await cancelPlanChange(db, 'member-grace', 'a', noon)).toBe(false);
  expect(await cancelPlanChange(db, 'member-ada', 'a', noon)).toBe(true);
  expect(await cancelPlanChange(db, 'member-ada', 'a', noon)).toBe(false);
  expect(await insertPlanChange(db, 'member-ada', change, noon)).toBe(false);
  expect(await listPlanChanges(db, 'member-ada')).toEqual([]);
});
