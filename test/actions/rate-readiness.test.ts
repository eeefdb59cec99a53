import { expect, test } from 'vitest';
import { giveEvidence, rateReadiness } from '../../src/actions/rate-readiness.ts';
import { readReadiness } from '../../src/actions/read-readiness.ts';
import type { ReadinessLevel } from '../../src/domain/readiness.ts';
import { listRatings } from '../../src/store/readiness-store.ts';
import { aContentSource, aReadinessCheck, aRoadmap, instant } from '../support/builders.ts';
import { freshDeps } from '../support/database.ts';
import { joined } from '../support/progress-builders.ts';

const noon = instant('2026-03-02T12:00Z');
const content = aContentSource(aRoadmap({ readinessChecks: ['api', 'sql'].map((id) => aReadinessCheck({ id })) }));

async function story() {
  const deps = await freshDeps({ content });
  const member = await joined(deps);
  const common = { memberId: member.id, language: 'en', now: noon };
  return {
    deps,
    rate: async (checkId: string, level: ReadinessLevel, now = noon) =>
      (await rateReadiness(deps, { ...common, checkId, level, now })).outcome,
    prove: async (checkId: string, evidence: string) =>
      (await giveEvidence(deps, { ...common, checkId, evidence })).outcome,
    history: () => listRatings(deps.db, { memberId: member.id, roadmapId: 'backend' }),
    readiness: async () => (await readReadiness(deps, member.id, 'en')).readiness,
  };
}

test('a rating is kept, and so is every one before it', async () => {
  const { rate, history } = await story();
  expect(await rate('api', 'not-yet')).toMatchObject({ kind: 'rated', becameReady: false });
  await rate('api', 'alone', noon.add({ hours: 1 }));
  expect((await history()).map(({ level, at }) => `${level} ${at}`)).toEqual([
    'not-yet 2026-03-02T12:00:00Z',
    'alone 2026-03-02T13:00:00Z',
  ]);
});

test('setting the same level twice writes nothing and says so', async () => {
  const { rate, history } = await story();
  await rate('api', 'alone');
  expect((await rate('api', 'alone', noon.add({ hours: 1 }))).kind).toBe('unchanged');
  expect(await history()).toHaveLength(1);
});

test('two devices that press the same level at once write one rating', async () => {
  const { rate, history } = await story();
  const outcomes = await Promise.all(Array.from({ length: 5 }, () => rate('api', 'alone')));
  expect(outcomes.filter(({ kind }) => kind === 'rated')).toHaveLength(1);
  expect(await history()).toHaveLength(1);
});

test('two ratings of one moment keep their order, also where the clock went back', async () => {
  const { rate, readiness } = await story();
  await rate('api', 'not-yet');
  await rate('api', 'teach');
  await rate('api', 'alone', noon.subtract({ hours: 1 }));
  const [api] = (await readiness()).checks;
  expect(api?.growth.map(({ level }) => level)).toEqual(['not-yet', 'teach', 'alone']);
});

test('evidence stays when the level changes, and an empty text takes it away', async () => {
  const { rate, prove, readiness } = await story();
  await rate('api', 'with-help');
  await prove('api', '  https://example.com/mine  ');
  await rate('api', 'alone');
  expect(await readiness()).toMatchObject({ proven: 1, claimed: 0 });
  expect((await readiness()).checks[0]?.newest?.evidence).toBe('https://example.com/mine');

  expect((await prove('api', 'https://example.com/mine')).kind).toBe('unchanged');
  await prove('api', ' ');
  expect(await readiness()).toMatchObject({ proven: 0, claimed: 1 });
  expect((await prove('api', '')).kind).toBe('unchanged');
});

test('evidence without a rating is not kept', async () => {
  const { prove, history } = await story();
  expect((await prove('api', 'I did it.')).kind).toBe('not-rated');
  expect(await history()).toEqual([]);
});

test('the rating that makes all of them good is told, and only that one', async () => {
  const { rate } = await story();
  expect(await rate('api', 'alone')).toMatchObject({ becameReady: false });
  expect(await rate('sql', 'teach')).toMatchObject({ becameReady: true });
  expect(await rate('sql', 'alone')).toMatchObject({ becameReady: false });
});

test('a check that is not on the roadmap is not rated', async () => {
  const { rate, history } = await story();
  expect((await rate('retired', 'alone')).kind).toBe('unknown-check');
  expect(await history()).toEqual([]);
});

test('what one member says is not shown to another, nor in another server', async () => {
  const { deps, rate } = await story();
  const others = [
    await joined(deps, { id: 'member-grace', userId: 'grace' }),
    await joined(deps, { id: 'member-ada-2', serverId: 'library' }),
  ];
  await rate('api', 'alone');
  for (const { id } of others) expect((await readReadiness(deps, id, 'en')).readiness.unrated).toBe(2);
});
