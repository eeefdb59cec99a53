import type { ChatInputCommandInteraction, ForumChannel, TextChannel } from 'discord.js';
import { expect, test } from 'vitest';
import { createMessage } from '../../../playground/world/messages.ts';
import { createThread } from '../../../playground/world/threads.ts';
import { seriousFindings } from '../../support/browser.ts';
import { aBot, aClock, aPlayground, ping } from '../support/bot.ts';
import { become, browserPages, command, messageBox, newest, sidewaysPixels } from './support/browser-page.ts';

const open = browserPages();
const hostile = '<img src=x onerror="document.title=1"><script>alert(1)</script>';

const order = {
  name: 'order',
  description: 'Takes an order',
  options: [
    { type: 3, name: 'dish', description: 'Which', required: true, choices: [{ name: 'Soup', value: 'soup' }] },
    { type: 4, name: 'count', description: 'How many', required: true, min_value: 1, max_value: 9 },
    { type: 3, name: 'side', description: 'What with it', autocomplete: true },
    { type: 6, name: 'guest', description: 'For whom' },
    { type: 7, name: 'table', description: 'Where' },
    { type: 5, name: 'spicy', description: 'Hot or not' },
  ],
};

test('a command is filled in by keyboard alone, and nothing wrong is sent', async () => {
  const playground = await aPlayground();
  const heard: unknown[] = [];
  await aBot(playground, {
    commands: [order],
    async on(interaction) {
      if (interaction.isAutocomplete()) return interaction.respond([{ name: hostile, value: 'bread' }]);
      heard.push(...(interaction as ChatInputCommandInteraction).options.data.map(({ value }) => value));
      return (interaction as ChatInputCommandInteraction).reply('Coming.');
    },
  });
  const page = await open(playground);
  const field = (name: string) => page.getByRole('combobox', { name: new RegExp(`^${name} `) });

  await messageBox(page).pressSequentially('/order ');
  await page.getByRole('option', { name: 'Soup' }).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await field('dish').fill('Stew');
  const count = page.getByRole('textbox', { name: /^count / });
  await count.fill('12');
  await count.press('Enter');
  await page.getByText('There is no “Stew” to choose here.').waitFor();
  await page.getByText('The most is 9.').waitFor();
  expect(heard).toEqual([]);

  await field('dish').fill('so');
  await page.keyboard.press('Enter');
  await count.fill('2');
  await field('side').pressSequentially('br');
  await page.getByRole('option', { name: hostile }).waitFor();
  await page.keyboard.press('Enter');
  await field('guest').pressSequentially('mar');
  await page.keyboard.press('Enter');
  await field('table').pressSequentially('gen');
  await page.keyboard.press('Enter');
  await field('spicy').press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await newest(page).getByText('Coming.').waitFor();
  const { id } = playground.channel('general');
  expect(heard).toEqual(['soup', 2, 'bread', playground.people[1]?.id, id, true]);
});

test('hostile text is text, wherever it stands', async () => {
  const playground = await aPlayground({ serverName: hostile });
  const bot = await aBot(playground);
  const channel = playground.controls.addChannel('a-place', { topic: hostile });
  createThread(playground.world, channel, { name: hostile, ownerId: playground.people[0]?.id ?? '1' });
  const page = await open(playground, { width: 390, cast: [{ name: hostile.slice(0, 32), channel: 'a-place' }] });
  await page.getByRole('button', { name: 'Channels' }).click();
  await page.getByRole('heading', { name: hostile }).waitFor();
  await page.getByRole('button', { name: 'a-place' }).click();
  const link = '[press](javascript:alert(1)) <javascript:alert(1)>';
  const place = await bot.channels.fetch(channel.id);
  if (!place?.isSendable()) throw new Error('The bot cannot write there.');
  for (const content of [hostile, link, 'x'.repeat(2_000)]) await place.send({ content });
  await place.send({ embeds: [{ title: hostile, description: 'y'.repeat(4_000), url: 'https://example.com' }] });
  await page.getByRole('heading', { name: hostile }).last().waitFor();

  expect(await page.locator('img[src="x"], .app script, a[href^="javascript:"]').count()).toBe(0);
  expect(await page.title()).not.toBe('1');
  expect(await sidewaysPixels(page)).toBe(0);
  expect(await seriousFindings(page)).toEqual([]);
});

test('what happens elsewhere is marked, and threads, private chats and hidden channels open as they should', async () => {
  const playground = await aPlayground();
  const { world } = playground;
  await aBot(playground, { commands: [ping] });
  const page = await open(playground, { width: 390, theme: 'dark' });
  const menu = page.getByRole('button', { name: 'Channels' });
  const general = playground.controls.server().channels.get(playground.channel('general').id);
  if (!general) throw new Error('There is no #general.');
  const say = (place: typeof general, content: string) =>
    createMessage(world, place, { authorId: world.application.botId, body: { content } });
  await page.getByText('Here begins #study').waitFor();
  say(general, 'Over here');
  const thread = createThread(world, general, { name: 'Week one', ownerId: world.application.botId });

  await menu.click();
  await page.getByRole('button', { name: 'general unread' }).click();
  await newest(page).getByText('Over here').waitFor();
  await menu.click();
  expect(await page.getByRole('button', { name: 'moderators' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Week one' }).click();
  await messageBox(page).fill('I am in');
  await page.keyboard.press('Enter');
  await newest(page).getByText('I am in').waitFor();
  expect([...thread.messages.values()].map(({ content }) => content)).toEqual(['I am in']);

  await become(page, 'Mara');
  await newest(page).getByText('I am in').waitFor();
  await menu.click();
  await page.getByRole('button', { name: 'moderators' }).waitFor();
  await page.keyboard.press('Escape');
  await become(page, 'Noor');
  await page.getByRole('button', { name: 'Enter the server' }).last().click();
  await page.getByText('Here begins #study').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
});

test('a thread hangs on its message, and leaves the list of channels once it is archived', async () => {
  const playground = await aPlayground();
  const bot = await aBot(playground);
  const study = bot.channels.cache.get(playground.channel('study').id) as TextChannel;
  const page = await open(playground);
  const card = newest(page).locator('.thread-card');
  const listed = page.getByRole('navigation').getByRole('button', { name: 'Week one' });

  const thread = await (await study.send('How did it go?')).startThread({ name: 'Week one' });
  await card.getByText('Week one').waitFor();
  await listed.waitFor();
  await thread.send('It went well.');
  await card.getByText('1 message').waitFor();
  expect(await page.getByRole('log').getByRole('article').count()).toBe(1);
  const wrong = await thread.send('Or did it?');
  await card.getByText('2 messages').waitFor();
  await wrong.delete();
  await card.getByText('1 message').waitFor();

  playground.controls.setArchived('Week one', true);
  await listed.waitFor({ state: 'detached' });
  await card.getByRole('button', { name: 'Open thread' }).click();
  await newest(page).getByText('It went well.').waitFor();
  await listed.waitFor();
});

test('a forum shows its posts, the newest first, also those that are archived', async () => {
  const playground = await aPlayground();
  const bot = await aBot(playground);
  const forum = bot.channels.cache.get(playground.channel('forum').id) as ForumChannel;
  const page = await open(playground, { width: 390 });
  const posts = page.getByRole('log').locator('.thread-card');

  await page.getByRole('button', { name: 'Channels' }).click();
  await page.getByRole('button', { name: 'forum' }).click();
  await page.getByText('No posts in #forum yet').waitFor();
  await forum.threads.create({ name: 'Week one', message: { content: 'How did it go?' } });
  await forum.threads.create({ name: 'Week two', message: { content: 'And now?' } });
  playground.controls.setArchived('Week one', true);
  await expect.poll(() => posts.locator('.thread-name').allInnerTexts()).toEqual(['Week two', 'Week one']);
  expect(await seriousFindings(page)).toEqual([]);
  await posts.last().getByRole('button', { name: 'Open thread' }).click();
  await newest(page).getByText('How did it go?').waitFor();
});

test('a select of users offers nobody from outside the server', async () => {
  const playground = await aPlayground();
  const whom = { type: 5, custom_id: 'whom', placeholder: 'Whom' };
  await aBot(playground, {
    commands: [ping],
    on: async (interaction) =>
      (interaction as ChatInputCommandInteraction).reply({ components: [{ type: 1, components: [whom] }] } as never),
  });
  const page = await open(playground);
  await command(page, '/ping');
  await page.getByRole('combobox', { name: 'Whom' }).click();
  await page.getByRole('option', { name: 'Yuki' }).waitFor();
  expect(await page.getByRole('option', { name: 'Noor' }).count()).toBe(0);
});

test('whoever takes a message away by keyboard stays beside where it was', async () => {
  const playground = await aPlayground();
  const bot = await aBot(playground, {
    on: async (interaction) => {
      if (!interaction.isButton()) return;
      await interaction.deferUpdate();
      await interaction.deleteReply();
    },
  });
  const study = bot.channels.cache.get(playground.channel('study').id) as TextChannel;
  const page = await open(playground);
  const remove = { type: 2, style: 4, custom_id: 'remove', label: 'Remove' };
  await study.send('One');
  await study.send({ content: 'Two', components: [{ type: 1, components: [remove] }] } as never);
  await page.getByRole('button', { name: 'Remove' }).press('Enter');
  await page.getByText('Two').waitFor({ state: 'detached' });
  expect(await page.evaluate('document.activeElement.closest("article")?.innerText')).toContain('One');
});

test('an address inside Discord leads there, and never out of the page', async () => {
  const playground = await aPlayground();
  const bot = await aBot(playground);
  const study = bot.channels.cache.get(playground.channel('study').id) as TextChannel;
  const page = await open(playground);
  const focused = () => page.evaluate('document.activeElement.closest("article, [role=log]")?.ariaLabel');
  const first = await study.send('How did it go?');
  const thread = await first.startThread({ name: 'Week one' });
  await thread.send('It went well.');
  for (let count = 0; count < 30; count += 1) await study.send(`And ${count}`);
  const button = { type: 2, style: 5, label: 'Its first words', url: first.url };
  const recap = { content: `All of it: [the thread](${thread.url})`, components: [{ type: 1, components: [button] }] };
  await study.send(recap as never);

  await page.getByRole('button', { name: 'Its first words' }).press('Enter');
  await expect.poll(() => page.getByText('How did it go?').isVisible()).toBe(true);
  expect(await focused()).toMatch(/^Cairn/);
  await page.getByRole('button', { name: 'the thread' }).press('Enter');
  await newest(page).getByText('It went well.').waitFor();
  expect(await focused()).toBe('Messages in Week one');
  expect(page.context().pages()).toHaveLength(1);
});

test('a newcomer is shown what to begin with, but not where nobody can write', async () => {
  const playground = await aPlayground();
  await aBot(playground, { commands: [{ name: 'join', description: 'Begins' }] });
  const page = await open(playground);
  const join = page.getByRole('button', { name: '/join', exact: true });
  await join.waitFor();
  await page.getByRole('button', { name: 'forum' }).click();
  await page.getByText('No posts in #forum yet').waitFor();
  await join.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'general' }).click();
  await join.waitFor();
});

test('a person can be added, in a zone of their own', async () => {
  const playground = await aPlayground();
  const page = await open(playground);
  await page.getByRole('button', { name: /be somebody else$/ }).click();
  await page.getByText('Add a person').click();
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole('textbox', { name: 'Name' }).fill('Robin');
  await page.getByRole('button', { name: 'Add and become them' }).click();
  await page.getByText('There is already somebody called Robin.').waitFor();
  await page.getByRole('textbox', { name: 'Name' }).fill('Ines');
  await page.getByRole('combobox', { name: 'Time zone' }).selectOption('America/Lima');
  await page.getByRole('button', { name: 'Add and become them' }).click();
  await page.getByRole('button', { name: /^Ines\s*: be/ }).waitFor();
  expect(playground.people.at(-1)?.user.timeZone).toBe('America/Lima');
}, 60_000);

test('time moves on by buttons and by itself', async () => {
  const clock = aClock(Date.UTC(2026, 10, 22, 12));
  const playground = await aPlayground({ clock });
  const due = Date.UTC(2026, 11, 6, 18);
  const page = await open(playground, {
    cast: [{ name: 'Robin', timeZone: 'Asia/Tokyo' }],
    timeTravel: {
      now: clock.now,
      nextDue: async () => (clock.now() < due ? due : undefined),
      zone: async () => 'Europe/Berlin',
      travelTo: async (ms) => clock.advance(ms - clock.now()),
    },
  });
  const bar = page.getByRole('region', { name: 'Time' });
  await bar.getByText('Sun, 22 Nov 2026, 13:00').waitFor();
  await bar.getByRole('button', { name: '+1 day' }).click();
  await bar.getByText('Mon, 23 Nov 2026, 13:00').waitFor();
  await bar.getByRole('button', { name: 'Next post' }).click();
  await bar.getByText('Sun, 6 Dec 2026, 19:00').waitFor();
  await page.getByRole('button', { name: 'general' }).click();
  await page.getByText('Here begins #general').waitFor();
  expect(await bar.getByText('Sun, 6 Dec 2026, 19:00').isVisible()).toBe(true);
  expect(await bar.getByRole('button', { name: 'Next post' }).isDisabled()).toBe(true);
  expect(await seriousFindings(page)).toEqual([]);
  await bar.getByRole('combobox', { name: 'Speed' }).selectOption('1 day/s');
  await bar.getByRole('button', { name: 'Play' }).click();
  await bar.getByText(/^Tue, 8 Dec/).waitFor();
  await bar.getByRole('button', { name: 'Pause' }).click();
  await bar.getByRole('button', { name: 'Play' }).waitFor();
});

test('what went over the wire can be read, and broken rules are counted in red', async () => {
  const playground = await aPlayground();
  await aBot(playground, {
    commands: [ping],
    on: async (interaction) => (interaction as ChatInputCommandInteraction).reply({ content: 'x'.repeat(2_001) }),
  });
  const page = await open(playground, { width: 390 });
  await command(page, '/ping');
  await page.getByRole('alert').getByText('This interaction failed.').waitFor();
  await page.getByRole('button', { name: 'What went over the wire, 1 broken rule' }).click();
  const panel = page.getByRole('complementary', { name: 'What went over the wire' });
  await panel.getByText('BASE_TYPE_MAX_LENGTH').first().waitFor();
  await panel.getByText('/ping', { exact: true }).waitFor();
  await panel.getByText('Request', { exact: true }).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  expect(await panel.isVisible()).toBe(false);
});

test('after starting over everything is new, and the page goes on', async () => {
  const first = await aPlayground();
  const second = await aPlayground({ serverName: 'A fresh start' });
  let scene = 'course';
  const page = await open(first, {
    scenes: {
      list: () => [{ id: 'empty', name: 'An empty server', description: 'Nothing is set up.' }],
      current: () => scene,
      async startOver(wanted) {
        scene = wanted;
        return { playground: second, cast: [{ name: 'Ines' }] };
      },
    },
  });
  await page.getByRole('heading', { name: 'Study hall' }).waitFor();
  await page.getByRole('button', { name: 'Start over…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'An empty server' }).click();
  await page.getByRole('heading', { name: 'A fresh start' }).waitFor();
  await expect.poll(() => page.evaluate('document.activeElement.innerText')).toBe('Start over…');
  await page.getByRole('button', { name: /^Ines\s*: be/ }).waitFor();
  await messageBox(page).fill('Hello again');
  await page.keyboard.press('Enter');
  await newest(page).getByText('Hello again').waitFor();
  expect(second.channel('study').messages).toHaveLength(1);
});
