import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roadmapForScreen } from '../../src/domain/screen-language.ts';
import { aContentSource, aRoadmap, aStep } from '../support/builders.ts';

const english = aRoadmap({ steps: [aStep({ id: 'sql' }), aStep({ id: 'git' })] });
const halfGerman = aRoadmap({
  language: 'de',
  steps: [aStep({ id: 'sql', language: 'de' }), aStep({ id: 'git', language: 'en' })],
});
const content = aContentSource(english, halfGerman);

test('a screen whose pages are all translated is in the language of its reader', () => {
  expect(roadmapForScreen(content, 'de', ({ steps }) => [steps[0]])).toBe(halfGerman);
});

test('a screen with one page in English is in English whole', () => {
  expect(roadmapForScreen(content, 'de', ({ steps }) => steps)).toBe(english);
});

test('a language without content is told in English', () => {
  expect(roadmapForScreen(content, 'fr', ({ steps }) => steps)).toBe(english);
});

test('a page that there is not holds no screen back', () => {
  expect(roadmapForScreen(content, 'de', ({ steps }) => [steps[0], steps[99]])).toBe(halfGerman);
  expect(roadmapForScreen(content, 'de', () => [])).toBe(halfGerman);
});

test('whatever is translated, the pages of a screen are all in one language, the one of its roadmap', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 6 }), fc.nat(), (translated, from) => {
      const steps = translated.map((is, index) => aStep({ id: `step-${index}`, language: is ? 'de' : 'en' }));
      const source = aContentSource(
        aRoadmap({ steps: steps.map(({ id }) => aStep({ id })) }),
        aRoadmap({ language: 'de', steps }),
      );
      const shown = (roadmap: typeof english) => roadmap.steps.slice(from % steps.length);
      const roadmap = roadmapForScreen(source, 'de', shown);

      expect(new Set(shown(roadmap).map((page) => page.language))).toEqual(new Set([roadmap.language]));
      expect(roadmap.language).toBe(translated.slice(from % steps.length).every(Boolean) ? 'de' : 'en');
    }),
  );
});
