import { expect, test } from 'vitest';
import { OutdatedError } from '../../src/discord/outdated-error.ts';
import {
  aContentSource,
  aListPage,
  anEntry,
  aPitfall,
  aQuestionsPage,
  aRoadmap,
  aStep,
  aTopic,
  aTrack,
  aTrackNote,
} from '../support/builders.ts';
import { freshDeps } from '../support/database.ts';
import { aCaller, aPrivateCaller, aReader } from '../support/reader.ts';
import { labelsOf, textOf } from '../support/view-text.ts';

const notes = { auth: aTrackNote({ use: 'Use the package jose.' }) };
const roadmap = aRoadmap({
  steps: [
    aStep({
      id: 'auth',
      title: 'Authentication',
      topics: [aTopic({ id: 'tokens', title: 'Tokens', tonight: 'Take a jsonwebtoken apart by hand tonight.' })],
    }),
  ],
  needs: aListPage({
    id: 'needs',
    title: 'What you need',
    items: [anEntry({ title: 'A laptop', text: 'Any will do.' })],
  }),
  questions: aQuestionsPage({ items: [{ id: 'degree', ask: 'Do I need a degree?', answer: 'No, **not** at all.' }] }),
  pitfalls: [
    aPitfall({ id: 'weak-auth', title: 'Plain passwords', looksLike: 'See [[step/auth]].', stepIds: ['auth'] }),
  ],
  tracks: [aTrack({ id: 'node', title: 'Node.js', notes })],
});
const content = aContentSource(roadmap);
const reader = async (caller = aCaller()) => aReader(await freshDeps({ content }), caller);

test('a member opens a page of the guide, then an answer in it, and comes back', async () => {
  const ada = await reader();
  expect(textOf(await ada.slash('guide'))).toContain('- What you need');
  expect(textOf(await ada.choose('Open a page', 'What you need'))).toContain('**A laptop**\nAny will do.');
  await ada.press('The guide');
  await ada.choose('Open a page', 'Questions');
  expect(textOf(ada.view)).not.toContain('not** at all');
  expect(textOf(await ada.choose('Open a question', 'Do I need a degree?'))).toContain('No, **not** at all.');
  expect(textOf(await ada.press('All questions'))).toContain('- Do I need a degree?');
});

test('the lists of pitfalls and checks stand in the guide, too', async () => {
  const ada = await reader();
  await ada.slash('guide');
  expect(textOf(await ada.choose('Open a page', 'Six pitfalls that beginners meet'))).toContain('1. Plain passwords');
  expect(textOf(await ada.choose('Open one', 'Plain passwords'))).toContain('See **Authentication**.');
});

test('a member searches for a word with a typing error and opens what is found', async () => {
  const ada = await reader();
  await ada.slash('guide');
  const form = await ada.openForm('Search');
  await ada.fill(form, { words: 'jsonwebtokne' });
  expect(textOf(ada.view)).toMatch(
    /^## Found for “jsonwebtokne”\n\*\*1\. Tokens\*\* · Step · Authentication\n> .*jsonwebtoken/,
  );
  expect(textOf(await ada.choose('Open what was found', 'Tokens'))).toMatch(/^## Tokens/);
});

test('a search in the command itself finds the same, and a page that it names is opened at once', async () => {
  const ada = await reader();
  expect(textOf(await ada.slash('guide', { find: 'jsonwebtoken' }))).toMatch(/^## Found for/);
  expect(textOf(await ada.slash('guide', { find: 'guide/needs' }))).toMatch(/^## What you need/);
  expect(textOf(await ada.slash('guide', { find: ' track/node/notes/auth ' }))).toContain('Use the package jose.');
});

test('what is suggested while typing opens when it is chosen, and before the first letter it is the guide', async () => {
  const ada = await reader();
  const first = await ada.suggestions('guide', 'find', '');
  expect(first.map(({ name }) => name)).toContain('What you need');
  for (const typed of ['', 'jsonwebtokne', 'jose', 'degree', 'passwords']) {
    const suggestions = await ada.suggestions('guide', 'find', typed);
    expect(suggestions.length, typed).toBeGreaterThan(0);
    for (const { name, value } of suggestions) {
      const title = name.replace(/^[A-Z][a-z ]+: /, '');
      expect(textOf(await ada.slash('guide', { find: value })), value).toContain(title);
    }
  }
  expect((await ada.suggestions('guide', 'find', 'plain password'))[0]?.name).toBe('Pitfall: Plain passwords');
});

test('a search that finds nothing says so and offers to search again', async () => {
  const ada = await reader();
  expect(textOf(await ada.slash('guide', { find: 'zzzzzzzz' }))).toContain('I found nothing for “zzzzzzzz”.');
  expect((await ada.openForm('Search again')).custom_id).toBe('guide:find');
});

test.each(['', ' ', '!', '?!?', '#', 'a', '\u200b\u200b'])(
  '%j is too short to search for: it is refused',
  async (words) => {
    const ada = await reader();
    await ada.slash('guide');
    const answer = await ada.fill(await ada.openForm('Search'), { words });
    expect(answer).toEqual({ kind: 'refused', problem: 'A search needs at least two letters or digits.' });
  },
);

test.each(['go', 'é1', '日本', 'ab', '42'])('%j is long enough to search for', async (words) => {
  const ada = await reader();
  await ada.slash('guide');
  expect((await ada.fill(await ada.openForm('Search'), { words })).kind).toBe('show');
});

test.each([{}, { find: 'guide/needs' }])(
  '%j is private unless shared, and in the private chat never shared',
  async (given) => {
    const ada = await reader();
    expect(await ada.isPublic('guide', given)).toBe(false);
    expect(await ada.isPublic('guide', { ...given, share: true })).toBe(true);
    const seen = textOf(await ada.slash('guide', given));
    expect(textOf(await ada.press('Share in channel'))).toBe(`${seen}\n-# Shared by <@ada>`);
    const alone = await reader(aPrivateCaller());
    expect(textOf(await alone.slash('guide', { ...given, share: true }))).toBe(seen);
    expect(labelsOf(alone.view)).not.toContain('Share in channel');
  },
);

test.each(['step/gone', 'track/node/notes/gone', 'guide/gone', 'nonsense', '', '../../etc/passwd', 'list/step'])(
  'a choice that is gone or forged (%j) still leads somewhere',
  async (value) => {
    const answer = await (await reader()).use('guide:go:home', [value]);
    expect(answer.kind === 'show' && textOf(answer.view)).toMatch(/^## (The guide|Node\.js)/);
  },
);

test.each([
  { id: 'guide:page:guide/needs/items/7:0', says: '## What you need' },
  { id: 'guide:page:guide/questions/items/99:0', says: '## Questions' },
  { id: 'guide:page:step/auth/topics/retired:0', says: '## Authentication' },
  { id: 'guide:page:readiness/build-api/questions/99:0', says: '## Build api' },
  { id: 'guide:page:guide/needs:99', says: '## What you need' },
])('$id names a part that is gone: its page is shown', async ({ id, says }) => {
  const answer = await (await reader()).use(id);
  expect(answer.kind === 'show' && textOf(answer.view)).toContain(says);
});

test.each(['guide:list:step', 'guide:list', 'guide:page:guide/needs', 'guide:page:guide/needs:-1', 'guide:open:x'])(
  'the forged custom id %s is refused as outdated',
  async (id) => {
    await expect((await reader()).use(id)).rejects.toThrow(OutdatedError);
  },
);

test('a page of the guide without a translation is read in English whole', async () => {
  const german = aRoadmap({
    language: 'de',
    steps: roadmap.steps.map((step) => ({ ...step, title: 'Anmeldung', language: 'de' })),
    needs: aListPage({ id: 'needs', title: 'What you need', language: 'en' }),
    pitfalls: [aPitfall({ id: 'weak-auth', title: 'Klartext', stepIds: ['auth'], language: 'de' })],
  });
  const both = await freshDeps({ content: aContentSource(roadmap, german) });
  const ada = await aReader(both, aCaller({ language: 'de' }));
  expect(textOf(await ada.slash('guide', { find: 'pitfall/weak-auth' }))).toContain('## Klartext');
  expect(textOf(await ada.slash('guide', { find: 'pitfall/weak-auth' }))).toContain('Anmeldung');
  expect(textOf(await ada.slash('guide', { find: 'guide/needs' }))).toContain('Any will do.');
});
