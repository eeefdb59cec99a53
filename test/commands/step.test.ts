import { expect, test } from 'vitest';
import { OutdatedError } from '../../src/discord/outdated-error.ts';
import { aContentSource, aRoadmap, aSelfCheck, aStep, aTopic, aTrack, aTrackNote } from '../support/builders.ts';
import { freshDeps } from '../support/database.ts';
import { aCaller, aPrivateCaller, aReader } from '../support/reader.ts';
import { controlsOf, labelsOf, textOf } from '../support/view-text.ts';

const notes = { sql: aTrackNote({ use: 'Use **pgx**.' }), git: aTrackNote({ use: 'Use **git**.' }) };
const roadmap = aRoadmap({
  steps: [
    aStep({
      id: 'sql',
      title: 'SQL and databases',
      topics: [
        aTopic({ id: 'select', title: 'Asking for rows', tonight: 'Select one row.' }),
        aTopic({ id: 'joins', title: 'Joins', tonight: 'Join two tables.' }),
      ],
      retiredTopics: [aTopic({ id: 'cursors', title: 'Cursors' })],
      questions: [
        aSelfCheck({ id: 'key', ask: 'What is a key?', answer: 'It names a row.', matters: 'Rows need names.' }),
        aSelfCheck({ id: 'index', ask: 'What is an index?', answer: 'A sorted copy.' }),
      ],
    }),
    aStep({ id: 'git', title: 'Git and the terminal' }),
  ],
  retiredSteps: [aStep({ id: 'svn', title: 'Subversion' })],
  tracks: [aTrack({ id: 'go', title: 'Go', notes }), aTrack({ id: 'java', title: 'Java', notes: { sql: notes.sql } })],
});
const reader = async (caller = aCaller()) => aReader(await freshDeps({ content: aContentSource(roadmap) }), caller);

test('a member who names no step reads the first, and goes on through its sides and to the next with buttons', async () => {
  const ada = await reader();
  expect(textOf(await ada.slash('step'))).toMatch(/^## SQL and databases\n-# Step 1 of 2/);
  expect(textOf(await ada.press('Topics'))).toContain('2. Joins · 2 h');
  expect(textOf(await ada.choose('Open a topic', 'Joins'))).toMatch(
    /^## Joins\n-# Topic 2 of 2[\s\S]*Join two tables\./,
  );
  expect(textOf(await ada.press('Build task'))).toContain('Build a small thing.');
  expect(textOf(await ada.press('Links'))).toContain('https://example.com/guide');
  expect(textOf(await ada.press('Next step'))).toMatch(/^## Git and the terminal/);
  expect(labelsOf(ada.view)).not.toContain('Next step');
  expect(textOf(await ada.press('Step before'))).toMatch(/^## SQL and databases/);
});

test('an answer stays hidden until the member asks for it, question by question', async () => {
  const ada = await reader();
  await ada.slash('step', { step: 'sql' });
  expect(textOf(await ada.press('Questions'))).not.toContain('It names a row.');
  const asked = textOf(await ada.press('One at a time'));
  expect(asked).toContain('What is a key?');
  expect(asked).not.toContain('It names a row.');
  expect(asked).not.toContain('Rows need names.');
  expect(textOf(await ada.press('Show the answer'))).toContain('It names a row.');
  expect(textOf(await ada.press('Next question'))).not.toContain('A sorted copy.');
  expect(textOf(await ada.press('Show the answer'))).toContain('A sorted copy.');
  expect(labelsOf(ada.view)).not.toContain('Next question');
});

test('only a track with a note for every step is offered', async () => {
  const ada = await reader();
  await ada.slash('step', { step: 'sql' });
  await ada.press('Track notes');
  expect(labelsOf(ada.view)).toContain('Go');
  expect(labelsOf(ada.view)).not.toContain('Java');
  expect(textOf(await ada.press('Go'))).toContain('Use **pgx**.');
});

test('the side that is on show cannot be pressed again, all others can', async () => {
  const ada = await reader();
  await ada.slash('step');
  for (const side of ['Topics', 'Build task', 'Track notes', 'Questions', 'Links', 'Overview']) {
    await ada.press(side);
    expect(controlsOf(ada.view).filter(({ disabled }) => disabled)).toMatchObject([{ label: side }]);
  }
});

test('an answer is private unless it is shared, and a shared one names who shared it and can be removed', async () => {
  const ada = await reader();
  expect(await ada.isPublic('step', { step: 'sql' })).toBe(false);
  expect(await ada.isPublic('step', { step: 'sql', share: true })).toBe(true);
  expect(textOf(await ada.slash('step', { step: 'sql' }))).not.toContain('Shared by');
  expect(labelsOf(ada.view)).toContain('Share in channel');
  const shared = await ada.slash('step', { step: 'sql', share: true });
  expect(textOf(shared)).toContain('Shared by <@ada>');
  expect(labelsOf(shared)).toContain('Remove for everybody');
  expect(labelsOf(shared)).not.toContain('Share in channel');
});

test.each(['Overview', 'Topics', 'Build task', 'Questions', 'Links'])(
  'what is shared from the side "%s" is what its reader saw',
  async (side) => {
    const ada = await reader();
    await ada.slash('step', { step: 'sql' });
    if (side !== 'Overview') await ada.press(side);
    const seen = textOf(ada.view);
    expect(textOf(await ada.press('Share in channel'))).toBe(`${seen}\n-# Shared by <@ada>`);
  },
);

test('a topic, a note and an answered question are shared as their reader saw them', async () => {
  const ada = await reader();
  for (const id of ['step:topic:sql:joins', 'step:track:sql:go', 'step:question:sql:0:answer']) {
    const seen = await ada.use(id);
    const shared = await ada.use(id.replace(':', ':share-'));
    if (seen.kind !== 'show' || shared.kind !== 'show') throw new Error(`${id} shows nothing`);
    expect(textOf(shared.view)).toBe(`${textOf(seen.view)}\n-# Shared by <@ada>`);
  }
});

test('a shared screen offers others to read on by themselves, never to share it again', async () => {
  const ada = await reader();
  await ada.slash('step', { step: 'sql', share: true });
  const bea = await reader(aCaller({ userId: 'bea' }));
  const topics = controlsOf(ada.view).find(({ label }) => label === 'Topics')?.id ?? '';
  const answer = await bea.use(topics);
  expect(answer.kind === 'show' && labelsOf(answer.view)).toContain('Share in channel');
  expect(answer.kind === 'show' && textOf(answer.view)).not.toContain('Shared by');
});

test('in the private chat there is nobody to share with', async () => {
  const ada = await reader(aPrivateCaller());
  expect(labelsOf(await ada.slash('step'))).not.toContain('Share in channel');
  expect(textOf(await ada.slash('step', { share: true }))).not.toContain('Shared by');
});

test('a mistyped step offers the nearest, and choosing one opens it', async () => {
  const ada = await reader();
  expect(textOf(await ada.slash('step', { step: 'databasse' }))).toContain('I know no step called “databasse”.');
  expect(textOf(await ada.choose('Open one', 'SQL and databases'))).toMatch(/^## SQL and databases/);
  expect((await ada.suggestions('step', 'step', 'termnial'))[0]).toEqual({
    name: 'Git and the terminal',
    value: 'git',
  });
});

test.each([
  { gone: 'a retired step', id: 'step:open:svn:overview:0', says: 'I know no step called “svn”.' },
  { gone: 'a retired topic', id: 'step:topic:sql:cursors', says: '## SQL and databases' },
  { gone: 'a track that is no more', id: 'step:track:sql:cobol', says: '## SQL and databases' },
  { gone: 'a question beyond the last', id: 'step:question:sql:9:answer', says: '## SQL and databases' },
  { gone: 'a screen beyond the last', id: 'step:open:sql:build:99', says: '## SQL and databases' },
])('a button for $gone shows what is nearest to it', async ({ id, says }) => {
  const answer = await (await reader()).use(id);
  expect(answer.kind === 'show' && textOf(answer.view)).toContain(says);
});

test('a topic chosen in an old list, retired since, shows its step', async () => {
  const answer = await (await reader()).use('step:go-topic:sql', ['cursors']);
  expect(answer.kind === 'show' && textOf(answer.view)).toMatch(/^## SQL and databases/);
});

test.each([
  'step:open:sql:overview:-1',
  'step:open:sql:overview:1.5',
  'step:open:sql:overview:many',
  'step:open:sql:everything:0',
  'step:open:sql:overview:0:more',
  'step:open:sql',
  'step:tab:sql:nothing',
  'step:question:sql:0:cheat',
  'step:question:sql:zero:ask',
  'step:beside',
  'step:topic:sql',
])('the forged custom id %s is refused as outdated', async (id) => {
  await expect((await reader()).use(id)).rejects.toThrow(OutdatedError);
});

test('whoever forges the name of a step can show nothing but its words, without a working mention', async () => {
  const answer = await (await reader()).use('step:share-open:**@everyone**\n# Free:overview:0');
  const text = answer.kind === 'show' ? textOf(answer.view) : '';
  expect(text).toContain('I know no step called “\\*\\*@everyone\\*\\* # Free”.');
});

test('a reader whose language lacks this step reads it in English whole, and the other one in their own', async () => {
  const german = aRoadmap({
    language: 'de',
    steps: [
      aStep({ id: 'sql', title: 'SQL and databases', language: 'en' }),
      aStep({ id: 'git', title: 'Git und die Konsole', language: 'de' }),
    ],
    tracks: [aTrack({ id: 'go', title: 'Los', notes, language: 'de' })],
  });
  const both = await freshDeps({ content: aContentSource(roadmap, german) });
  const ada = await aReader(both, aCaller({ language: 'de', serverLanguage: 'en' }));
  await ada.slash('step', { step: 'sql' });
  await ada.press('Track notes');
  expect(labelsOf(ada.view)).toContain('Go'); // The name of the English page, not "Los".
  expect(textOf(await ada.slash('step', { step: 'git' }))).toContain('Git und die Konsole');
  // Everybody in the channel reads the server's language.
  expect(textOf(await ada.slash('step', { step: 'git', share: true }))).toContain('Git and the terminal');
});
