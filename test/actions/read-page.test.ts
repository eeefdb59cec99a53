import { expect, test } from 'vitest';
import { readPage, suggestPages } from '../../src/actions/read-page.ts';
import { aContentSource, aPhase, aPitfall, aRoadmap, aStep } from '../support/builders.ts';
import { freshDeps } from '../support/database.ts';

const english = aRoadmap({
  steps: [
    aStep({ id: 'internet', title: 'How the internet works' }),
    aStep({ id: 'git', title: 'Git and the terminal' }),
    aStep({ id: 'caching', title: 'Caching' }),
  ],
  pitfalls: [aPitfall({ id: 'tutorial-hell', title: 'Tutorial hell' })],
});
const german = aRoadmap({
  language: 'de',
  steps: [
    aStep({ id: 'internet', title: 'Das Internet', language: 'de' }),
    aStep({ id: 'git', title: 'Git and the terminal' }),
    aStep({ id: 'caching', title: 'Zwischenspeicher', language: 'de' }),
  ],
});

const depsFor = (...roadmaps: Parameters<typeof aContentSource>) => freshDeps({ content: aContentSource(...roadmaps) });
const bilingual = () => depsFor(english, german);

test.each(['git', 'GIT', 'Git and the terminal', '  git and the TERMINAL '])(
  'a member who types %j reads that step',
  async (typed) => {
    const page = { kind: 'step', id: 'git' };
    expect(readPage(await bilingual(), 'en', 'step', typed)).toEqual({ kind: 'page', roadmap: english, page });
  },
);

test('a member reads a page of another kind by its name, and of that kind only', async () => {
  const deps = await bilingual();
  const page = { kind: 'pitfall', id: 'tutorial-hell' };
  expect(readPage(deps, 'en', 'pitfall', 'tutorial hell')).toEqual({ kind: 'page', roadmap: english, page });
  expect(readPage(deps, 'en', 'step', 'tutorial hell')).toMatchObject({ kind: 'unknown', wanted: 'step' });
});

test('a member who mistypes is offered the nearest pages with what they typed', async () => {
  const reading = readPage(await bilingual(), 'en', 'step', 'cahcing');
  expect(reading).toMatchObject({ kind: 'unknown', wanted: 'step', typed: 'cahcing', nearest: [{ id: 'caching' }] });
});

test('a member whose words fit nothing is offered nothing', async () => {
  expect(readPage(await bilingual(), 'en', 'step', 'zzzzzzzz')).toMatchObject({ kind: 'unknown', nearest: [] });
});

test('at most five near pages are offered', async () => {
  const steps = Array.from({ length: 9 }, (_, number) => aStep({ id: `sql-${number}`, title: `SQL part ${number}` }));
  const reading = readPage(await depsFor(aRoadmap({ steps })), 'en', 'step', 'sql');
  expect(reading.kind === 'unknown' && reading.nearest.length).toBe(5);
});

test('a retired step is unknown', async () => {
  const roadmap = aRoadmap({ retiredSteps: [aStep({ id: 'svn', title: 'Subversion' })] });
  expect(readPage(await depsFor(roadmap), 'en', 'step', 'svn')).toMatchObject({ kind: 'unknown' });
});

test('a kind without pages does not break the reading', async () => {
  const empty = aRoadmap({ pitfalls: [] });
  expect(readPage(await depsFor(empty), 'en', 'pitfall', 'soup')).toEqual({
    kind: 'unknown',
    roadmap: empty,
    wanted: 'pitfall',
    typed: 'soup',
    nearest: [],
  });
});

test('a translated step is read in the language of its reader', async () => {
  const deps = await bilingual();
  const internet = { kind: 'step', id: 'internet' };
  const caching = { kind: 'step', id: 'caching' };
  expect(readPage(deps, 'de', 'step', 'internet')).toEqual({ kind: 'page', roadmap: german, page: internet });
  expect(readPage(deps, 'de', 'step', 'zwischenspeicher')).toEqual({ kind: 'page', roadmap: german, page: caching });
});

test('a step without a translation is read in English with an English screen around it', async () => {
  const page = { kind: 'step', id: 'git' };
  expect(readPage(await bilingual(), 'de', 'step', 'git')).toEqual({ kind: 'page', roadmap: english, page });
});

test('near steps are offered in English whole while one step lacks its translation', async () => {
  const reading = readPage(await bilingual(), 'de', 'step', 'cahcing');
  expect(reading).toMatchObject({ kind: 'unknown', nearest: [{ title: 'Caching' }] });
  expect(reading.roadmap).toBe(english);
});

test('a month whose phase lacks its translation is read in the language of its reader', async () => {
  const half = aRoadmap({ language: 'de', phases: [aPhase({ language: 'en' })] });
  expect(readPage(await depsFor(aRoadmap(), half), 'de', 'month', '2').roadmap).toBe(half);
});

test('while a member types, pages are offered in their language, all of them before the first letter', async () => {
  const deps = await bilingual();
  expect(suggestPages(deps, 'en', 'step', '').map((step) => step.id)).toEqual(['internet', 'git', 'caching']);
  expect(suggestPages(deps, 'de', 'step', 'zwisch').map((step) => step.title)).toEqual(['Zwischenspeicher']);
  expect(suggestPages(deps, 'en', 'step', 'cahcing')[0]?.id).toBe('caching');
  expect(suggestPages(deps, 'en', 'pitfall', '').map((pitfall) => pitfall.id)).toEqual(['tutorial-hell']);
});

test('no more pages are suggested than Discord shows', async () => {
  const steps = Array.from({ length: 30 }, (_, number) => aStep({ id: `step-${number}` }));
  expect(suggestPages(await depsFor(aRoadmap({ steps })), 'en', 'step', '')).toHaveLength(25);
});

test('the screen for an unknown pitfall is in one language', async () => {
  const half = aRoadmap({
    language: 'de',
    pitfalls: [aPitfall({ id: 'tutorial-hell', language: 'de' }), aPitfall({ id: 'only-local' })],
  });
  const reading = readPage(await freshDeps({ content: aContentSource(aRoadmap(), half) }), 'de', 'pitfall', 'zzzzzz');
  expect(new Set(reading.roadmap.pitfalls.map((page) => page.language))).toEqual(new Set([reading.roadmap.language]));
});

test('a step whose phase, named on its screen, is not translated is shown in English whole', async () => {
  const half = aRoadmap({ language: 'de', phases: [aPhase({ language: 'en' })] });
  const reading = readPage(await freshDeps({ content: aContentSource(aRoadmap(), half) }), 'de', 'step', 'git');
  expect(reading.roadmap.language).toBe('en');
});
