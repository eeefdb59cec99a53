import { expect, test } from 'vitest';
import { aContentSource, aListPage, aPhase, aPitfall, aReadinessCheck, aRoadmap, aStep } from '../support/builders.ts';
import { freshDeps } from '../support/database.ts';
import { aCaller, aReader } from '../support/reader.ts';
import { controlsOf, labelsOf, textOf } from '../support/view-text.ts';

const english = aRoadmap({
  pitfalls: [aPitfall({ id: 'one', title: 'English one' }), aPitfall({ id: 'two', title: 'English two' })],
  readinessChecks: [
    aReadinessCheck({ id: 'api', title: 'English check', questions: [{ ask: 'English?', goodAnswer: 'Yes.' }] }),
  ],
});
const half = aRoadmap({
  language: 'de',
  pitfalls: [
    aPitfall({ id: 'one', title: 'Deutsch eins', language: 'de' }),
    aPitfall({ id: 'two', title: 'English two', language: 'en' }),
  ],
  needs: aListPage({ id: 'needs', title: 'Deutsch', language: 'de' }),
  field: aListPage({ id: 'field', title: 'English field', language: 'en' }),
  readinessChecks: [aReadinessCheck({ id: 'api', title: 'English check', language: 'en' })],
});
const reader = async () =>
  aReader(await freshDeps({ content: aContentSource(english, half) }), aCaller({ language: 'de' }));

test('the list of pitfalls is in English whole while one pitfall lacks its translation', async () => {
  expect(textOf(await (await reader()).slash('pitfall'))).not.toContain('Deutsch');
});

test('the front of the guide is in English whole while one of its pages lacks its translation', async () => {
  expect(labelsOf(await (await reader()).slash('guide')).join()).not.toContain('Deutsch');
});

test('search results are in English whole while one of the pages found lacks its translation', async () => {
  const ada = await reader();
  expect(textOf(await ada.slash('guide', { find: 'english deutsch' }))).not.toMatch(
    /English[\s\S]*\*\*\d\. Deutsch|\d\. Deutsch[\s\S]*English (two|field)/,
  );
});

test('a probe of an untranslated check is told with the English roadmap', async () => {
  const answer = await (await reader()).use('guide:probe:api:0:ask');
  expect(answer.kind === 'show' && textOf(answer.view)).toContain('English?');
});

test('the steps of a month are described in one language: the phase in the list is translated or all is English', async () => {
  const steps = [aStep({ id: 'git', title: 'Deutsch', language: 'de' })];
  const german = aRoadmap({
    language: 'de',
    steps,
    phases: [aPhase({ title: 'English phase', language: 'en', stepIds: ['git'] })],
  });
  const source = aContentSource(aRoadmap({ steps: [aStep({ id: 'git', title: 'Git' })] }), german);
  const ada = await aReader(await freshDeps({ content: source }), aCaller({ language: 'de' }));
  const answer = await ada.use('roadmap:month:1');
  const [select] = answer.kind === 'show' ? controlsOf(answer.view) : [];
  expect(select?.options[0]).not.toMatchObject({
    label: 'Deutsch',
    description: expect.stringContaining('English phase'),
  });
});
