import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listDraftTracks, loadContent } from '../../src/content/load-content.ts';
import { linkTitles } from '../../src/domain/page-reference.ts';
import { hoursOfStep, type Step } from '../../src/domain/roadmap.ts';
import { proseOf, unbalanced } from './blocks.ts';
import { contentFolder, readContentFiles } from './content-files.ts';

const roadmap = loadContent(contentFolder).roadmap('en');
const steps = roadmap.steps.map((step): [string, Step] => [step.id, step]);
const files = readContentFiles();
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** Every text for which `judge` finds something to say, with where it stands. */
function complaints(judge: (text: string, place: string) => string | false | undefined): readonly string[] {
  return files.flatMap(({ file, texts }) =>
    texts.flatMap(({ place, text }) => {
      const complaint = judge(text, place);
      return complaint ? [`${file} ${place}: ${complaint}`] : [];
    }),
  );
}

describe('how much there is', () => {
  test('fifteen steps stand in their order, each with its phase, its month and its hours', () => {
    const table = roadmap.steps.map((step) => {
      const topicHours = sum(step.topics.map((topic) => topic.hours));
      return `${step.position} ${step.id}: ${step.phaseId}, month ${step.month}, ${topicHours} + ${step.build.hours}`;
    });
    expect(table).toEqual([
      '1 language: foundation, month 1, 27 + 8',
      '2 http: foundation, month 1, 11 + 4',
      '3 git-terminal: foundation, month 1, 11 + 4',
      '4 sql: core, month 2, 47 + 18',
      '5 rest-api: core, month 3, 45 + 20',
      '6 auth: core, month 4, 25 + 10',
      '7 testing: core, month 4, 21 + 9',
      '8 caching: advanced, month 5, 14 + 6',
      '9 background-jobs: advanced, month 5, 14 + 6',
      '10 docker: advanced, month 5, 18 + 7',
      '11 security: advanced, month 6, 21 + 9',
      '12 cloud: professional, month 6, 25 + 10',
      '13 ci-cd: professional, month 7, 25 + 10',
      '14 api-docs: professional, month 7, 21 + 9',
      '15 portfolio: professional, month 8, 37 + 28',
    ]);
    expect(roadmap.retiredSteps).toEqual([]);
  });

  test('all hours together are 520, and each of the eight months has 65', () => {
    expect(sum(roadmap.steps.map(hoursOfStep))).toBe(520);
    const hours = roadmap.months.map(({ number, stepIds }) => [
      number,
      sum(roadmap.steps.filter((step) => stepIds.includes(step.id)).map(hoursOfStep)),
    ]);
    expect(hours).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((number) => [number, 65]));
  });

  test('four phases hold three, four, four and four steps, and name the months of their steps', () => {
    expect(roadmap.phases.map(({ title, stepIds }) => [title, stepIds.length])).toEqual([
      ['Foundation', 3],
      ['Core Skills', 4],
      ['Advanced', 4],
      ['Professional', 4],
    ]);
    for (const phase of roadmap.phases) {
      const months = roadmap.steps.filter((step) => phase.stepIds.includes(step.id)).map((step) => step.month);
      expect(phase.months, phase.id).toEqual([...new Set(months)]);
    }
  });

  test('around the steps stand as many pages as the source has', () => {
    const { overview, groundRules, needs, history, field, jobMarket, places, focusAreas, pitfalls } = roadmap;
    expect({
      paces: overview.paces.length,
      groundRules: groundRules.items.length,
      needs: needs.items.length,
      eras: history.eras.length,
      field: field.items.length,
      facts: jobMarket.facts.length,
      otherRoads: jobMarket.otherRoads.length,
      places: places.items.length,
      focusAreas: focusAreas.length,
      pitfalls: pitfalls.length,
      readinessQuestions: roadmap.readinessChecks.map((check) => check.questions.length),
    }).toEqual({
      paces: 2,
      groundRules: 3,
      needs: 5,
      eras: 7,
      field: 5,
      facts: 4,
      otherRoads: 5,
      places: 5,
      focusAreas: 12,
      pitfalls: 6,
      readinessQuestions: [3, 3, 3, 3, 3, 3, 3, 3],
    });
    expect(roadmap.questions.items.length).toBeGreaterThanOrEqual(10);
  });

  test('the two paces are eight months and fourteen to sixteen', () => {
    expect(roadmap.overview.paces.map(({ hours, months }) => [hours, months])).toEqual([
      [expect.stringContaining('15 to 20'), expect.stringContaining('8 months')],
      [expect.stringContaining('5 to 10'), expect.stringContaining('14 to 16 months')],
    ]);
  });

  test('Python, Node.js, Go and Java are offered, each with a note for every step', () => {
    const titles = { python: 'Python', node: 'Node.js', go: 'Go', java: 'Java' };
    const drafts = listDraftTracks(roadmap).map(({ trackId }) => trackId);
    for (const [id, title] of Object.entries(titles)) {
      const track = roadmap.tracks.find((candidate) => candidate.id === id);
      expect(track?.title).toContain(title);
      expect(drafts).not.toContain(id); // A further track may be a draft; these four are whole.
      expect(Object.keys(track?.notes ?? {}), id).toEqual(roadmap.steps.map((step) => step.id));
    }
  });

  test('every page is there in English, and no English file is left that nobody reads', () => {
    const pages = Object.values(roadmap).flatMap((value) => (typeof value === 'string' ? [] : value));
    expect(pages.map((page) => page.file).sort()).toEqual(
      files.map(({ file }) => file).filter((file) => file.startsWith('backend/en/')),
    );
    expect(new Set(pages.map((page) => page.language))).toEqual(new Set(['en']));
  });
});

describe('each step', () => {
  test.each(steps)('%s has 6 to 12 topics of one to three evenings, and at least 5 questions', (_, step) => {
    expect(step.topics.length).toBeGreaterThanOrEqual(6);
    expect(step.topics.length).toBeLessThanOrEqual(12);
    for (const topic of step.topics) expect(topic.hours, topic.id).toBeLessThanOrEqual(6);
    expect(step.questions.length).toBeGreaterThanOrEqual(5);
  });

  test.each(steps)('%s says in 2 to 4 sentences why it matters', (_, step) => {
    const asRead = linkTitles(step.why, roadmap).replaceAll('*', '');
    const sentences = [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(asRead)];
    expect(sentences.length, step.why).toBeGreaterThanOrEqual(2);
    expect(sentences.length, step.why).toBeLessThanOrEqual(4);
  });

  test.each(steps)('%s is named by a focus area, a pitfall and a readiness check', (id) => {
    const { focusAreas, pitfalls, readinessChecks } = roadmap;
    const naming = [focusAreas, pitfalls, readinessChecks].map((pages) => pages.some((p) => p.stepIds.includes(id)));
    expect(naming).toEqual([true, true, true]);
  });

  test.each(steps)('%s points to 2 to 4 pages of official, free documentation', (_, step) => {
    expect(step.links.length).toBeGreaterThanOrEqual(2);
    expect(step.links.length).toBeLessThanOrEqual(4);
    for (const { url } of step.links) expect(documentation, url).toContain(new URL(url).host);
    expect(new Set(step.links.map(({ url }) => url)).size).toBe(step.links.length);
  });

  test('has a title of at most 40 characters, which fits a button', () => {
    expect(roadmap.steps.filter((step) => step.title.length > 40).map((step) => step.title)).toEqual([]);
  });
});

/** Whoever makes a thing documents it there. A new host comes in only after a look at who is behind it. */
const documentation = [
  '12factor.net',
  'cheatsheetseries.owasp.org',
  'dev.java',
  'developer.mozilla.org',
  'docs.docker.com',
  'docs.github.com',
  'docs.junit.org',
  'docs.pytest.org',
  'docs.python.org',
  'everything.curl.dev', // by the author of curl
  'git-scm.com',
  'go.dev',
  'keepachangelog.com',
  'learn.microsoft.com',
  'learn.openapis.org',
  'mailpit.axllent.org',
  'nodejs.org',
  'opentofu.org',
  'owasp.org',
  'pages.nist.gov',
  'redis.io',
  'spec.openapis.org',
  'sre.google',
  'swagger.io',
  'www.postgresql.org',
  'www.rfc-editor.org',
];

test('every file tells the editor its schema', () => {
  const kinds: Readonly<Record<string, string>> = {
    'ground-rules': 'list',
    needs: 'list',
    field: 'list',
    tracks: 'introduction',
    'tracks/': 'track',
    'phases/': 'phase',
    'steps/': 'step',
    'months/': 'month',
    'focus-areas/': 'focus-area',
    'pitfalls/': 'pitfall',
    'readiness-checks/': 'readiness-check',
  };
  for (const { file } of files) {
    const [, folder = '', name = ''] = /^backend\/[a-z-]+\/([a-z-]+\/)?(.*)\.yaml$/.exec(file) ?? [];
    const schema = `${folder === '' ? '../..' : '../../..'}/.schema/${kinds[folder || name] ?? name}.json`;
    const [firstLine] = readFileSync(join(contentFolder, file), 'utf8').split('\n');
    expect(firstLine, file).toBe(`# yaml-language-server: $schema=${schema}`);
  }
});

describe('the words', () => {
  test('no two topics have the same title', () => {
    const titles = roadmap.steps.flatMap((step) => step.topics.map((topic) => topic.title.toLowerCase()));
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  });

  test('whatever looks like a reference to a page is one', () => {
    const leftOver = (text: string) => proseOf(text).replace(/\[\[[a-z]+\/[a-z0-9-]+\]\]/g, '');
    expect(complaints((text) => /\[\[|\]\]/.exec(leftOver(text))?.[0])).toEqual([]);
  });

  test('every fence and every backtick has its partner', () => {
    expect(complaints(unbalanced)).toEqual([]);
  });

  test('a block of code fits a phone: at most 8 lines of at most 46 characters', () => {
    const blocks = files.flatMap(({ file, blocks }) =>
      blocks.map((block) => ({ where: `${file} ${block.place}`, block })),
    );
    expect(blocks.length).toBeGreaterThan(90);
    const tooLong = blocks.filter(
      ({ block }) => block.lines.length > 8 || block.lines.some((line) => line.length > 46),
    );
    expect(tooLong.map(({ where, block }) => `${where}\n${block.code}`)).toEqual([]);
  });

  test.each([
    ['heading', /^ {0,3}(?:#{1,3}|-#) .*/m],
    ['table', /^\s*\|.*\||^[\s|:]*-{3,}[\s|:-]*\|.*/m],
    ['quote', /^ {0,3}>.*/m],
    ['masked link', /\[[^\]]*\]\([^)]*\)/],
    ['tag or angle bracket', /<[a-z/!@#&:][^\n]*/i],
    ['mention', /@(?:everyone|here)\b/],
    ['bare address', /https?:\/\/\S+/],
  ])('no text has a %s outside its code', (_, pattern) => {
    expect(complaints((text, place) => !/(^|\.)url$/.test(place) && pattern.exec(proseOf(text))?.[0])).toEqual([]);
  });

  test('no text has an emoji, not even in its code', () => {
    expect(complaints((text) => /\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f/u.exec(text)?.[0])).toEqual([]);
    expect(complaints((text) => /(?<!\S):[a-z_]+:(?!\S)/.exec(proseOf(text))?.[0])).toEqual([]);
  });
});
