import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pageKinds, pagesOfKind } from '../../src/domain/page-reference.ts';
import { partAt, placeTitle, readPlace, wholePage, writePlace } from '../../src/domain/place.ts';
import { aQuestionsPage, aReadinessCheck, aRoadmap, aSelfCheck, aStep, aTopic } from '../support/builders.ts';

const roadmap = aRoadmap({
  steps: [
    aStep({
      id: 'sql',
      title: 'SQL',
      topics: [aTopic({ id: 'select', title: 'Asking' }), aTopic({ id: 'joins', title: 'Joining' })],
      questions: [aSelfCheck({ ask: 'What is a key?' })],
    }),
  ],
  readinessChecks: [
    aReadinessCheck({ id: 'api', title: 'An API', questions: [{ ask: 'Why 404?', goodAnswer: 'Gone.' }] }),
  ],
  questions: aQuestionsPage({ title: 'Asked often', items: [{ id: 'old', ask: 'Am I too old?', answer: 'No.' }] }),
});

test.each([
  { kind: 'step', id: 'sql', part: '', text: 'step/sql' },
  { kind: 'step', id: 'sql', part: 'topics/joins', text: 'step/sql/topics/joins' },
  { kind: 'track', id: 'python', part: 'notes/sql', text: 'track/python/notes/sql' },
] as const)('$text is written and read back', ({ text, ...place }) => {
  expect(writePlace(place)).toBe(text);
  expect(readPlace(roadmap, text)).toEqual(place);
});

test('whatever the page and the part, a place that is written is read back the same', () => {
  const pages = pageKinds.flatMap((kind) => pagesOfKind(roadmap, kind).map(({ id }) => ({ kind, id })));
  const part = fc.stringMatching(/^([a-z0-9-]+(\/[a-z0-9-]+)*)?$/);
  fc.assert(
    fc.property(fc.constantFrom(...pages), part, (page, text) => {
      const place = { ...page, part: text };
      expect(readPlace(roadmap, writePlace(place))).toEqual(place);
    }),
  );
});

test.each(['', '/', 'step', 'step/', 'step/gone', 'sql', 'topic/sql', 'STEP/sql', ' step/sql', '__proto__/sql'])(
  '%j names no place',
  (text) => {
    expect(readPlace(roadmap, text)).toBeUndefined();
  },
);

test('no text, however forged, is more than a place of a page that there is', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const place = readPlace(roadmap, text);
      if (place) expect(pagesOfKind(roadmap, place.kind).map(({ id }) => id)).toContain(place.id);
    }),
  );
});

test.each([
  { text: 'step/sql', title: 'SQL' },
  { text: 'step/sql/topics/joins', title: 'Joining' },
  { text: 'step/sql/build', title: 'A small thing' },
  { text: 'step/sql/questions/0', title: 'What is a key?' },
  { text: 'step/sql/links', title: 'SQL' },
  { text: 'readiness/api/questions/0', title: 'Why 404?' },
  { text: 'guide/questions/items/0', title: 'Am I too old?' },
  { text: 'guide/questions', title: 'Asked often' },
  // A part that is gone is told by its page.
  { text: 'step/sql/topics/retired', title: 'SQL' },
  { text: 'step/sql/questions/9', title: 'SQL' },
  { text: 'guide/questions/items/9', title: 'Asked often' },
])('$text is called "$title"', ({ text, title }) => {
  const place = readPlace(roadmap, text);
  if (!place) throw new Error(`${text} names no place`);
  expect(placeTitle(roadmap, place)).toBe(title);
});

test('a page that is gone is called by its id', () => {
  expect(placeTitle(roadmap, wholePage({ kind: 'step', id: 'gone' }))).toBe('gone');
});

test.each([
  { kind: 'step', id: 'sql', path: ['why'], part: '' },
  { kind: 'step', id: 'sql', path: ['outcomes', 0], part: '' },
  { kind: 'step', id: 'sql', path: ['topics', 1, 'tonight'], part: 'topics/joins' },
  { kind: 'step', id: 'sql', path: ['build', 'criteria', 2], part: 'build' },
  { kind: 'step', id: 'sql', path: ['questions', 0, 'answer'], part: 'questions/0' },
  { kind: 'step', id: 'sql', path: ['links', 3, 'bestFor'], part: 'links' },
  { kind: 'track', id: 'python', path: ['install'], part: '' },
  { kind: 'track', id: 'python', path: ['notes', 'sql', 'use'], part: 'notes/sql' },
  { kind: 'readiness', id: 'api', path: ['prove'], part: '' },
  { kind: 'readiness', id: 'api', path: ['questions', 0, 'goodAnswer'], part: 'questions/0' },
  { kind: 'guide', id: 'questions', path: ['items', 0, 'answer'], part: 'items/0' },
  // Every other page of the guide shows its entries together.
  { kind: 'guide', id: 'needs', path: ['items', 0, 'text'], part: '' },
  { kind: 'pitfall', id: 'tutorial-hell', path: ['looksLike'], part: '' },
] as const)('the text at $path of $kind/$id belongs to the part "$part"', ({ kind, id, path, part }) => {
  expect(partAt(roadmap, kind, id, path)).toBe(part);
});
