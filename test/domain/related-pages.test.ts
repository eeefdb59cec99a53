import { describe, expect, test } from 'vitest';
import { findPage, pageKinds, pagesOfKind } from '../../src/domain/page-reference.ts';
import { relatedPages } from '../../src/domain/related-pages.ts';
import { aFocusArea, aMonth, aPitfall, aReadinessCheck, aRoadmap, aStep, aTopic } from '../support/builders.ts';
import { realRoadmap } from '../support/real-content.ts';

const written = (pages: readonly { readonly kind: string; readonly id: string }[]) =>
  pages.map(({ kind, id }) => `${kind}/${id}`);

const roadmap = aRoadmap({
  steps: [
    aStep({
      id: 'sql',
      why: 'Needs [[step/git]], and [[step/git]] again. Mind [[pitfall/weak-sql]] and [[step/sql]].',
    }),
    aStep({
      id: 'git',
      topics: [aTopic({ tonight: 'See [[guide/needs]] and [[guide/gone]] and [[nothing/at-all]].' })],
    }),
  ],
  months: [aMonth({ number: 1, stepIds: ['sql', 'git'] })],
  pitfalls: [aPitfall({ id: 'weak-sql', stepIds: ['sql'] }), aPitfall({ id: 'alone', stepIds: ['git'] })],
  readinessChecks: [aReadinessCheck({ id: 'schema', stepIds: ['sql'] })],
  focusAreas: [aFocusArea({ id: 'data', stepIds: ['sql', 'git'] })],
});

test('from a step to the pitfalls that threaten it, its checks, its focus areas, its month, and what its words name', () => {
  expect(written(relatedPages(roadmap, { kind: 'step', id: 'sql' }))).toEqual([
    'pitfall/weak-sql',
    'readiness/schema',
    'focus/data',
    'month/1',
    'step/git',
  ]);
});

test('words deep inside a page lead on, too, but never to a page that there is not', () => {
  expect(written(relatedPages(roadmap, { kind: 'step', id: 'git' }))).toEqual([
    'pitfall/alone',
    'focus/data',
    'month/1',
    'guide/needs',
  ]);
});

test.each([
  { kind: 'pitfall', id: 'weak-sql', steps: ['step/sql'] },
  { kind: 'readiness', id: 'schema', steps: ['step/sql'] },
  { kind: 'focus', id: 'data', steps: ['step/sql', 'step/git'] },
  { kind: 'month', id: '1', steps: ['step/sql', 'step/git'] },
  { kind: 'phase', id: 'foundation', steps: ['step/sql', 'step/git'] },
] as const)('from $kind/$id back to its steps', ({ kind, id, steps }) => {
  expect(written(relatedPages(roadmap, { kind, id }))).toEqual(steps);
});

test('a page that there is not leads nowhere', () => {
  expect(relatedPages(roadmap, { kind: 'step', id: 'gone' })).toEqual([]);
  expect(relatedPages(roadmap, { kind: 'pitfall', id: 'gone' })).toEqual([]);
});

describe('in our own content', () => {
  const real = realRoadmap();
  const all = pageKinds.flatMap((kind) => pagesOfKind(real, kind).map(({ id }) => ({ kind, id })));

  test('every page leads to pages that there are, each once, never to itself', () => {
    for (const page of all) {
      const related = relatedPages(real, page);
      expect(new Set(written(related)).size, `${page.kind}/${page.id}`).toBe(related.length);
      expect(written(related)).not.toContain(`${page.kind}/${page.id}`);
      expect(related.every((other) => findPage(real, other) !== undefined)).toBe(true);
    }
  });

  test.each(['pitfall', 'readiness', 'focus', 'month'] as const)(
    'a step and its pages of the kind "%s" lead to each other',
    (kind) => {
      let ways = 0;
      for (const { id } of pagesOfKind(real, kind)) {
        const steps = relatedPages(real, { kind, id }).filter((page) => page.kind === 'step');
        expect(steps.length, `${kind}/${id}`).toBeGreaterThan(0);
        const own = pagesOfKind(real, kind).find((page) => page.id === id) as unknown as { stepIds: readonly string[] };
        expect(steps.map((step) => step.id)).toEqual(expect.arrayContaining([...own.stepIds]));
        for (const stepId of own.stepIds) {
          ways += 1;
          expect(written(relatedPages(real, { kind: 'step', id: stepId }))).toContain(`${kind}/${id}`);
        }
      }
      expect(ways).toBeGreaterThan(5);
    },
  );

  test('every step is threatened by a pitfall or tested by a check, so no step is a dead end', () => {
    for (const { id } of real.steps) {
      const kinds = relatedPages(real, { kind: 'step', id }).map((page) => page.kind);
      expect(
        kinds.some((kind) => kind === 'pitfall' || kind === 'readiness'),
        id,
      ).toBe(true);
    }
  });
});
