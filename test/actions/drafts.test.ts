import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { clearDrafts } from '../../src/actions/clear-drafts.ts';
import { findDraft } from '../../src/actions/find-draft.ts';
import { saveDraft } from '../../src/actions/save-draft.ts';
import { instant } from '../support/builders.ts';
import { freshDeps } from '../support/database.ts';

const noon = instant('2026-03-02T12:00Z');
const refusedText = { userId: 'ada', kind: 'form:checkin:new', content: { did: 'Read about indexes.' }, now: noon };

test('what a member typed comes back to them under the id they were given', async () => {
  const deps = await freshDeps({ newId: () => 'e5b1' });
  const id = await saveDraft(deps, refusedText);

  expect(id).toBe('e5b1');
  expect((await findDraft(deps, { ...refusedText, id }))?.content).toEqual({ did: 'Read about indexes.' });
});

test('a draft waits for a day and not longer', async () => {
  const deps = await freshDeps();
  const id = await saveDraft(deps, refusedText);

  expect(await findDraft(deps, { ...refusedText, id, now: instant('2026-03-03T11:59:59.999Z') })).toBeDefined();
  expect(await findDraft(deps, { ...refusedText, id, now: instant('2026-03-03T12:00Z') })).toBeUndefined();
});

test('nobody else reads what a member typed, whatever id they guess', async () => {
  const deps = await freshDeps();
  const id = await saveDraft(deps, refusedText);
  expect(await findDraft(deps, { ...refusedText, id, userId: 'grace' })).toBeUndefined();
});

test('a second draft of the same form leaves the first one as it is', async () => {
  const deps = await freshDeps();
  const first = await saveDraft(deps, refusedText);
  const second = await saveDraft(deps, { ...refusedText, content: { did: 'Again.' } });

  expect((await findDraft(deps, { ...refusedText, id: first }))?.content).toEqual({ did: 'Read about indexes.' });
  expect((await findDraft(deps, { ...refusedText, id: second }))?.content).toEqual({ did: 'Again.' });
});

test('ten members who are refused at the same moment all get their own text back', async () => {
  const deps = await freshDeps({ newId: randomUUID });
  const members = Array.from({ length: 10 }, (_, number) => `member-${number}`);
  const saved = members.map(async (userId) => ({
    userId,
    id: await saveDraft(deps, { ...refusedText, userId, content: userId }),
  }));

  for (const { userId, id } of await Promise.all(saved)) {
    expect((await findDraft(deps, { ...refusedText, userId, id }))?.content).toBe(userId);
  }
});

test('clearing takes the drafts whose day is over and no other', async () => {
  const deps = await freshDeps();
  await saveDraft(deps, refusedText);
  const late = await saveDraft(deps, { ...refusedText, now: instant('2026-03-02T12:01Z') });
  const nextNoon = instant('2026-03-03T12:00Z');

  expect(await clearDrafts(deps, nextNoon)).toBe(1);
  expect(await clearDrafts(deps, nextNoon)).toBe(0);
  expect(await findDraft(deps, { ...refusedText, id: late, now: nextNoon })).toBeDefined();
});
