import { setTimeout as sleep } from 'node:timers/promises';
import { type ChatInputCommandInteraction, MessageFlags } from 'discord.js';
import { expect, test } from 'vitest';
import { aBot, aPlayground, eventually, ping } from '../support/bot.ts';
import { aPage } from './support/page.ts';

const noChannel = { refused: 'There is no such channel here.' };

const whisper = (interaction: unknown) =>
  (interaction as ChatInputCommandInteraction).reply({
    content: 'For one pair of eyes',
    flags: MessageFlags.Ephemeral,
  });

test('a private answer reaches its reader and nobody else', async () => {
  const playground = await aPlayground();
  const page = await aPage(playground);
  await aBot(playground, { commands: [ping], on: whisper });
  const [robin, mara] = playground.people;
  const channel = playground.channel('study').id;
  const hers = await page.listen(robin?.id ?? '');
  const others = await page.listen(mara?.id ?? '');

  const done = await page.post('/api/command', { person: robin?.id, channel, command: 'ping', options: {} });
  expect(done.body).toEqual({ form: null });
  await page.post('/api/write', { person: robin?.id, channel, text: 'For everybody' });
  await eventually(() => others.heard().includes('For everybody'));
  expect(hers.heard()).toContain('For one pair of eyes');
  expect(others.heard()).not.toContain('For one pair of eyes');

  const read = async (who: string | undefined) =>
    JSON.stringify((await page.get(`/api/messages?person=${who}&channel=${channel}`)).body);
  expect(await read(robin?.id)).toContain('For one pair of eyes');
  expect(await read(mara?.id)).not.toContain('For one pair of eyes');
  const wire = async (who: string | undefined) => JSON.stringify((await page.get(`/api/wire?person=${who}`)).body);
  expect(await wire(robin?.id)).toContain('For one pair of eyes');
  expect(await wire(mara?.id)).not.toContain('For one pair of eyes');
});

test('somebody else can neither press on a private answer nor dismiss it', async () => {
  const playground = await aPlayground();
  const page = await aPage(playground);
  await aBot(playground, { commands: [ping], on: whisper });
  const [robin, mara] = playground.people;
  const channel = playground.channel('study').id;
  await page.post('/api/command', { person: robin?.id, channel, command: 'ping', options: {} });
  const message = robin?.screen?.message?.id;

  expect((await page.post('/api/press', { person: mara?.id, message, customId: 'x' })).body.refused).toContain('gone');
  expect((await page.post('/api/dismiss', { person: mara?.id, message })).body.refused).toContain('gone');
  expect((await page.post('/api/dismiss', { person: robin?.id, message })).body).toEqual({});
  const { body } = await page.get(`/api/messages?person=${robin?.id}&channel=${channel}`);
  expect(body.messages).toEqual([]);
});

test('a hidden channel is hidden everywhere', async () => {
  const playground = await aPlayground();
  const page = await aPage(playground);
  const [robin, mara] = playground.people;
  const channel = playground.channel('moderators').id;
  const hers = await page.listen(robin?.id ?? '');
  const moderators = await page.listen(mara?.id ?? '');

  expect((await page.post('/api/write', { person: mara?.id, channel, text: 'Between us' })).body).toEqual({});
  await eventually(() => moderators.heard().includes('Between us'));
  await sleep(20);
  expect(hers.heard()).not.toContain('Between us');
  expect(hers.heard()).not.toContain(channel);

  expect((await page.get(`/api/messages?person=${robin?.id}&channel=${channel}`)).body).toEqual(noChannel);
  expect((await page.post('/api/write', { person: robin?.id, channel, text: 'Hi' })).body).toEqual(noChannel);
  const names = async (who: string | undefined) =>
    (await page.get(`/api/overview?person=${who}`)).body.servers[0].channels.map((one: { name: string }) => one.name);
  expect(await names(robin?.id)).not.toContain('moderators');
  expect(await names(mara?.id)).toContain('moderators');
});

test('one’s private chat is one’s own', async () => {
  const playground = await aPlayground();
  const page = await aPage(playground);
  const [robin, mara] = playground.people;
  const { body } = await page.get(`/api/overview?person=${robin?.id}`);
  const chat = body.privateChat.id;
  const others = await page.listen(mara?.id ?? '');
  await page.post('/api/write', { person: robin?.id, channel: chat, text: 'Dear bot' });
  expect((await page.get(`/api/messages?person=${robin?.id}&channel=${chat}`)).body.messages).toHaveLength(1);
  expect((await page.get(`/api/messages?person=${mara?.id}&channel=${chat}`)).body).toEqual(noChannel);
  await sleep(20);
  expect(others.heard()).not.toContain('Dear bot');
});

test('somebody who is in no server sees none, until they enter', async () => {
  const playground = await aPlayground();
  const page = await aPage(playground);
  const noor = playground.people.find(({ name }) => name === 'Noor')?.id;
  expect((await page.get(`/api/overview?person=${noor}`)).body).toMatchObject({
    servers: [],
    me: { isInServer: false },
  });
  const channel = playground.channel('study').id;
  expect((await page.get(`/api/messages?person=${noor}&channel=${channel}`)).body).toEqual(noChannel);
  await page.post('/api/enter', { person: noor });
  expect((await page.get(`/api/messages?person=${noor}&channel=${channel}`)).body.messages).toEqual([]);
});
