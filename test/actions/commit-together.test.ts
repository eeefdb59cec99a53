import { expect, test } from 'vitest';
import { createCommitTogether } from '../../src/actions/commit-together.ts';
import { findSetting, saveSetting } from '../../src/store/setting-store.ts';
import { freshDatabase } from '../support/database.ts';

test('what comes at the same time is committed as one, and each gets its own answer', async () => {
  const db = await freshDatabase();
  let commits = 0;
  const commit = createCommitTogether(db, async () => {
    commits += 1;
  });
  const saved = ['a', 'b', 'c'].map((name) =>
    commit(async (trx) => {
      await saveSetting(trx, 'bot', name, name);
      return name.toUpperCase();
    }),
  );
  expect(await Promise.all(saved)).toEqual(['A', 'B', 'C']);
  expect(commits).toBe(1);
  expect(await findSetting(db, 'bot', 'c')).toBe('c');
  expect(await commit(async () => 'later')).toBe('later');
});

test('one that throws takes nothing from the others', async () => {
  const db = await freshDatabase();
  const commit = createCommitTogether(db, async () => {});
  const results = await Promise.allSettled([
    commit((trx) => saveSetting(trx, 'bot', 'first', 'kept')),
    commit(async (trx) => {
      await saveSetting(trx, 'bot', 'second', 'half done');
      throw new Error('broken');
    }),
    commit((trx) => saveSetting(trx, 'bot', 'third', 'kept')),
  ]);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  const stored = await Promise.all(['first', 'second', 'third'].map((name) => findSetting(db, 'bot', name)));
  expect(stored).toEqual(['kept', undefined, 'kept']);
});
