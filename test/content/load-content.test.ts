import { describe, expect, test } from 'vitest';
import { formatProblem } from '../../src/content/content-problem.ts';
import { listDraftTracks } from '../../src/content/load-content.ts';
import { hoursOfStep, isTrackComplete, type Roadmap } from '../../src/domain/roadmap.ts';
import { copyContent } from './content-copy.ts';

const sql = 'backend/en/steps/sql.yaml';
const german = 'backend/de/steps/sql.yaml';
const outline = 'backend/roadmap.yaml';
const saying = (text: string): string => expect.stringContaining(text);
const hoursOf = ({ steps }: Roadmap) => steps.reduce((sum, step) => sum + hoursOfStep(step), 0);

describe('a mistake in a file is reported where it stands, with what was expected', () => {
  test('a file that is missing', () => {
    const content = copyContent();
    content.remove('backend/en/months/3.yaml');
    const message = 'this file is missing';
    expect(content.problems()).toEqual([{ file: 'backend/en/months/3.yaml', line: 1, column: 1, message }]);
  });

  test('the outline that is missing', () => {
    const content = copyContent();
    content.remove(outline);
    expect(content.problems()).toEqual([{ file: outline, line: 1, column: 1, message: 'this file is missing' }]);
  });

  test('a file that is empty lacks all that it must hold', () => {
    const content = copyContent();
    content.write('backend/en/phases/core.yaml', '');
    expect(content.problems().map(formatProblem)).toEqual([
      saying('backend/en/phases/core.yaml:1:1 title: Invalid input: expected string'),
      saying('backend/en/phases/core.yaml:1:1 purpose: Invalid input: expected string'),
      saying('backend/en/phases/core.yaml:1:1 months: Invalid input: expected array'),
    ]);
  });

  test('a key that nobody knows', () => {
    const content = copyContent();
    content.change(sql, 'build:\n', 'build:\n  colour: red\n');
    expect(content.problems()).toEqual([{ ...content.placeOf(sql, 'colour'), message: saying('key: "colour"') }]);
  });

  test('a key that is left out', () => {
    const content = copyContent();
    content.change(sql, /^ {4}tonight: .*\n(?: {6}.*\n|\n)+/m, '');
    const message = saying('topics.0.tonight: Invalid input: expected string');
    expect(content.problems()).toEqual([{ ...content.placeOf(sql, 'id: first-table'), message }]);
  });

  test('a topic with the id under which the progress of the build task is kept', () => {
    const content = copyContent();
    content.change(sql, 'id: first-table', 'id: build');
    const message = 'topics.0.id: the id "build" is taken: the progress of the build task is kept under it';
    expect(content.problems()).toContainEqual({ ...content.placeOf(sql, 'id: build'), message });
  });

  test('a value of the wrong type', () => {
    const content = copyContent();
    content.change(sql, 'hours: 3', 'hours: three');
    const message = 'topics.0.hours: Invalid input: expected number, received string';
    expect(content.problems()).toEqual([{ ...content.placeOf(sql, 'hours: three'), message }]);
  });

  test('a number that is too large, and half an hour', () => {
    const content = copyContent();
    content.change(sql, 'hours: 3', 'hours: 9');
    content.change(sql, 'hours: 3', 'hours: 2.5');
    expect(content.problems()).toEqual([
      { ...content.placeOf(sql, 'hours: 9'), message: saying('topics.0.hours: Too big: expected number to be <=8') },
      { ...content.placeOf(sql, 'hours: 2.5'), message: saying('topics.1.hours: Invalid input: expected int') },
    ]);
  });

  test('a text that is too long for a phone', () => {
    const content = copyContent();
    content.change(sql, /title: Joins/, `title: ${'Joins '.repeat(11)}`);
    const message = saying('title: Too big: expected string to have <=60 characters');
    expect(content.problems()).toEqual([{ ...content.placeOf(sql, 'title: Joins'), message }]);
  });

  test('a list that is too short', () => {
    const content = copyContent();
    content.change('backend/en/readiness-checks/build-api.yaml', /questions:\n[\s\S]*?(?=steps:)/, 'questions: []\n');
    expect(content.problems()).toEqual([
      {
        ...content.placeOf('backend/en/readiness-checks/build-api.yaml', 'questions'),
        message: saying('questions: Too small: expected array to have exactly 3 items'),
      },
    ]);
  });

  test('an address that is not https', () => {
    const content = copyContent();
    content.change(sql, 'url: https:', 'url: http:');
    const message = 'links.0.url: write a whole address that begins with https://';
    expect(content.problems()).toEqual([{ ...content.placeOf(sql, 'url: http:'), message }]);
  });

  test('an id that is no slug', () => {
    const content = copyContent();
    content.change(sql, 'id: joins', 'id: Joins_1');
    expect(content.problems()).toEqual([
      { ...content.placeOf(sql, 'id: Joins_1'), message: saying('lower-case letters and digits') },
    ]);
  });

  test('YAML that cannot be read: a colon in a text without quotes', () => {
    const content = copyContent();
    content.change(sql, /^title: .*/m, 'title: SQL: the language of data');
    expect(content.problems()).toEqual([
      { ...content.placeOf(sql, 'SQL: the language'), message: saying('Nested mappings are not allowed') },
    ]);
  });

  test('YAML that cannot be read: a key that stands twice', () => {
    const content = copyContent();
    content.change(sql, /^why: /m, 'title: Again\nwhy: ');
    expect(content.problems()).toEqual([
      { ...content.placeOf(sql, 'title: Again'), message: saying('Map keys must be unique') },
    ]);
  });

  test('a list of steps that names one that does not exist', () => {
    const content = copyContent();
    const file = 'backend/en/pitfalls/weak-sql.yaml';
    content.change(file, /^steps: .*/m, 'steps: [sql, sqlite]');
    const message = 'there is no step "sqlite"';
    expect(content.problems()).toEqual([{ ...content.placeOf(file, 'sqlite]'), message }]);
  });

  test('a track with a note for a step that does not exist', () => {
    const content = copyContent();
    const file = 'backend/en/tracks/go.yaml';
    content.change(file, /^notes:.*\n/m, 'notes:\n  sqlite: { use: a, trap: b }\n');
    expect(content.problems()).toEqual([{ ...content.placeOf(file, 'sqlite'), message: 'there is no step "sqlite"' }]);
  });

  test.each(['step/x', 'guide/sql', 'stair/sql', 'readiness/sql'])('a reference [[%s]] to no page', (reference) => {
    const content = copyContent();
    content.change(sql, 'why: >-\n', `why: >-\n  See [[${reference}]].\n`);
    const message = `[[${reference}]] refers to a page that does not exist`;
    expect(content.problems()).toEqual([{ ...content.placeOf(sql, 'why'), message }]);
  });

  test('two topics or two questions under one id, whose progress would be one', () => {
    const content = copyContent();
    content.change(sql, 'id: crud', 'id: joins');
    content.change(sql, 'id: primary-foreign', 'id: same');
    content.change(sql, /(?<=id: same[\s\S]*?)id: (?!same).*/, 'id: same # again');
    expect(content.problems()).toEqual([
      { ...content.placeOf(sql, 'id: joins\n    title: Joins'), message: 'the id "joins" stands twice in this list' },
      { ...content.placeOf(sql, 'id: same # again'), message: 'the id "same" stands twice in this list' },
    ]);
  });

  test('hours that do not add up to those of the outline', () => {
    const content = copyContent();
    content.change(sql, 'hours: 3', 'hours: 4');
    const message = 'hours: all steps together have 521 hours, not 520';
    expect(content.problems()).toEqual([expect.objectContaining({ file: outline, message })]);
  });

  test('several mistakes at once are all reported, each in its own file', () => {
    const content = copyContent();
    content.remove('backend/en/overview.yaml');
    content.change(sql, 'hours: 3', 'hours: three');
    content.change(sql, 'why: >-\n', 'colour: red\nwhy: >-\n');
    content.change('backend/en/months/1.yaml', /^title: .*/m, 'title: "A language');
    expect(content.problems().map(({ file }) => file)).toEqual([
      'backend/en/overview.yaml',
      sql,
      sql,
      'backend/en/months/1.yaml',
    ]);
  });

  test('several mistakes between files are all reported, with file, line and column in one message', () => {
    const content = copyContent();
    const month = 'backend/en/months/1.yaml';
    content.change(sql, 'why: >-\n', 'why: >-\n  See [[step/x]].\n');
    content.change(month, '[[step/http]]', '[[step/y]]');
    content.change(sql, 'hours: 3', 'hours: 4');
    const { line } = content.placeOf(month, 'todo');
    expect(content.problems()).toHaveLength(3);
    expect(() => content.load()).toThrow(`${month}:${line}:1 [[step/y]] refers to a page that does not exist`);
    expect(() => content.load()).toThrow('The content has 3 problem(s)');
  });
});

describe('another language beside English', () => {
  test('a page that is translated is read, and one that is not comes whole from English', () => {
    const content = copyContent();
    content.write(german, content.read(sql).replace(/^title: .*/m, 'title: SQL und Datenbanken'));
    const source = content.load(['de']);
    expect(source.languages).toEqual(['en', 'de']);
    const roadmap = source.roadmap('de');
    const [translated] = roadmap.steps.filter((step) => step.id === 'sql');
    expect(translated).toMatchObject({ title: 'SQL und Datenbanken', language: 'de', file: german });
    const english = source.roadmap('en');
    expect(roadmap.steps.filter((step) => step.id !== 'sql')).toEqual(english.steps.filter(({ id }) => id !== 'sql'));
    expect(roadmap.overview).toEqual(english.overview);
    expect(roadmap.overview.language).toBe('en');
  });

  test('English is not touched by a translation, and stands in for a language that there is none of', () => {
    const content = copyContent();
    const before = content.load().roadmap('en');
    content.write(german, content.read(sql).replace(/^title: .*/m, 'title: SQL und Datenbanken'));
    const source = content.load(['de']);
    expect(source.roadmap('en')).toEqual(before);
    expect(source.roadmap('fr')).toEqual(before);
  });

  test('a language without a single page is English throughout', () => {
    const source = copyContent().load(['de']);
    expect(source.roadmap('de')).toEqual({ ...source.roadmap('en'), language: 'de' });
  });

  test.each([
    ['other hours of a topic', 'hours: 3', 'hours: 4', 'topics'],
    ['another id of a topic', 'id: first-table', 'id: erste-tabelle', 'topics'],
    ['other hours of the build task', 'hours: 18', 'hours: 17', 'hours: 17'],
  ])('a translation with %s is refused', (_, old, text, place) => {
    const content = copyContent();
    content.write(german, content.read(sql).replace(old, text));
    const message = saying('must be the same as in the English file');
    expect(content.problems(['de'])).toContainEqual({ ...content.placeOf(german, place), message });
  });

  test.each([
    ['a misspelt reference', 'backend/en/steps/sql.yaml', 'why: >-\n', 'why: >-\n  See [[Step/sql]].\n', 'why'],
    ['a wrong sum of hours', 'backend/roadmap.yaml', 'hours: 520', 'hours: 521', 'hours: 521'],
  ])('%s is reported where it stands', (_, file, old, text, place) => {
    const content = copyContent();
    content.write(file, content.read(file).replace(old, text));
    expect(content.problems()).toEqual([{ ...content.placeOf(file, place), message: expect.any(String) }]);
  });

  test('a file that no page is read from is reported, for its name may be misspelt', () => {
    const content = copyContent();
    content.write('backend/de/steps/sequel.yaml', content.read(sql));
    expect(content.problems(['de'])).toEqual([
      { file: 'backend/de/steps/sequel.yaml', line: 1, column: 1, message: expect.stringContaining('no page is read') },
    ]);
  });

  test('hours that are moved between two topics are refused although the sum is right', () => {
    const content = copyContent();
    content.write(german, content.read(sql).replace('hours: 4', 'hours: 5').replace('hours: 6', 'hours: 5'));
    expect(content.problems(['de']).map(({ file }) => file)).toEqual([german]);
  });

  test('a mistake in a translation is reported with its own file and line', () => {
    const content = copyContent();
    content.write(german, content.read(sql).replace('why: >-\n', 'why: >-\n  Siehe [[step/x]].\n'));
    const message = '[[step/x]] refers to a page that does not exist';
    expect(content.problems(['de'])).toEqual([{ ...content.placeOf(german, 'why'), message }]);
  });
});

describe('a track', () => {
  test('is offered when it has notes for all steps', () => {
    const roadmap = copyContent().load().roadmap('en');
    expect(roadmap.tracks.filter((track) => isTrackComplete(roadmap, track)).map(({ id }) => id)).toEqual([
      'python',
      'node',
      'go',
      'java',
    ]);
    expect(listDraftTracks(roadmap)).toEqual([]);
  });

  test('is a draft without one of them, is not offered, and is listed with what it lacks', () => {
    const content = copyContent();
    for (const step of ['http', 'docker']) {
      content.change('backend/en/tracks/node.yaml', new RegExp(`^  ${step}:\\n(?:    .*\\n|\\n)+`, 'm'), '');
    }
    const roadmap = content.load().roadmap('en');
    expect(listDraftTracks(roadmap)).toEqual([{ trackId: 'node', missing: ['http', 'docker'] }]);
    const offered = roadmap.tracks.filter((track) => isTrackComplete(roadmap, track));
    expect(offered.map(({ id }) => id)).toEqual(['python', 'go', 'java']);
  });
});

describe('what is retired', () => {
  test('a topic leaves the step and the total, and stays where its progress can find it', () => {
    const content = copyContent();
    content.change(sql, 'id: joins\n', 'id: joins\n    retired: true\n');
    expect(content.problems()).toEqual([expect.objectContaining({ message: saying('have 514 hours, not 520') })]);
    content.change(outline, 'hours: 520', 'hours: 514');
    const roadmap = content.load().roadmap('en');
    const [step] = roadmap.steps.filter(({ id }) => id === 'sql');
    expect(step?.topics.map(({ id }) => id)).not.toContain('joins');
    expect(step?.retiredTopics).toEqual([expect.objectContaining({ id: 'joins', title: 'Joins', hours: 6 })]);
    expect(step && hoursOfStep(step)).toBe(59);
  });

  test('a step leaves the order, its phase, its month and the total, and stays where its progress can find it', () => {
    const content = copyContent();
    const docker = 'backend/en/steps/docker.yaml';
    content.change(docker, /^title: /m, 'retired: true\ntitle: ');
    const mentions = content.problems().filter(({ message }) => message.includes('[[step/docker]]'));
    expect(mentions.length).toBeGreaterThan(0);
    for (const { file } of mentions) content.change(file, '[[step/docker]]', 'Docker');
    expect(content.problems()).toEqual([expect.objectContaining({ message: saying('have 495 hours, not 520') })]);
    content.change(outline, 'hours: 520', 'hours: 495');
    const roadmap = content.load().roadmap('en');
    expect(roadmap.retiredSteps.map(({ id }) => id)).toEqual(['docker']);
    expect(roadmap.retiredSteps[0]?.topics.length).toBeGreaterThan(0);
    expect(roadmap.steps.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]);
    expect(roadmap.steps[9]).toMatchObject({ id: 'security', position: 10 });
    expect(roadmap.phases[2]?.stepIds).toEqual(['caching', 'background-jobs', 'security']);
    expect(roadmap.months[4]?.stepIds).toEqual(['caching', 'background-jobs']);
    expect(hoursOf(roadmap)).toBe(495);
  });

  test('a track needs no note for a retired step, and may keep the one it has', () => {
    const content = copyContent();
    content.change('backend/en/steps/docker.yaml', /^title: /m, 'retired: true\ntitle: ');
    for (const { file, message } of content.problems()) {
      if (message.includes('[[step/docker]]')) content.change(file, '[[step/docker]]', 'Docker');
    }
    content.change(outline, 'hours: 520', 'hours: 495');
    content.change('backend/en/tracks/node.yaml', /^ {2}docker:\n(?: {4}.*\n|\n)+/m, '');
    const roadmap = content.load().roadmap('en');
    expect(listDraftTracks(roadmap)).toEqual([]);
    expect(roadmap.tracks[0]?.notes).toHaveProperty('docker');
  });
});
