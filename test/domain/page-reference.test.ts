import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  findPage,
  isPageKind,
  linkTitles,
  listReferences,
  pageKinds,
  pagesOfKind,
} from '../../src/domain/page-reference.ts';
import { aPitfall, aRoadmap, aStep } from '../support/builders.ts';

const roadmap = aRoadmap({
  steps: [aStep({ id: 'sql', title: 'SQL and schemas' }), aStep({ id: 'git' })],
  retiredSteps: [aStep({ id: 'svn' })],
  pitfalls: [aPitfall({ id: 'tutorial-hell', title: 'Tutorial hell' })],
});

test('every reference of a text is listed in order, also one of an unknown kind', () => {
  expect(listReferences('See [[step/sql]], [[pitfall/tutorial-hell]] and [[recipe/soup]][[step/sql]].')).toEqual([
    { kind: 'step', id: 'sql' },
    { kind: 'pitfall', id: 'tutorial-hell' },
    { kind: 'recipe', id: 'soup' },
    { kind: 'step', id: 'sql' },
  ]);
});

test.each([
  '[step/sql]',
  '[[step]]',
  '[[step/]]',
  '[[/sql]]',
  '[[Step/sql]]',
  '[[step/SQL]]',
  '[[step/sql',
  '[[step /sql]]',
  'arr[[0]]',
])('%s is no reference', (text) => {
  expect(listReferences(text)).toEqual([]);
  expect(linkTitles(text, roadmap)).toBe(text);
});

test('a reference reads as the title of its page, in bold', () => {
  expect(linkTitles('Do [[step/sql]] first, mind [[pitfall/tutorial-hell]].', roadmap)).toBe(
    'Do **SQL and schemas** first, mind **Tutorial hell**.',
  );
});

test.each(['[[step/soup]]', '[[recipe/sql]]', '[[pitfall/sql]]', '[[step/svn]]'])(
  '%s, which leads nowhere, stays as it was written',
  (text) => {
    expect(linkTitles(`See ${text}.`, roadmap)).toBe(`See ${text}.`);
  },
);

test('a title with special characters stands as it is written', () => {
  const odd = aRoadmap({ steps: [aStep({ id: 'sql', title: "$& $1 $' [[step/git]]" }), aStep({ id: 'git' })] });
  expect(linkTitles('[[step/sql]]', odd)).toBe("**$& $1 $' [[step/git]]**");
});

test('text around references is never touched', () => {
  const plain = fc.string().filter((text) => !/[[\]]/.test(text));
  fc.assert(
    fc.property(plain, plain, (before, after) => {
      expect(linkTitles(`${before}[[step/sql]]${after}`, roadmap)).toBe(`${before}**SQL and schemas**${after}`);
    }),
  );
});

test('every page of a roadmap but the retired steps can be referred to', () => {
  const files = pageKinds.flatMap((kind) => pagesOfKind(roadmap, kind).map((page) => page.file));
  const pages = Object.values(roadmap).flatMap((value) => (typeof value === 'string' ? [] : value));
  const retired = roadmap.retiredSteps.map((step) => step.file);
  expect(new Set([...files, ...retired])).toEqual(new Set(pages.map((page) => page.file)));
  expect(files).not.toContain(retired[0]);
});

test.each(pageKinds)('a page of the kind "%s" is found by its id', (kind) => {
  const [page] = pagesOfKind(roadmap, kind);
  expect(page).toBeDefined();
  expect(findPage(roadmap, { kind, id: page?.id ?? '' })).toBe(page);
  expect(findPage(roadmap, { kind, id: 'soup' })).toBeUndefined();
});

test('only the kinds that exist are kinds', () => {
  expect(isPageKind('focus')).toBe(true);
  expect(isPageKind('toString')).toBe(false);
  expect(isPageKind('Step')).toBe(false);
});
