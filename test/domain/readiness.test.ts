import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  countStepsUp,
  isAble,
  type ReadinessLevel,
  type ReadinessRating,
  readinessLevels,
  summariseReadiness,
} from '../../src/domain/readiness.ts';
import { aReadinessCheck, aRoadmap, instant } from '../support/builders.ts';

const roadmap = aRoadmap({ readinessChecks: ['api', 'sql', 'docker'].map((id) => aReadinessCheck({ id })) });

/** Ratings in the order in which they are said, a minute apart: "sql alone", or with evidence "sql alone +". */
function said(...sentences: readonly string[]): ReadinessRating[] {
  return sentences.map((sentence, index) => {
    const [checkId = '', level = '', evidence] = sentence.split(' ');
    return {
      id: `rating-${index}`,
      checkId,
      level: level as ReadinessLevel,
      evidence: evidence && 'I did it.',
      at: instant('2026-03-02T12:00Z').add({ minutes: index }),
    };
  });
}

test.each<{
  said: readonly string[];
  proven: number;
  claimed: number;
  unrated: number;
  weakest?: string;
  ready?: true;
}>([
  { said: [], proven: 0, claimed: 0, unrated: 3 },
  { said: ['api not-yet'], proven: 0, claimed: 0, unrated: 2, weakest: 'api' },
  { said: ['api with-help', 'sql not-yet'], proven: 0, claimed: 0, unrated: 1, weakest: 'sql' },
  { said: ['sql not-yet', 'api not-yet'], proven: 0, claimed: 0, unrated: 1, weakest: 'api' },
  { said: ['api alone', 'sql alone +'], proven: 1, claimed: 1, unrated: 1 },
  { said: ['api not-yet +', 'sql teach'], proven: 0, claimed: 1, unrated: 1, weakest: 'api' },
  { said: ['api not-yet', 'api alone'], proven: 0, claimed: 1, unrated: 2 },
  { said: ['api alone', 'api with-help'], proven: 0, claimed: 0, unrated: 2, weakest: 'api' },
  { said: ['api alone', 'sql teach +', 'docker alone'], proven: 1, claimed: 2, unrated: 0, ready: true },
  { said: ['api alone', 'sql teach +', 'docker with-help'], proven: 1, claimed: 1, unrated: 0, weakest: 'docker' },
  { said: ['retired not-yet', 'api alone'], proven: 0, claimed: 1, unrated: 2 },
])('after saying $said: $proven with evidence, $claimed claimed, weakest $weakest', (row) => {
  const { proven, claimed, unrated, weakest, isReady } = summariseReadiness(roadmap, said(...row.said));
  expect({ proven, claimed, unrated, weakest: weakest?.check.id, isReady }).toEqual({
    proven: row.proven,
    claimed: row.claimed,
    unrated: row.unrated,
    weakest: row.weakest,
    isReady: row.ready ?? false,
  });
});

test('a roadmap without checks makes nobody ready', () => {
  expect(summariseReadiness(aRoadmap({ readinessChecks: [] }), []).isReady).toBe(false);
});

test('growth tells where the level changed, and leaves out evidence that came later', () => {
  const [api] = summariseReadiness(
    roadmap,
    said('api not-yet', 'api with-help', 'api with-help +', 'sql alone', 'api alone +'),
  ).checks;
  expect(api?.growth.map(({ level }) => level)).toEqual(['not-yet', 'with-help', 'alone']);
  expect(api?.newest?.evidence).toBe('I did it.');
});

test.each([
  { ratings: [], up: 0 },
  { ratings: ['api teach'], up: 0 },
  { ratings: ['api not-yet', 'api with-help', 'api alone'], up: 2 },
  { ratings: ['api alone', 'api not-yet', 'api alone', 'sql not-yet', 'sql teach'], up: 2 },
])('$ratings is $up times up', ({ ratings, up }) => {
  expect(countStepsUp(summariseReadiness(roadmap, said(...ratings)))).toBe(up);
});

const anyRatings = fc
  .array(
    fc.record({
      checkId: fc.constantFrom('api', 'sql', 'docker', 'retired'),
      level: fc.constantFrom(...readinessLevels),
      evidence: fc.option(fc.string(), { nil: undefined }),
    }),
    { maxLength: 30 },
  )
  .map((list) =>
    list.map((rating, index) => ({
      ...rating,
      id: `rating-${index}`,
      at: instant('2026-03-02T12:00Z').add({ minutes: index }),
    })),
  );

test('whatever is said: every check counts once, ready means none is weak or unrated, and only the newest counts', () => {
  fc.assert(
    fc.property(anyRatings, (ratings) => {
      const readiness = summariseReadiness(roadmap, ratings);
      const { proven, claimed, unrated, weakest, isReady, checks } = readiness;
      const weak = checks.filter(({ newest }) => newest && !isAble(newest.level));
      expect(proven + claimed + unrated + weak.length).toBe(checks.length);
      expect(isReady).toBe(weakest === undefined && unrated === 0);
      const newestOnly = ratings.filter(
        ({ checkId }, index) => !ratings.slice(index + 1).some((r) => r.checkId === checkId),
      );
      const again = summariseReadiness(roadmap, newestOnly);
      expect([again.proven, again.claimed, again.unrated, again.weakest?.check.id]).toEqual([
        proven,
        claimed,
        unrated,
        weakest?.check.id,
      ]);
    }),
  );
});
