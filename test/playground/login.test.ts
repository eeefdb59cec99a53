import { GatewayIntentBits } from 'discord.js';
import { expect, test } from 'vitest';
import { startPlayground } from '../../playground/start.ts';
import { aBot, aPlayground, refusal, rest } from './support/bot.ts';

test('starting takes less than 300 ms', async () => {
  const started = performance.now();
  await aPlayground();
  expect(performance.now() - started).toBeLessThan(300);
});

test('a bot logs in and knows its server, channels and roles', async () => {
  const playground = await aPlayground();
  const bot = await aBot(playground);
  expect(bot.user.id).toBe(playground.applicationId);
  const server = bot.guilds.cache.first();
  expect(server?.name).toBe('Study hall');
  expect(server?.channels.cache.map(({ name }) => name)).toEqual([
    'study',
    'general',
    'announcements',
    'forum',
    'moderators',
  ]);
  expect(server?.members.me?.permissions.has('SendMessages')).toBe(true);
  expect(server?.members.me?.permissions.has('ManageRoles')).toBe(false);
});

test('a wrong token is refused by the gateway and by REST', async () => {
  const playground = await aPlayground();
  const wrong = { ...playground, token: 'wrong' };
  await expect(aBot(wrong)).rejects.toThrow(/token/i);
  expect(await refusal(rest(wrong).get('/users/@me'))).toBe(0);
});

test('a privileged intent that is not switched on closes the connection', async () => {
  const playground = await aPlayground();
  const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMembers];
  await expect(aBot(playground, { intents })).rejects.toThrow(/intents/i);
});

test('a privileged intent that is switched on is accepted', async () => {
  const playground = await aPlayground({ allowedIntents: GatewayIntentBits.GuildMembers });
  const bot = await aBot(playground, { intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMembers] });
  expect(bot.isReady()).toBe(true);
});

test('an unknown route is 404 with code 0, and recorded as a gap', async () => {
  const playground = await aPlayground();
  expect(await refusal(rest(playground).get('/nothing/here'))).toBe(0);
  expect(playground.violations.map(({ route, code }) => [route, code])).toEqual([
    ['GET /nothing/here', 'UNKNOWN_ROUTE'],
  ]);
});

test('a thousand servers are made and heard of quickly', async () => {
  const started = performance.now();
  const playground = await startPlayground({ moreServers: 1_000, checks: false });
  try {
    const bot = await aBot(playground);
    expect(bot.guilds.cache.size).toBe(1_001);
    expect(performance.now() - started).toBeLessThan(8_000);
  } finally {
    await playground.close();
  }
});

test('the bot can ask who and what it is', async () => {
  const playground = await aPlayground();
  const client = rest(playground);
  expect(await client.get('/users/@me')).toMatchObject({ id: playground.applicationId, bot: true });
  expect(await client.get('/applications/@me')).toMatchObject({ id: playground.applicationId });
  expect(await client.get('/oauth2/applications/@me')).toMatchObject({ name: 'Cairn' });
  expect(await client.get('/gateway/bot')).toMatchObject({ shards: 1 });
});
