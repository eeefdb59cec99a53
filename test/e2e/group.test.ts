import { expect, test } from 'vitest';
import type { Playground } from '../../playground/start.ts';
import { openTestDatabase } from '../support/database.ts';
import { startBot } from '../support/hosted-bot.ts';
import { everyRow } from '../support/people-in-database.ts';
import { aPlayground } from '../support/playground.ts';

type Person = ReturnType<Playground['person']>;

/** What is done after an answer takes a moment. */
async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('It did not come to be so.');
}

/** A bot that may give the role "Learners", in a server with a moderator. */
async function aServer() {
  const playground = await aPlayground();
  playground.controls.grantBot(['ManageRoles']);
  const role = playground.controls.addRole('Learners');
  const bot = await startBot(playground);
  const grace = playground.person('Grace', { moderator: true });
  const [server] = playground.world.servers.values();
  const holdsRole = ({ id }: Person) => server?.members.get(id)?.roles.has(role.id) ?? false;
  return { playground, bot, grace, holdsRole };
}

/** Sets a group up in #general that gives its members the role, with its card in the channel. */
async function setUp(playground: Playground, grace: Person) {
  await grace.slash('setup new', { channel: 'general' });
  await grace.choose('Change…', 'Members’ role');
  await grace.choose('Choose', 'Learners');
  await grace.press('Set up');
  await grace.press('Post a Join card');
  await until(() => playground.channel('general').messages.length > 0);
  const [card] = playground.channel('general').messages;
  if (!card) throw new Error('No card arrived.');
  return card;
}

test('from the card in the channel into the group: join, look, walk on, leave, come back, and be forgotten', async () => {
  const { playground, bot, grace, holdsRole } = await aServer();
  const welcome = await setUp(playground, grace);
  const ada = playground.person('Ada');

  const card = await ada.press('Join', welcome);
  expect(card.private).toBe(true);
  expect(card.text).toContain('You learn with **Study hall**, in <#');
  const selects = card.message?.controls.filter(({ kind }) => kind === 'string') ?? [];
  expect(selects.map(({ options }) => options?.find((option) => option.default)?.label)).toEqual([
    'Study hall',
    'Not sure yet',
    '15 hours a week',
  ]);
  const joined = await ada.press('Start');
  expect(joined.text).toContain('You are in');
  expect(joined.text).toContain('You learn with **Study hall**');
  await until(() => holdsRole(ada));

  expect((await ada.slash('group show')).text).toContain('**The group** sets out on <t:');
  expect((await ada.privately.slash('group show')).text).toContain('## Study group Study hall');
  await ada.slash('group show');
  expect((await ada.press('My next topic')).text).toContain('Topic 1 of');
  expect((await ada.press('My next step', welcome)).text).toContain('Topic 1 of');

  await ada.slash('settings');
  await ada.press('Leave the group…');
  expect((await ada.press('Leave the group')).text).toContain('You have left **Study hall**');
  await until(() => !holdsRole(ada));
  expect((await ada.press('My next step', welcome)).labels).toContain('Join Study hall');
  expect((await ada.press('Join Study hall')).text).toContain('You are in **Study hall** now.');
  await until(() => holdsRole(ada));

  await ada.slash('settings');
  await ada.press('What is stored about me');
  await ada.press('Delete…');
  const deleted = await ada.press('Delete for good');
  expect(deleted.text).not.toContain('You still hold');
  expect(holdsRole(ada)).toBe(false);
  const db = openTestDatabase(bot.databaseFile);
  expect(JSON.stringify(await everyRow(db))).not.toContain(ada.id);
  expect(bot.log()).not.toContain('An answer failed');
});

test('a role that the bot may not take away any more is named when everything is deleted', async () => {
  const { playground, grace, holdsRole } = await aServer();
  const welcome = await setUp(playground, grace);
  const ada = playground.person('Ada');
  await ada.press('Join', welcome);
  await ada.press('Start');
  await until(() => holdsRole(ada));
  playground.controls.revokeBot(['ManageRoles']);
  await until(async () => (await grace.slash('setup check')).text.includes('Manage Roles'));

  await ada.slash('settings');
  await ada.press('What is stored about me');
  await ada.press('Delete…');
  expect((await ada.press('Delete for good')).text).toContain('You still hold <@&');
});

test('where the bot may not give the role, joining and leaving work, and moderators are told once each time it begins', async () => {
  const { playground, bot, grace, holdsRole } = await aServer();
  const welcome = await setUp(playground, grace);
  const [ada, bob, cleo, dan] = ['Ada', 'Bob', 'Cleo', 'Dan'].map((name) => playground.person(name)) as Person[];
  const join = async (person: Person | undefined) => {
    await person?.press('Join', welcome);
    expect((await person?.press('Start'))?.text).toContain('You learn with **Study hall**');
  };
  const told = () => grace.privately.read().filter(({ text }) => text.includes('may not give or take its role'));
  const maySettle = async (may: boolean) =>
    until(async () => (await grace.slash('setup check')).text.includes('Manage Roles') !== may);

  playground.controls.revokeBot(['ManageRoles']);
  await maySettle(false);
  await join(ada);
  await join(bob);
  await until(() => told().length > 0);
  await ada?.slash('settings');
  await ada?.press('Leave the group…');
  expect((await ada?.press('Leave the group'))?.text).toContain('You have left **Study hall**');

  playground.controls.grantBot(['ManageRoles']);
  await maySettle(true);
  await join(cleo);
  await until(() => cleo !== undefined && holdsRole(cleo));
  const roles = openTestDatabase(bot.databaseFile).selectFrom('outbox').select('state').where('operation', '=', 'role');
  await until(async () => (await roles.execute()).some(({ state }) => state === 'sent'));
  expect(told()).toHaveLength(1);

  playground.controls.revokeBot(['ManageRoles']);
  await maySettle(false);
  await join(dan);
  await until(() => told().length > 1);
  expect(told()).toHaveLength(2);
  expect(bot.log()).not.toContain('An answer failed');
});

test('with a press in two places at once a stranger joins once', async () => {
  const { playground, bot, grace } = await aServer();
  const welcome = await setUp(playground, grace);
  const ada = playground.person('Ada');
  const card = await ada.press('Join', welcome);
  const start = card.message?.controls.find(({ label }) => label === 'Start')?.customId ?? '';
  await Promise.all([ada.press('Start', card), ada.forge(card, start)]);
  const db = openTestDatabase(bot.databaseFile);
  expect(await db.selectFrom('membership').selectAll().execute()).toHaveLength(1);
});
