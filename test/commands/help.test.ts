import { expect, test } from 'vitest';
import { forgetPublicMessage } from '../../src/actions/forget-public-message.ts';
import { summariseProgress } from '../../src/domain/progress.ts';
import { findPublicMessage, insertPublicMessage } from '../../src/store/public-message-store.ts';
import { memberHomeView } from '../../src/views/help-view.ts';
import { aContentSource, aRoadmap, aStep, instant } from '../support/builders.ts';
import { freshDeps } from '../support/database.ts';
import { theRecords } from '../support/progress-builders.ts';
import { aCaller, aPrivateCaller, aReader } from '../support/reader.ts';
import { labelsOf, textOf } from '../support/view-text.ts';

const steps = [aStep({ id: 'git', title: 'Git' }), aStep({ id: 'sql', title: 'SQL', phaseId: 'core' })];
const content = aContentSource(aRoadmap({ steps }));

/** What Ada shared in #study. */
const shared = {
  messageId: 'message-1',
  channelId: 'study',
  serverId: 'study-hall',
  userId: 'ada',
  sharedAt: instant('2026-03-02T17:00Z'),
};
const pressing = (overrides = {}) => aCaller({ messageId: 'message-1', ...overrides });

async function aServerWithASharedScreen() {
  const deps = await freshDeps({ content });
  await insertPublicMessage(deps.db, shared);
  return deps;
}

test('a newcomer goes from the home screen to the first step, the roadmap and all commands', async () => {
  const ada = await aReader(await freshDeps({ content }));
  expect(textOf(await ada.slash('help'))).toContain('2 steps in 2 phases, about 12 hours');
  expect(textOf(await ada.press('Read the first step'))).toMatch(/^## Git/);
  await ada.slash('help');
  expect(textOf(await ada.press('See the roadmap'))).toMatch(/^## The roadmap/);
  expect(textOf(await ada.press('Home'))).toMatch(/^## Cairn/);
  expect(textOf(await ada.press('All commands'))).toContain('**/step**');
  expect(textOf(await ada.press('Home'))).toMatch(/^## Cairn/);
});

test.each([aCaller(), aPrivateCaller()])('help is private and works everywhere (%#)', async (caller) => {
  const ada = await aReader(await freshDeps({ content }), caller);
  expect(await ada.isPublic('help')).toBe(false);
  expect(labelsOf(await ada.slash('help'))).toEqual(['Join', 'Read the first step', 'See the roadmap', 'All commands']);
});

test('a roadmap without steps has no first step to read', async () => {
  const empty = aContentSource(aRoadmap({ steps: [] }));
  const ada = await aReader(await freshDeps({ content: empty }));
  expect(labelsOf(await ada.slash('help'))).toEqual(['Join', 'See the roadmap', 'All commands']);
});

test('a step that was opened again with every topic ticked waits to be finished, and is not the end', () => {
  const roadmap = aRoadmap({ steps: [aStep({ id: 'git', title: 'Git' })] });
  const ticked = theRecords({ git: 'started', 'git/topic': 'done', 'git/build': 'done' });
  const stand = { open: [], nextOpensAt: instant('2026-03-09T00:00Z') };
  const home = memberHomeView(roadmap, summariseProgress(roadmap, [...ticked.values()]), stand);
  expect(textOf(home)).toContain('Every topic of **Git** is ticked.');
  expect(labelsOf(home)).toContain('To the step');
});

test('whoever shared a screen takes it away', async () => {
  const deps = await aServerWithASharedScreen();
  expect(await (await aReader(deps, pressing())).use('help:remove')).toEqual({ kind: 'remove' });
});

test('it is remembered until Discord has taken it away: a second try after a failure is allowed, too', async () => {
  const deps = await aServerWithASharedScreen();
  const ada = await aReader(deps, pressing());
  await ada.use('help:remove');
  expect(await findPublicMessage(deps.db, 'message-1')).toEqual(shared);
  expect(await ada.use('help:remove')).toEqual({ kind: 'remove' });
});

test('somebody who manages the server takes it away, even one that nobody remembers', async () => {
  const deps = await aServerWithASharedScreen();
  const mod = await aReader(deps, pressing({ userId: 'mod', managesServer: true }));
  expect(await mod.use('help:remove')).toEqual({ kind: 'remove' });
  await forgetPublicMessage(deps, 'message-1');
  expect(await mod.use('help:remove')).toEqual({ kind: 'remove' });
});

test.each([
  { who: 'somebody else', caller: pressing({ userId: 'eve' }) },
  { who: 'the sharer on a message of another', caller: pressing({ messageId: 'message-2' }) },
  { who: 'the sharer with a forged press on no message', caller: pressing({ messageId: undefined }) },
])('$who cannot take it away and is told who can', async ({ caller }) => {
  const deps = await aServerWithASharedScreen();
  const answer = await (await aReader(deps, caller)).use('help:remove');
  expect(answer.kind === 'show' && textOf(answer.view)).toContain('Only whoever shared this');
  expect(await findPublicMessage(deps.db, 'message-1')).toEqual(shared);
});
