import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  EVIDENCE_LIMIT,
  type ReadinessLevel,
  type ReadinessRating,
  readinessLevels,
  summariseReadiness,
} from '../../src/domain/readiness.ts';
import type { Roadmap } from '../../src/domain/roadmap.ts';
import { evidenceForm, readinessCheckView } from '../../src/views/readiness-check-view.ts';
import { readinessGrowthView } from '../../src/views/readiness-growth-view.ts';
import { readinessView } from '../../src/views/readiness-view.ts';
import { aReadinessCheck, aRoadmap, aStep, instant } from '../support/builders.ts';
import { padded, withTexts } from '../support/changed-texts.ts';
import { realRoadmap } from '../support/real-content.ts';
import { blocksOf, controlLabelled, labelsOf, problemsOf, textOf } from '../support/view-text.ts';

const small = aRoadmap({
  steps: [aStep({ id: 'internet' }), aStep({ id: 'sql' }), aStep({ id: 'git' })],
  readinessChecks: [
    aReadinessCheck({ id: 'build-api', stepIds: ['git', 'internet'] }),
    aReadinessCheck({ id: 'design-schema', stepIds: ['sql'] }),
  ],
});

const rated = (checkId: string, level: ReadinessLevel, evidence?: string, minute = 0): ReadinessRating => ({
  id: `${checkId}-${minute}`,
  checkId,
  level,
  evidence,
  at: instant('2026-03-02T12:00Z').add({ minutes: minute }),
});

const listOf = (roadmap: Roadmap, ...ratings: readonly ReadinessRating[]) =>
  readinessView(roadmap, summariseReadiness(roadmap, ratings));

function checkOf(roadmap: Roadmap, ...ratings: readonly ReadinessRating[]) {
  const [standing] = summariseReadiness(roadmap, ratings).checks;
  if (!standing) throw new Error('no check');
  return readinessCheckView(roadmap, standing);
}

test('the list tells claimed and proven apart, and what to do next for the weakest', () => {
  expect(
    textOf(listOf(small, rated('build-api', 'with-help', 'My repository.'), rated('design-schema', 'teach'))),
  ).toBe(
    `## How ready are you?
You are ready for a junior role when you can do these alone. Only you see your ratings.
1. Build api: **With help, with evidence**
2. Design schema: **Could teach it, claimed**
Alone or better: 0 of 2 with evidence, 1 claimed.
**What to do next**
Your weakest is **Build api** (With help). Go back to the steps that build it:
1. Internet
3. Git
Can you answer this? What is a status code?`,
  );
});

test('before anything was rated the list leads to the first check', () => {
  const view = listOf(small);
  expect(textOf(view)).toContain('2 are not rated yet.');
  expect(textOf(view)).toContain('Begin with **Build api**');
  expect(controlLabelled(view, 'Rate: Build api').id).toBe('readiness:check:build-api');
  expect(labelsOf(view)).not.toContain('How I grew');
});

test('the ready screen says what still lacks evidence, and where to go on', () => {
  const claimed = listOf(small, rated('build-api', 'alone', 'Mine.'), rated('design-schema', 'alone'));
  expect(textOf(claimed)).toContain('You are ready');
  expect(textOf(claimed)).toContain('One of them has no evidence yet.');
  const proven = listOf(small, rated('build-api', 'alone', 'Mine.'), rated('design-schema', 'alone', 'Mine, too.'));
  expect(textOf(proven)).toContain('there is evidence for every one of them');
  expect(controlLabelled(proven, 'Job market').id).toBe('guide:page:guide/job-market:0');
  const said = listOf(small, rated('build-api', 'alone'), rated('design-schema', 'alone'));
  expect(textOf(said)).toContain('None of them has evidence yet.');
});

test('the level that stands is switched off; the others set', () => {
  const view = checkOf(small, rated('build-api', 'alone'));
  expect(controlLabelled(view, 'Alone').disabled).toBe(true);
  for (const label of ['Not yet', 'With help', 'Could teach it'])
    expect(controlLabelled(view, label).disabled).toBe(false);
});

test('history is told check by check, oldest level first, and a long one counts what it leaves out', () => {
  const levels = ['not-yet', 'with-help', 'not-yet', 'with-help', 'alone', 'with-help', 'alone', 'teach'] as const;
  const ratings = levels.map((level, index) => rated('build-api', level, undefined, index));
  const text = textOf(readinessGrowthView(small, summariseReadiness(small, ratings), 0));
  expect(text).toContain('You moved up 5 times so far.');
  expect(text).toMatch(
    /\*\*Build api\*\*\n2 earlier → Not yet \(<t:\d+:D>\) → With help .* → Could teach it \(<t:\d+:D>\)$/,
  );
});

test('whatever a member writes as evidence stands inside its quote and runs as nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: EVIDENCE_LIMIT }), (evidence) => {
      fc.pre(evidence.trim() !== '');
      const view = checkOf(small, rated('build-api', 'alone', evidence));
      expect(problemsOf(view)).toEqual([]);
      const block = blocksOf(view).find((text) => text.startsWith('**Your evidence**\n')) ?? '';
      const lines = block.split(/\r\n|[\n\r\u2028\u2029]/).slice(1);
      expect(lines.length).toBeGreaterThan(0);
      for (const line of lines) expect(line.startsWith('> ')).toBe(true);
    }),
  );
});

test.each([
  ['# Big', '> \\# Big'],
  ['- a list', '> \\- a list'],
  ['[here](https://evil.example)', '> \\[here\\](https://evil.example)'],
  ['```js\nrun()\n```', '> \\`\\`\\`js\n> run()\n> \\`\\`\\`'],
  ['one\n\n\n\ntwo', '> one\n> \n> two'],
])('the evidence %j is quoted as %j', (evidence, quote) => {
  expect(textOf(checkOf(small, rated('build-api', 'alone', evidence)))).toContain(`**Your evidence**\n${quote}`);
});

test('the form says how long evidence may be, and holds what stands there', () => {
  const form = evidenceForm(small, aReadinessCheck(), 'Mine.');
  expect(JSON.stringify(form)).toContain('At most 500 characters');
  expect(JSON.stringify(form)).toContain('"value":"Mine."');
  expect(form.title.length).toBeLessThanOrEqual(45);
});

test.each([
  { name: 'as it is', change: (roadmap: Roadmap) => roadmap },
  { name: 'in a language that is 40 % longer', change: (roadmap: Roadmap) => withTexts(roadmap, padded) },
])('every screen of the real content, $name, is within Discord’s limits', ({ change }) => {
  const roadmap = change(realRoadmap());
  const evidence = '*'.repeat(EVIDENCE_LIMIT);
  const ids = roadmap.readinessChecks.map(({ id }) => id);
  for (const level of readinessLevels) {
    const ratings = ids.flatMap((id) =>
      [...readinessLevels, ...readinessLevels, level].map((each, minute) => rated(id, each, evidence, minute)),
    );
    const readiness = summariseReadiness(roadmap, ratings);
    const checks = readiness.checks.map((standing) => readinessCheckView(roadmap, standing, 'Saved.'));
    const growth = [0, 1, 2, 99].map((screen) => readinessGrowthView(roadmap, readiness, screen));
    for (const view of [readinessView(roadmap, readiness), ...checks, ...growth]) expect(problemsOf(view)).toEqual([]);
  }
  expect(problemsOf(listOf(roadmap))).toEqual([]);
});
