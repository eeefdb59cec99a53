import { expect, test } from 'vitest';
import { OutdatedError } from '../../src/discord/outdated-error.ts';
import { aContentSource, aMonth, aPhase, aRoadmap, aStep } from '../support/builders.ts';
import { freshDeps } from '../support/database.ts';
import { aCaller, aPrivateCaller, aReader } from '../support/reader.ts';
import { labelsOf, textOf } from '../support/view-text.ts';

const steps = [
  aStep({ id: 'git', title: 'Git', phaseId: 'foundation', month: 1 }),
  aStep({ id: 'http', title: 'HTTP', phaseId: 'foundation', month: 1 }),
  aStep({ id: 'sql', title: 'SQL', phaseId: 'core', month: 2 }),
];
const roadmap = aRoadmap({ steps, retiredSteps: [aStep({ id: 'svn', title: 'Subversion' })] });
const reader = async (caller = aCaller()) => aReader(await freshDeps({ content: aContentSource(roadmap) }), caller);

test('a member sees all steps by phase, then by month, opens a month, goes to the next and into a step', async () => {
  const ada = await reader();
  const whole = textOf(await ada.slash('roadmap'));
  expect(whole).toContain('3 steps, 18 hours. At 15 hours a week that is 2 months.');
  expect(whole).toMatch(/### Foundation[\s\S]*1\. Git · 6 h\n2\. HTTP · 6 h\n### Core[\s\S]*3\. SQL · 6 h/);
  expect(textOf(await ada.press('By month'))).toMatch(/\*\*Month 1: .*\*\*\n1\. Git · 6 h\n2\. HTTP · 6 h/);
  expect(textOf(await ada.choose('Open a month', 'Month 1: Month of 1'))).toContain('2. HTTP · 6 h');
  expect(labelsOf(ada.view)).not.toContain('Month before');
  expect(textOf(await ada.press('Month after'))).toContain('3. SQL · 6 h');
  expect(labelsOf(ada.view)).not.toContain('Month after');
  expect(textOf(await ada.choose('Open a step', 'SQL'))).toMatch(/^## SQL/);
  expect(textOf(await ada.press('Whole roadmap'))).toBe(whole);
});

test('what is retired is counted nowhere and listed nowhere', async () => {
  const ada = await reader();
  for (const view of ['phases', 'months']) {
    await ada.slash('roadmap', { view });
    expect(textOf(ada.view)).toContain('3 steps, 18 hours');
    expect(`${textOf(ada.view)}${labelsOf(ada.view)}`).not.toContain('Subversion');
  }
});

test.each(['phases', 'months'])('%s: private unless shared, in the private chat never shared', async (view) => {
  const ada = await reader();
  expect(await ada.isPublic('roadmap', { view })).toBe(false);
  expect(await ada.isPublic('roadmap', { view, share: true })).toBe(true);
  const seen = textOf(await ada.slash('roadmap', { view }));
  expect(textOf(await ada.press('Share in channel'))).toBe(`${seen}\n-# Shared by <@ada>`);
  const alone = await reader(aPrivateCaller());
  expect(textOf(await alone.slash('roadmap', { view, share: true }))).toBe(seen);
  expect(labelsOf(alone.view)).not.toContain('Share in channel');
});

test('a month is shared as its reader saw it', async () => {
  const ada = await reader();
  await ada.slash('roadmap', { view: 'months' });
  const seen = textOf(await ada.choose('Open a month', '2'));
  expect(textOf(await ada.press('Share in channel'))).toBe(`${seen}\n-# Shared by <@ada>`);
});

test.each(['roadmap:month:9', 'roadmap:month:0', 'roadmap:month:-1'])(
  '%s names no month: all of them are shown',
  async (id) => {
    const answer = await (await reader()).use(id);
    expect(answer.kind === 'show' && textOf(answer.view)).toMatch(/^## The roadmap[\s\S]*Month 1/);
  },
);

test.each([['nonsense'], ['']])('a forged choice of a month (%j) shows all of them', async (value) => {
  const answer = await (await reader()).use('roadmap:go-month', [value]);
  expect(answer.kind === 'show' && textOf(answer.view)).toMatch(/^## The roadmap/);
});

test.each(['roadmap:month:two', 'roadmap:month:1.5', 'roadmap:open:years', 'roadmap:open', 'roadmap:month:1:1'])(
  'the forged custom id %s is refused as outdated',
  async (id) => {
    await expect((await reader()).use(id)).rejects.toThrow(OutdatedError);
  },
);

const translated = steps.map((step) => ({ ...step, title: `${step.title} auf Deutsch`, language: 'de' }));

test.each([
  { name: 'a step', overrides: { steps: translated.map((step, index) => (index === 2 ? (steps[2] ?? step) : step)) } },
  {
    name: 'a phase',
    overrides: { steps: translated, phases: [aPhase({ id: 'foundation', stepIds: ['git'], language: 'en' })] },
  },
])('while $name lacks its translation, the whole roadmap is in English', async ({ overrides }) => {
  const half = aRoadmap({ language: 'de', ...overrides });
  const both = await freshDeps({ content: aContentSource(roadmap, half) });
  const ada = await aReader(both, aCaller({ language: 'de' }));
  for (const view of ['phases', 'months']) {
    expect(textOf(await ada.slash('roadmap', { view }))).not.toContain('auf Deutsch');
    expect(labelsOf(ada.view).join()).not.toContain('auf Deutsch');
  }
});

test('a month without a translation is read in English whole', async () => {
  const half = aRoadmap({
    language: 'de',
    steps: translated,
    months: [
      aMonth({ number: 1, stepIds: ['git'], language: 'en' }),
      aMonth({ number: 2, stepIds: ['sql'], language: 'de' }),
    ],
  });
  const both = await freshDeps({ content: aContentSource(roadmap, half) });
  const ada = await aReader(both, aCaller({ language: 'de' }));
  const first = await ada.use('roadmap:month:1');
  expect(first.kind === 'show' && textOf(first.view)).not.toContain('auf Deutsch');
  const second = await ada.use('roadmap:month:2');
  expect(second.kind === 'show' && textOf(second.view)).toContain('SQL auf Deutsch');
});
