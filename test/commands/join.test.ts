import { expect, test } from 'vitest';
import { freshDeps } from '../support/database.ts';
import { aDiscord } from '../support/groups.ts';
import { joined } from '../support/progress-builders.ts';
import { aPrivateCaller, aReader } from '../support/reader.ts';
import { controlLabelled, labelsOf, textOf } from '../support/view-text.ts';

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

test('in the private chat whoever joined in several servers sees which one is meant, and can change it', async () => {
  const deps = await freshDeps({ discord: aDiscord() });
  await joined(deps);
  const ada = await aReader(deps, aPrivateCaller());
  expect(labelsOf(await ada.slash('help'))).not.toContain('Another server');

  await joined(deps, { id: 'member-chess', serverId: 'chess-club' });
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
