import type { TextChannel } from 'discord.js';
import { expect, test } from 'vitest';
import { aBot, aPlayground, ping, refusal, rest } from './support/bot.ts';

const send = 'POST /channels/:channel/messages';

async function aBotInStudy(retries = 0) {
  const playground = await aPlayground();
  const bot = await aBot(playground, {
    retries,
    commands: [ping],
    on: async (interaction) => (interaction.isChatInputCommand() ? interaction.reply('pong') : undefined),
  });
  const study = bot.channels.cache.get(playground.channel('study').id) as TextChannel;
  return { playground, bot, study, controls: playground.controls };
}

test('answers carry the headers of rate limits', async () => {
  const { playground } = await aBotInStudy();
  const response = await fetch(`${playground.url}/v10/users/@me`, {
    headers: { authorization: `Bot ${playground.token}` },
  });
  const names = ['limit', 'remaining', 'reset', 'reset-after', 'bucket'].map((name) => `x-ratelimit-${name}`);
  expect(names.map((name) => response.headers.has(name))).toEqual([true, true, true, true, true]);
});

test.each([
  ['stands there twice', {}, 2],
  ['with a nonce that is enforced, stands there once', { nonce: '1', enforceNonce: true }, 1],
])('a message whose request is doubled on its way %s', async (_what, nonce, count) => {
  const { playground, controls, study } = await aBotInStudy();
  controls.double(send);
  await study.send({ content: 'Hello', ...nonce });
  expect(playground.channel('study').messages).toHaveLength(count);
  await study.send({ content: 'Again' });
  expect(playground.channel('study').messages).toHaveLength(count + 1);
});

test('with limits on, a route refuses with 429 and discord.js waits and sends again', async () => {
  const { playground, controls } = await aBotInStudy();
  controls.rateLimit({ perRoute: { limit: 2, windowMs: 200 } });
  const headers = { authorization: `Bot ${playground.token}` };
  const ask = async () => (await fetch(`${playground.url}/v10/users/@me`, { headers })).status;
  expect([await ask(), await ask(), await ask()]).toEqual([200, 200, 429]);
  const client = rest(playground);
  await Promise.all([1, 2, 3, 4].map(() => client.get('/users/@me')));
});

test('the global limit leaves interaction callbacks alone', async () => {
  const { playground, controls } = await aBotInStudy();
  controls.rateLimit({ global: 1 });
  const headers = { authorization: `Bot ${playground.token}` };
  const answers = await Promise.all([1, 2, 3].map(() => fetch(`${playground.url}/v10/users/@me`, { headers })));
  const refused = answers.find(({ status }) => status === 429);
  expect(refused?.headers.get('x-ratelimit-global')).toBe('true');
  expect(await refused?.json()).toMatchObject({ global: true });
  const ada = playground.person('Ada');
  expect((await ada.slash('ping')).text).toBe('pong');
  expect((await ada.slash('ping')).text).toBe('pong');
});

test('a 429 that was ordered is waited for', async () => {
  const { playground, study, controls } = await aBotInStudy();
  controls.fail(send, 429, { retryAfter: 0.05 });
  await study.send('One');
  expect(playground.requests.filter(({ route }) => route === send).map(({ status }) => status)).toEqual([429, 200]);
});

test('a route fails so often as it was told, and discord.js tries again', async () => {
  const { playground, study, controls } = await aBotInStudy(3);
  controls.fail(send, 502, { times: 2 });
  await study.send('One');
  expect(playground.channel('study').messages).toHaveLength(1);
  expect(playground.requests.filter(({ route }) => route === send).map(({ status }) => status)).toEqual([
    502, 502, 200,
  ]);
});

test('a dropped request did nothing; a lost answer did everything', async () => {
  const { playground, study, controls } = await aBotInStudy();
  controls.drop(send);
  expect(await refusal(study.send('One'))).toBeDefined();
  expect(playground.channel('study').messages).toHaveLength(0);
  controls.loseAnswer(/^POST .*messages$/);
  expect(await refusal(study.send('Two'))).toBeDefined();
  expect(playground.channel('study').messages).toHaveLength(1);
});

test('a delayed callback comes late', async () => {
  const { playground, controls } = await aBotInStudy();
  controls.delay('POST /interactions', 60);
  const screen = await playground.person('Ada').slash('ping');
  expect(screen.ms).toBeGreaterThan(50);
  controls.fail(send, 500, { times: 9 });
  controls.clearFaults();
  await expect(playground.person('Ada').slash('ping')).resolves.toBeDefined();
});

test("any of Discord's errors can be ordered", async () => {
  const { playground, bot, controls } = await aBotInStudy();
  const ada = playground.person('Ada');
  controls.fail('POST /users/@me/channels', 400, { code: 40003 });
  const user = await bot.users.fetch(ada.id);
  expect(await refusal(user.send('Hello'))).toBe(40003);
  expect(await refusal(user.send('Hello'))).toBeUndefined();
});
