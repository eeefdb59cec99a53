import { expect, test } from 'vitest';
import { claimDraft, deleteExpiredDrafts, findDraft, insertDraft } from '../../src/store/draft-store.ts';
import { aDraft, instant } from '../support/builders.ts';
import { freshDatabase } from '../support/database.ts';

const wanted = { id: 'draft-1', userId: 'ada', kind: 'form:checkin:new', now: instant('2026-03-02T13:00Z') };

test('a draft comes back to its author as it went in', async () => {
  const db = await freshDatabase();
  const draft = aDraft({ content: { args: ['a:b'], given: { did: "it's “done” 😀\n", tick: true, none: null } } });
  await insertDraft(db, draft);

  const found = await findDraft(db, wanted);

  expect(found).toMatchObject({ id: draft.id, userId: 'ada', kind: draft.kind, content: draft.content });
  expect([found?.createdAt.toString(), found?.expiresAt.toString()]).toEqual([
    '2026-03-02T12:00:00Z',
    '2026-03-03T12:00:00Z',
  ]);
});

test.each([
  { who: 'somebody else', asks: { userId: 'grace' } },
  { who: 'the author with another kind of draft in mind', asks: { kind: 'form:checkin:edit' } },
  { who: 'the author with an id that there is not', asks: { id: 'draft-2' } },
])('$who gets nothing', async ({ asks }) => {
  const db = await freshDatabase();
  await insertDraft(db, aDraft());
  expect(await findDraft(db, { ...wanted, ...asks })).toBeUndefined();
});

test.each([
  { now: '2026-03-03T11:59:59.999Z', there: true },
  { now: '2026-03-03T12:00:00Z', there: false },
  { now: '2026-03-03T12:00:00.001Z', there: false },
])('a draft that expires at noon is there at $now: $there', async ({ now, there }) => {
  const db = await freshDatabase();
  await insertDraft(db, aDraft());
  expect((await findDraft(db, { ...wanted, now: instant(now) })) !== undefined).toBe(there);
});

test('a draft that is claimed by many at once is given to one of them', async () => {
  const db = await freshDatabase();
  await insertDraft(db, aDraft());
  expect(await claimDraft(db, { ...wanted, userId: 'grace' })).toBeUndefined();
  const claims = await Promise.all(Array.from({ length: 10 }, () => claimDraft(db, wanted)));
  expect(claims.flatMap((draft) => draft?.id ?? [])).toEqual(['draft-1']);
  expect(await findDraft(db, wanted)).toBeUndefined();
});

test('only what has expired is deleted, and the number of it is told', async () => {
  const db = await freshDatabase();
  await insertDraft(db, aDraft({ id: 'draft-1', expiresAt: instant('2026-03-03T12:00:00.001Z') }));
  await insertDraft(db, aDraft({ id: 'old', expiresAt: instant('2026-03-03T12:00Z') }));
  await insertDraft(db, aDraft({ id: 'older', userId: 'grace', expiresAt: instant('2026-03-01T12:00Z') }));

  expect(await deleteExpiredDrafts(db, instant('2026-03-03T12:00Z'))).toBe(2);
  expect(await deleteExpiredDrafts(db, instant('2026-03-03T12:00Z'))).toBe(0);
  expect(await findDraft(db, wanted)).toBeDefined();
});

test('an id is taken once', async () => {
  const db = await freshDatabase();
  await insertDraft(db, aDraft());
  await expect(insertDraft(db, aDraft({ userId: 'grace' }))).rejects.toThrow('UNIQUE');
  expect(await findDraft(db, { ...wanted, userId: 'grace' })).toBeUndefined();
});
