import { expect, test } from 'vitest';
import { pageKinds, pagesOfKind } from '../../src/domain/page-reference.ts';
import { wholePage } from '../../src/domain/place.ts';
import { findStep } from '../../src/domain/roadmap.ts';
import { findContentFiles } from '../../src/try-out/content-files.ts';
import { helpView } from '../../src/views/help-view.ts';
import { placeView } from '../../src/views/place-view.ts';
import { roadmapView } from '../../src/views/roadmap-view.ts';
import { stepView } from '../../src/views/step-view.ts';
import { realContent, realRoadmap } from '../support/real-content.ts';

const roadmap = realRoadmap();
const content = realContent();
const frame = { roadmap, audience: { kind: 'reader', canShare: true } } as const;

test.each(pageKinds.flatMap((kind) => pagesOfKind(roadmap, kind).map((page) => ({ kind, page }))))(
  'the screen of $kind $page.id names its file first',
  ({ kind, page }) => {
    const view = placeView(frame, wholePage({ kind, id: page.id }), 0);
    expect(findContentFiles(content, view)[0]).toBe(page.file);
  },
);

test('each part of a step names the file of the step', () => {
  const step = findStep(roadmap, 'http');
  const parts = ['build', 'links', 'questions/0', ...(step?.topics.map(({ id }) => `topics/${id}`) ?? [])];
  const files = parts.map((part) => findContentFiles(content, placeView(frame, { kind: 'step', id: 'http', part }, 0)));
  expect(new Set(files.map(([first]) => first))).toEqual(new Set(['backend/en/steps/http.yaml']));
});

test('the list of its topics names the file of each step', () => {
  const files = roadmap.steps.map((step) => findContentFiles(content, stepView(frame, step, 'topics', 0))[0]);
  expect(files).toEqual(roadmap.steps.map(({ file }) => file));
});

test('a list of many pages names none of them, and so does a screen without content', () => {
  expect(findContentFiles(content, roadmapView(frame, 'phases'))).toEqual([]);
  expect(findContentFiles(content, { content: 'Saved.', components: [] })).toEqual([]);
  expect(findContentFiles(content, helpView(roadmap, true))).toEqual([]);
});

test('a post in an embed names its file, and words on buttons count for nothing', () => {
  const [first] = roadmap.months;
  const words = [first?.title ?? '', ...(first?.doneMeans ?? []).map((line) => `- ${line}`)].join('\n');
  expect(findContentFiles(content, { embeds: [{ title: 'Month 1', description: words }] })).toEqual([first?.file]);
  expect(findContentFiles(content, { components: [{ type: 2, label: first?.title }] })).toEqual([]);
});
