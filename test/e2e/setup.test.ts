import { expect, test } from 'vitest';
import type { Playground } from '../../playground/start.ts';
import { loadCommands } from '../../src/discord/registry.ts';
import { startBot } from '../support/hosted-bot.ts';
import { aPlayground } from '../support/playground.ts';

async function aServer() {
  const playground = await aPlayground();
  const bot = await startBot(playground);
  const grace = playground.person('Grace', { moderator: true, locale: 'de' });
  return { playground, bot, grace };
}

/** What stands in a channel, or in the threads of a forum, once something does: delivery comes after the answer. */
async function arrived(playground: Playground, channel: string): Promise<string[]> {
  for (let tries = 0; tries < 400; tries += 1) {
    const { messages, threads } = playground.channel(channel);
    const all = [...messages, ...threads.flatMap(({ messages: inThread }) => inThread)];
    if (all.length > 0) return all.map(({ text }) => text);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`Nothing arrived in #${channel}.`);
}

test.each(['general', 'announcements', 'forum'])(
  'a moderator sets a group up in #%s with one press, and its card with Join arrives there once',
  async (channel) => {
    const { playground, grace } = await aServer();
    const card = await grace.slash('setup new', { channel });
    expect(card.private).toBe(true);
    expect(card.text).toMatch(/It is \*\*\d\d:\d\d\*\* for you \(Europe\/Berlin\)/);
    expect((await grace.press('Set up')).text).toContain('**Study hall** is set up.');
    expect((await grace.press('Post a Join card')).text).toContain('is on its way to');
    const [post = ''] = await arrived(playground, channel);
    expect(post).toContain('**Study hall**');
    await until(async () => (await grace.slash('setup check')).text.includes('Last post: The card with **Join**'));
    expect(await arrived(playground, channel)).toHaveLength(1);
  },
);

test('missing permissions are named, and once they are granted the group can be set up', async () => {
  const { playground, grace } = await aServer();
  playground.controls.overwrite('general', playground.world.application.botId, {
    deny: ['SendMessages', 'ReadMessageHistory'],
  });
  const card = await grace.slash('setup new', { channel: 'general' });
  expect(card.text).toContain('I lack **Send Messages**');
  expect(card.text).toContain('I lack **Read Message History**');
  expect(card.labels).not.toContain('Set up');

  playground.controls.overwrite('general', playground.world.application.botId, { deny: ['ReadMessageHistory'] });
  await until(async () => (await grace.press('Check again')).labels.includes('Set up'));
  expect(grace.screen?.text).toContain('I lack **Read Message History**');
  expect((await grace.press('Set up')).text).toContain('is set up');
});

test('a forum that demands a tag gets one, and another can be chosen', async () => {
  const { playground, grace } = await aServer();
  playground.controls.setTagRequired('forum', true);
  await until(async () =>
    (await grace.slash('setup new', { channel: 'forum' })).text.includes('Tag of its posts: question'),
  );
  await grace.choose('Change…', 'Tag in the forum');
  expect((await grace.choose('Choose', 'show')).text).toContain('Tag of its posts: show');
  await grace.press('Set up');
  await grace.press('Post a Join card');
  await arrived(playground, 'forum');
});

test('roles are chosen from the server’s own list: one the bot cannot give is refused with the reason', async () => {
  const { playground, grace } = await aServer();
  playground.controls.addRole('Learners', { mentionable: true });
  playground.controls.addRole('Quiet');
  await grace.slash('setup new', { channel: 'general' });
  await grace.choose('Change…', 'Members’ role');
  expect((await grace.choose('Choose', 'Moderators')).text).toContain('Choose a plain role');
  expect((await grace.choose('Choose', 'Learners')).text).toContain('**Manage Roles**');
  playground.controls.grantBot(['ManageRoles']);
  await grace.press('Back to the card');
  await grace.choose('Change…', 'Role to ping');
  expect((await grace.choose('Choose', 'Quiet')).text).toContain('I cannot ping');
  await grace.choose('Change…', 'Role to ping');
  expect((await grace.choose('Choose', 'Learners')).text).not.toContain('I cannot ping');
});

test('a moderator edits a group, sees what moves, checks it, and archives it with a way back', async () => {
  const { bot, playground, grace } = await aServer();
  await grace.slash('setup new', { channel: 'general' });
  await grace.press('Set up');

  await grace.slash('setup edit');
  await grace.choose('Change…', 'Start');
  expect((await grace.fill({ place: 'soon' })).text).toContain('which day “soon” is');
  await grace.press('Correct');
  await grace.fill({ place: 'in 5 weeks' });
  const review = await grace.press('See what changes');
  expect(review.text).toMatch(/\d+ dates move/);
  expect(review.text).toMatch(/The group sets out: <t:\d+:D> → <t:\d+:D>/);
  expect(await bot.stop()).toBe(0);

  const again = await startBot(playground, { databaseFile: bot.databaseFile });
  expect((await grace.press('Save')).text).toContain('Saved.');
  expect((await grace.press('Check')).text).toContain('I have all I need');
  await grace.press('Back to the group');
  expect((await grace.press('Members')).text).toContain('Nobody has joined yet');
  await grace.press('Back to the group');
  expect((await grace.press('Archive')).text).toContain('Nothing is deleted');
  await grace.press('Archive it');
  expect((await grace.press('Undo')).text).toContain('**Study hall** is back');
  expect(again.log()).not.toContain('An answer failed');
});

test('somebody with the moderators’ role alone reaches everything by copied controls, and loses it with the role', async () => {
  const { playground, grace } = await aServer();
  playground.controls.addRole('Guides');
  await grace.slash('setup new', { channel: 'general' });
  await grace.choose('Change…', 'Moderators’ role');
  await grace.choose('Choose', 'Guides');
  await grace.press('Set up');
  const show = grace.screen?.message?.controls.find(({ label }) => label === 'Back to the group')?.customId ?? '';

  const linus = playground.person('Linus', { roles: ['Guides'] });
  const shared = await playground.person('Ada').slash('step', { step: 'http', share: true });
  const seen = await linus.forge(shared, show);
  expect(seen.private).toBe(true);
  expect(seen.text).toContain('## Study hall');
  expect((await linus.press('Check')).text).toContain('## Check of Study hall');
  playground.controls.takeRole(linus, 'Guides');
  expect((await linus.press('Change')).text).toContain('for the moderators of that study group');
});

/** Custom ids of every button and select of /setup, for a card or a group, as somebody could have copied them. */
async function copiedIds(id: string): Promise<readonly (readonly [customId: string, isSelect: boolean])[]> {
  const { buttons = {}, selects = {} } =
    (await loadCommands(new URL('../../commands/', import.meta.url))).get('setup') ?? {};
  const more: Readonly<Record<string, string>> = {
    make: ':sure',
    clear: ':ping',
    set: ':ping',
    welcome: ':1',
    undo: ':x',
    members: ':0',
    report: ':0',
    'report-list': ':0',
    hidden: ':0',
    'report-file': ':1',
  };
  return Object.keys({ ...buttons, ...selects }).map((name) => {
    const rest = name === 'remove' ? ':x' : (more[name] ?? '');
    return [name === 'pick' ? 'setup:pick:show' : `setup:${name}:${id}${rest}`, name in selects];
  });
}

test('a member is offered no /setup, and refused at every copied control', async () => {
  const { playground, bot, grace } = await aServer();
  await grace.slash('setup new', { channel: 'general' });
  const draft = grace.screen?.message?.controls[0]?.customId?.split(':')[2] ?? '';
  await grace.press('Set up');
  const group = grace.screen?.message?.controls.at(-1)?.customId?.split(':')[2] ?? '';

  const ada = playground.person('Ada');
  const shared = await ada.slash('step', { step: 'http', share: true });
  expect(ada.commands()).not.toContain('setup');
  const refusal = /for the moderators of that study group|do not find that study group|belongs to somebody else/;
  const ids = [...(await copiedIds(draft)), ...(await copiedIds(group))];
  expect(ids.length).toBeGreaterThan(40);
  for (const [customId, isSelect] of ids) {
    const answer = await ada.forge(shared, customId, isSelect ? [group] : undefined);
    expect(answer.private, customId).toBe(true);
    expect(answer.text, customId).toMatch(refusal);
  }
  expect(bot.log()).not.toContain('An answer failed');
  expect((await grace.slash('setup show')).text).toContain('## Study hall');
});

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await isTrue()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('It never came true.');
}
