import { expect, test } from 'vitest';
import { addPause } from '../../src/actions/add-pause.ts';
import { leave } from '../../src/actions/leave.ts';
import { insertGroupBreak } from '../../src/store/group-break-store.ts';
import type { MessageView } from '../../src/views/message.ts';
import { instant } from '../support/builders.ts';
import { freshDeps } from '../support/database.ts';
import { aDiscord, groupSetUp } from '../support/groups.ts';
import { day } from '../support/plans.ts';
import { joined } from '../support/progress-builders.ts';
import { aCaller, aPrivateCaller, aReader } from '../support/reader.ts';
import { aBreak } from '../support/study-groups.ts';
import { controlLabelled, labelsOf, textOf } from '../support/view-text.ts';

const NOW = aCaller().now;

test('a form that waited behind Go on opens again for whoever closed it', async () => {
  const ada = await aReader(await freshDeps());
  const card = await ada.use('plan:change-zone');
  if (card.kind !== 'show') throw new Error(card.kind);
  const joined = await ada.use(controlLabelled(card.view, 'Start').id ?? '');
  if (joined.kind !== 'show') throw new Error(joined.kind);
  const goOn = controlLabelled(joined.view, 'Go on').id ?? '';
  expect((await ada.use(goOn)).kind).toBe('form');
  expect((await ada.use(goOn)).kind).toBe('form');
});

test('a form that was sent before joining and is refused afterwards comes back filled in', async () => {
  const ada = await aReader(await freshDeps());
  const card = await ada.fill({ custom_id: 'plan:pause', title: '', components: [] }, { from: 'soon', to: 'later' });
  if (card.kind !== 'show') throw new Error(card.kind);
  await ada.press('Start');
  expect(textOf(await ada.press('Go on'))).toContain('I cannot tell which day “soon” is');
  expect(labelsOf(ada.view)).toContain('Correct');
});

test('in the private chat whoever joined in several servers sees which one is meant, and can change it', async () => {
  const deps = await freshDeps({ discord: aDiscord() });
  await joined(deps);
  const ada = await aReader(deps, aPrivateCaller());
  expect(labelsOf(await ada.slash('help'))).not.toContain('Another server');

  await joined(deps, { id: 'member-chess', serverId: 'chess-club' });
  expect(textOf(await ada.slash('help'))).toContain('Which server do you mean?');
  expect(textOf(await ada.slash('plan'))).toContain('Which server do you mean?');
  await ada.choose('Choose a server', 'Study hall');
  expect(textOf(await ada.slash('help'))).toContain('In this chat I act for **Study hall**.');

  await ada.press('Another server');
  expect(textOf(await ada.choose('Choose a server', 'Server chess-club'))).toContain('act for **Server chess-club**');
  expect(textOf(await ada.slash('settings'))).toContain('In this chat I act for **Server chess-club**.');
  await ada.press('Another server');
  expect(textOf(await ada.choose('Choose a server', 'Study hall'))).toContain('act for **Study hall**');
});

test('in a server nothing is said of others', async () => {
  const deps = await freshDeps({ discord: aDiscord() });
  await joined(deps);
  await joined(deps, { id: 'member-chess', serverId: 'chess-club' });
  const ada = await aReader(deps);
  for (const command of ['help', 'settings']) {
    expect(textOf(await ada.slash(command))).not.toContain('In this chat');
    expect(labelsOf(ada.view)).not.toContain('Another server');
  }
});

test('whoever is in, or comes back, reads the same ends of the road as in /plan', async () => {
  const deps = await freshDeps();
  const member = await joined(deps, { joinedAt: instant('2026-01-05T12:00Z') });
  await addPause(deps, { member, span: { firstDay: day('2026-03-10'), lastDay: day('2026-03-23') }, now: NOW });
  const ada = await aReader(deps);
  const [phase, road] = endsIn(await ada.slash('plan'));
  expect(textOf(await ada.slash('join'))).toContain('You have already joined here.');
  expect(endsIn(ada.view)).toEqual([phase, road]);

  await leave(deps, { userId: 'ada', serverId: 'study-hall', now: NOW });
  await ada.slash('join');
  expect(textOf(await ada.press('Start'))).toContain('Welcome back.');
  expect(endsIn(ada.view)).toEqual([phase, road]);
});

test('a zone that cannot be used is named above the card, and one that can is on it', async () => {
  const ada = await aReader(await freshDeps());
  const card = textOf(await ada.slash('join', { zone: 'Qqqqq **x**' }));
  expect(card).toContain('I know no place like “Qqqqq \\*\\*x\\*\\*”');
  expect(card).toContain('## Join Cairn');
  expect(textOf(await ada.slash('join', { zone: 'Katmandu' }))).toContain('It is **23:45** for you (Asia/Kathmandu).');
  expect(textOf(ada.view)).not.toContain('I know no place');
});

test('a member who names a zone is offered to change to it, and reads what is so already or unknown', async () => {
  const deps = await freshDeps();
  await joined(deps);
  const ada = await aReader(deps);
  expect(textOf(await ada.slash('join', { zone: 'Qqqqq' }))).toContain('I know no place like “Qqqqq”');
  expect(labelsOf(ada.view)).not.toContain('Change zone');
  expect(textOf(await ada.slash('join', { zone: 'Berlin' }))).toContain('It is **19:00** for you (Europe/Berlin).');
  expect(labelsOf(ada.view)).not.toContain('Change zone');

  expect(textOf(await ada.slash('join', { zone: 'Kathmandu' }))).toContain('In Asia/Kathmandu it is **23:45** now.');
  expect(textOf(await ada.press('Change zone'))).toContain('It is **23:45** for you (Asia/Kathmandu).');
});

test('whoever joins a group that will rest reads the same ends of the road as in /plan a moment later', async () => {
  const deps = await freshDeps();
  const group = await groupSetUp(deps);
  await insertGroupBreak(deps.db, aBreak('2026-03-09', '2026-03-22', { groupId: group.id }));
  const ada = await aReader(deps);
  await ada.slash('join');
  expect(textOf(await ada.press('Start'))).toContain('You are in');
  const joinedEnds = endsIn(ada.view);
  expect(joinedEnds).toEqual([expect.any(String), expect.any(String)]);
  expect(joinedEnds).toEqual(endsIn(await ada.slash('plan')));
});

/** Between which days a screen says that the phase and the road end. */
function endsIn(view: MessageView): (string | undefined)[] {
  const text = textOf(view);
  return [/.+: done between .+/, /you finish between .+/].map((sentence) => sentence.exec(text)?.[0]);
}
