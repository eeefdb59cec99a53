import { expect, test } from 'vitest';
import { aContentSource, aPitfall, aRoadmap, aStep } from '../support/builders.ts';
import { freshDeps } from '../support/database.ts';
import { aCaller, aPrivateCaller, aReader } from '../support/reader.ts';
import { labelsOf, textOf } from '../support/view-text.ts';

const steps = [aStep({ id: 'sql', title: 'SQL' }), aStep({ id: 'docker', title: 'Docker' })];
const roadmap = aRoadmap({
  steps,
  pitfalls: [
    aPitfall({ id: 'weak-sql', title: 'Weak SQL', looksLike: 'Only `SELECT *`.', stepIds: ['sql'] }),
    aPitfall({ id: 'only-local', title: 'It only runs at home', stepIds: ['docker', 'sql'] }),
  ],
});
const reader = async (caller = aCaller()) => aReader(await freshDeps({ content: aContentSource(roadmap) }), caller);

test('a member sees all pitfalls, opens one, and goes on to a step that it threatens and back', async () => {
  const ada = await reader();
  expect(textOf(await ada.slash('pitfall'))).toContain('1. Weak SQL\n2. It only runs at home');
  const page = textOf(await ada.choose('Open one', 'Weak SQL'));
  expect(page).toContain('Only `SELECT *`.');
  expect(page).toContain('**Steps it threatens**\n1. SQL');
  expect(page).not.toContain('Docker');
  expect(textOf(await ada.choose('Go on from here', 'SQL'))).toMatch(/^## SQL/);
  expect(textOf(await ada.choose('Go on from here', 'It only runs at home'))).toContain('Build something.');
  expect(textOf(await ada.press('Six pitfalls that beginners meet'))).toContain('1. Weak SQL');
});

test('a mistyped pitfall offers the nearest, and the same error finds it while typing', async () => {
  const ada = await reader();
  expect(textOf(await ada.slash('pitfall', { pitfall: 'wek sql' }))).toContain('I know no pitfall called “wek sql”.');
  expect(textOf(await ada.choose('Open one', 'pitfall/weak-sql'))).toMatch(/^## Weak SQL/);
  expect((await ada.suggestions('pitfall', 'pitfall', 'wek'))[0]).toEqual({ name: 'Weak SQL', value: 'weak-sql' });
  expect(await ada.suggestions('pitfall', 'pitfall', '')).toHaveLength(2);
});

test('a step is no pitfall: it is not taken for one', async () => {
  const ada = await reader();
  expect(textOf(await ada.slash('pitfall', { pitfall: 'docker' }))).toContain('I know no pitfall called “docker”.');
});

test.each([{}, { pitfall: 'weak-sql' }])(
  '%j is private unless shared, and in the private chat never shared',
  async (given) => {
    const ada = await reader();
    expect(await ada.isPublic('pitfall', given)).toBe(false);
    expect(await ada.isPublic('pitfall', { ...given, share: true })).toBe(true);
    expect(labelsOf(await ada.slash('pitfall', given))).toContain('Share in channel');
    const seen = textOf(ada.view);
    expect(textOf(await ada.press('Share in channel'))).toBe(`${seen}\n-# Shared by <@ada>`);
    expect(textOf(await ada.slash('pitfall', { ...given, share: true }))).toBe(`${seen}\n-# Shared by <@ada>`);

    const alone = await reader(aPrivateCaller());
    expect(labelsOf(await alone.slash('pitfall', { ...given, share: true }))).not.toContain('Share in channel');
    expect(textOf(alone.view)).not.toContain('Shared by');
  },
);

test('a pitfall without a translation is read in English whole, its steps too', async () => {
  const german = aRoadmap({
    language: 'de',
    steps: steps.map((step) => ({ ...step, title: `${step.title} auf Deutsch`, language: 'de' })),
    pitfalls: [
      aPitfall({ id: 'weak-sql', title: 'Weak SQL', stepIds: ['sql'], language: 'en' }),
      aPitfall({ id: 'only-local', title: 'Nur daheim', stepIds: ['sql'], language: 'de' }),
    ],
  });
  const both = await freshDeps({ content: aContentSource(roadmap, german) });
  const ada = await aReader(both, aCaller({ language: 'de' }));
  expect(textOf(await ada.slash('pitfall', { pitfall: 'weak-sql' }))).not.toContain('auf Deutsch');
  expect(textOf(await ada.slash('pitfall', { pitfall: 'only-local' }))).toContain('SQL auf Deutsch');
});

test('a pitfall that is gone from an old list shows the guide', async () => {
  const answer = await (await reader()).use('guide:go:list', ['pitfall/perfectionism']);
  expect(answer.kind === 'show' && textOf(answer.view)).toMatch(/^## The guide/);
});
