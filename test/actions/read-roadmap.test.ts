import { expect, test } from 'vitest';
import type { Deps } from '../../src/actions/deps.ts';
import { readMonth, readRoadmap } from '../../src/actions/read-roadmap.ts';
import type { Roadmap } from '../../src/domain/roadmap.ts';
import { aContentSource, aMonth, aPhase, aPitfall, aRoadmap, aStep } from '../support/builders.ts';
import { freshDeps } from '../support/database.ts';

const english = aRoadmap();
const german = aRoadmap({ language: 'de' });

const depsFor = (...roadmaps: readonly Roadmap[]): Promise<Deps> => {
  return freshDeps({ content: aContentSource(english, ...roadmaps) });
};

test('the roadmap is read in the language of its reader', async () => {
  const deps = await depsFor(german);
  expect(readRoadmap(deps, 'de')).toBe(german);
  expect(readRoadmap(deps, 'en')).toBe(english);
});

test('the roadmap is read in English where there is no other', async () => {
  expect(readRoadmap(await depsFor(german), 'fr')).toBe(english);
});

test.each([
  { what: 'a step', half: { steps: [aStep({ id: 'internet', language: 'de' }), aStep({ id: 'git' })] } },
  { what: 'a phase', half: { phases: [aPhase({ language: 'en' })] } },
  { what: 'a month', half: { months: [aMonth({ language: 'en' })] } },
])('the roadmap is read in English whole while $what lacks its translation', async ({ half }) => {
  expect(readRoadmap(await depsFor(aRoadmap({ language: 'de', ...half })), 'de')).toBe(english);
});

test('what the roadmap does not show may lack its translation', async () => {
  const roadmap = aRoadmap({ language: 'de', pitfalls: [aPitfall({ language: 'en' })] });
  expect(readRoadmap(await depsFor(roadmap), 'de')).toBe(roadmap);
});

test('a month is read by its number, with the roadmap around it', async () => {
  const deps = await depsFor(german);
  expect(readMonth(deps, 'en', 2)).toEqual({ roadmap: english, month: english.months[1] });
  expect(readMonth(deps, 'de', 2)).toEqual({ roadmap: german, month: german.months[1] });
});

test.each([0, 3, -1, 1.5, Number.NaN])('there is no month %d', async (number) => {
  const deps = await depsFor(german);
  expect(readMonth(deps, 'en', number)).toBeUndefined();
  expect(readMonth(deps, 'de', number)).toBeUndefined();
});

test('a month without a translation is read in English, the months beside it are not held back', async () => {
  const months = [aMonth({ number: 1, language: 'en' }), aMonth({ number: 2, language: 'de' })];
  const roadmap = aRoadmap({ language: 'de', months });
  const deps = await depsFor(roadmap);

  expect(readMonth(deps, 'de', 1)).toEqual({ roadmap: english, month: english.months[0] });
  expect(readMonth(deps, 'de', 2)).toEqual({ roadmap, month: months[1] });
});

test('content that is replaced while the bot runs is read at the next answer', async () => {
  let current = english;
  const deps = await freshDeps({ content: { roadmap: () => current, languages: ['en'] } });
  expect(readRoadmap(deps, 'en')).toBe(english);
  current = aRoadmap({ steps: [aStep({ id: 'new' })] });
  expect(readRoadmap(deps, 'en')).toBe(current);
});
