import { expect, test } from 'vitest';
import { findPages, recognisePage } from '../../src/domain/page-finder.ts';
import { pageKinds, pagesOfKind } from '../../src/domain/page-reference.ts';
import { aPitfall, aRoadmap, aStep, aTopic } from '../support/builders.ts';

const roadmap = aRoadmap({
  steps: [
    aStep({ id: 'internet', title: 'How the internet works', topics: [aTopic({ title: 'Name servers' })] }),
    aStep({ id: 'caching', title: 'Caching', topics: [aTopic({ title: 'Redis' })] }),
    aStep({ id: 'docker', title: 'Containers', retiredTopics: [aTopic({ title: 'Vagrant' })] }),
  ],
  retiredSteps: [aStep({ id: 'subversion', title: 'Subversion' })],
  // Of the same name as a step: each kind is searched alone.
  pitfalls: [aPitfall({ id: 'caching', title: 'Caching too early' }), aPitfall({ id: 'tutorial-hell' })],
});
const stepIds = (typed: string, limit = 25) => findPages(roadmap, 'step', typed, limit).map((step) => step.id);

test.each([
  { typed: 'containers', finds: 'docker', by: 'its title' },
  { typed: 'dokcer', finds: 'docker', by: 'its id, two letters swapped' },
  { typed: 'redis', finds: 'caching', by: 'a topic of it' },
  { typed: 'name serv', finds: 'internet', by: 'the beginning of a topic' },
])('"$typed" finds the step "$finds" by $by', ({ typed, finds }) => {
  expect(stepIds(typed)[0]).toBe(finds);
});

test('nothing typed offers the steps in learning order', () => {
  expect(stepIds('')).toEqual(['internet', 'caching', 'docker']);
  expect(stepIds('', 2)).toEqual(['internet', 'caching']);
});

test('what is retired is not offered', () => {
  expect(stepIds('subversion')).toEqual([]);
  expect(stepIds('vagrant')).toEqual([]);
});

test('one kind of page never answers for another', () => {
  expect(findPages(roadmap, 'pitfall', 'caching', 5)).toEqual([roadmap.pitfalls[0]]);
  expect(findPages(roadmap, 'step', 'caching', 5)).toEqual([roadmap.steps[1]]);
  expect(findPages(roadmap, 'pitfall', 'redis', 5)).toEqual([]);
  expect(recognisePage(roadmap, 'pitfall', 'docker')).toBeUndefined();
});

test.each(pageKinds)('every page of the kind "%s" is found by its title and offered when nothing is typed', (kind) => {
  const pages = pagesOfKind(roadmap, kind);
  expect(findPages(roadmap, kind, '', 25)).toEqual(pages);
  for (const page of pages) {
    expect(findPages(roadmap, kind, page.title, 25)).toContain(page);
    expect(recognisePage(roadmap, kind, page.title.toUpperCase())).toBe(page);
  }
});

test('a page that is found is the page of that roadmap, in its language', () => {
  const german = aRoadmap({
    language: 'de',
    steps: [aStep({ id: 'caching', title: 'Zwischenspeicher', language: 'de' })],
  });
  expect(findPages(german, 'step', 'caching', 5)[0]).toBe(german.steps[0]);
  expect(findPages(roadmap, 'step', 'caching', 5)[0]).toBe(roadmap.steps[1]);
});

test.each(['caching', 'Caching', ' CACHING '])('%j means one step without doubt', (typed) => {
  expect(recognisePage(roadmap, 'step', typed)?.id).toBe('caching');
});

test('a title of several words is recognised in any case', () => {
  expect(recognisePage(roadmap, 'step', 'how the internet WORKS')?.id).toBe('internet');
});

test.each(['', 'cach', 'cachin', 'internet works', 'Redis', 'subversion'])(
  '%j leaves a doubt, so no step is taken',
  (typed) => {
    expect(recognisePage(roadmap, 'step', typed)).toBeUndefined();
  },
);
