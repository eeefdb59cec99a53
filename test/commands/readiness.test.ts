import { expect, test } from 'vitest';
import { OutdatedError } from '../../src/discord/outdated-error.ts';
import { aContentSource, aReadinessCheck, aRoadmap, aStep } from '../support/builders.ts';
import { freshDeps } from '../support/database.ts';
import { aCaller, aPrivateCaller, aReader } from '../support/reader.ts';
import { labelsOf, textOf } from '../support/view-text.ts';

const questions = [
  { ask: 'What is idempotent?', goodAnswer: 'Twice is like once.' },
  { ask: 'When 404?', goodAnswer: 'When there is nothing.' },
];
const roadmap = aRoadmap({
  steps: [aStep({ id: 'rest', title: 'REST' }), aStep({ id: 'sql', title: 'SQL' })],
  readinessChecks: [
    aReadinessCheck({
      id: 'build-api',
      title: 'Build an API',
      ability: 'build one alone.',
      questions,
      stepIds: ['rest'],
    }),
    aReadinessCheck({ id: 'schema', title: 'Design a schema', stepIds: ['sql'] }),
  ],
});
const reader = async (caller = aCaller()) => aReader(await freshDeps({ content: aContentSource(roadmap) }), caller);

test('a member opens a check, tests themselves question by question, and comes back to it', async () => {
  const ada = await reader();
  expect(textOf(await ada.slash('readiness'))).toContain('1. Build an API\n2. Design a schema');
  const page = textOf(await ada.choose('Open one', 'Build an API'));
  expect(page).toContain('**I can**\nbuild one alone.');
  expect(page).not.toContain('Twice is like once.');

  expect(textOf(await ada.press('Test yourself'))).not.toContain('Twice is like once.');
  expect(textOf(await ada.press('Show the answer'))).toContain('Twice is like once.');
  expect(textOf(await ada.press('Next question'))).toContain('When 404?');
  expect(textOf(ada.view)).not.toContain('When there is nothing.');
  expect(textOf(await ada.press('Question before'))).not.toContain('Twice is like once.');
  expect(textOf(await ada.press('Back to the check'))).toMatch(/^## Build an API/);
});

test('from a check to the step that builds it, and from that step back', async () => {
  const ada = await reader();
  await ada.slash('readiness', { check: 'build-api' });
  await ada.choose('Go on from here', 'REST');
  expect(labelsOf(ada.view)).not.toContain('Design a schema');
  expect(textOf(await ada.choose('Go on from here', 'Build an API'))).toMatch(/^## Build an API/);
});

test('a mistyped check offers the nearest', async () => {
  const ada = await reader();
  expect(textOf(await ada.slash('readiness', { check: 'desing' }))).toContain(
    'I know no readiness check called “desing”.',
  );
  expect(textOf(await ada.choose('Open one', 'Design a schema'))).toMatch(/^## Design a schema/);
  expect((await ada.suggestions('readiness', 'check', 'desing'))[0]?.value).toBe('schema');
});

test.each([{}, { check: 'build-api' }])(
  '%j is private unless shared, and in the private chat never shared',
  async (given) => {
    const ada = await reader();
    expect(await ada.isPublic('readiness', given)).toBe(false);
    expect(await ada.isPublic('readiness', { ...given, share: true })).toBe(true);
    const seen = textOf(await ada.slash('readiness', given));
    expect(textOf(await ada.press('Share in channel'))).toBe(`${seen}\n-# Shared by <@ada>`);
    const alone = await reader(aPrivateCaller());
    expect(textOf(await alone.slash('readiness', { ...given, share: true }))).toBe(seen);
    expect(labelsOf(alone.view)).not.toContain('Share in channel');
  },
);

test('a question is shared as its reader saw it: without the answer, or with it', async () => {
  const ada = await reader();
  await ada.slash('readiness', { check: 'build-api' });
  await ada.press('Test yourself');
  await ada.press('Share in channel');
  expect(textOf(ada.view)).not.toContain('Twice is like once.');
  await ada.press('Show the answer');
  await ada.press('Share in channel');
  expect(textOf(ada.view)).toContain('Twice is like once.');
  expect(textOf(ada.view)).toContain('Shared by <@ada>');
});

test.each([
  { gone: 'a question beyond the last', id: 'guide:probe:build-api:7:ask' },
  { gone: 'a check that is no more', id: 'guide:probe:cobol:0:ask' },
])('a button for $gone shows the list of checks', async ({ id }) => {
  const answer = await (await reader()).use(id);
  expect(answer.kind === 'show' && textOf(answer.view)).toMatch(/^## Ready for a junior role\?/);
});

test.each([
  'guide:probe:build-api:-1:ask',
  'guide:probe:build-api:0:cheat',
  'guide:probe:build-api:x:ask',
  'guide:probe',
])('the forged custom id %s is refused as outdated', async (id) => {
  await expect((await reader()).use(id)).rejects.toThrow(OutdatedError);
});

test('a check without a translation is read in English whole, its steps too', async () => {
  const german = aRoadmap({
    language: 'de',
    steps: roadmap.steps.map((step) => ({ ...step, title: `${step.title} auf Deutsch`, language: 'de' })),
    readinessChecks: [
      aReadinessCheck({ id: 'build-api', title: 'Build an API', stepIds: ['rest'], language: 'en' }),
      aReadinessCheck({ id: 'schema', title: 'Ein Schema', stepIds: ['sql'], language: 'de' }),
    ],
  });
  const both = await freshDeps({ content: aContentSource(roadmap, german) });
  const ada = await aReader(both, aCaller({ language: 'de' }));
  expect(textOf(await ada.slash('readiness', { check: 'build-api' }))).not.toContain('auf Deutsch');
  expect(textOf(await ada.slash('readiness', { check: 'schema' }))).toContain('SQL auf Deutsch');
});
