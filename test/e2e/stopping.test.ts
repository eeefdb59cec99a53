import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { startBot } from '../support/bot-process.ts';
import { aPlayground } from '../support/playground.ts';

test.each(['SIGTERM', 'SIGINT'] as const)('%s lets running answers finish and closes the database', async (signal) => {
  const playground = await aPlayground();
  const bot = await startBot(playground);
  const ada = playground.person('Ada');

  playground.controls.delay('POST /interactions/:interaction/:token/callback', 400, 1);
  const answer = ada.slash('help');
  await new Promise((resolve) => setTimeout(resolve, 100));
  const stopped = bot.stop(signal);

  expect((await answer).text).toContain('your study coach');
  expect(await stopped).toBe(0);
  // A database that was closed has folded its log into the file.
  expect(() => statSync(`${bot.databaseFile}-wal`)).toThrow('ENOENT');
});

test('the heartbeat file beside the database is touched at the start', async () => {
  const playground = await aPlayground();
  const bot = await startBot(playground);
  const heartbeat = join(dirname(bot.databaseFile), 'heartbeat');
  await expect.poll(() => readFileSync(heartbeat, 'utf8')).toMatch(/^\d{4}-\d\d-\d\dT/);
});

test('an answer that came twice or too late is logged and not apologised for', async () => {
  const playground = await aPlayground();
  const first = await startBot(playground);
  const second = await startBot(playground, { databaseFile: first.databaseFile });
  const ada = playground.person('Ada');

  for (let count = 0; count < 5; count++) await ada.slash('help');
  await expect.poll(() => first.log() + second.log()).toContain('too late or twice');
  expect(ada.screen?.followUps).toEqual([]);
  expect(ada.screen?.text).toContain('your study coach');
});

test('the bot comes back by itself when the connection drops', async () => {
  const playground = await aPlayground();
  await startBot(playground);
  const ada = playground.person('Ada');

  await ada.slash('help');
  playground.controls.disconnect();
  await expect.poll(() => playground.controls.isConnected(), { timeout: 10_000 }).toBe(true);
  expect((await ada.slash('roadmap')).text).toContain('The roadmap');
});

test('a promise that nobody looks after is logged, the database closes, and the exit code is 1', async () => {
  const playground = await aPlayground();
  const left = "process.once('SIGUSR2', () => void Promise.reject(new Error('left alone')));";
  const bot = await startBot(playground, { arguments: ['--import', `data:text/javascript,${left}`] });

  bot.process.kill('SIGUSR2');
  expect(await bot.exited).toBe(1);
  expect(bot.log()).toContain('left alone');
  expect(() => statSync(`${bot.databaseFile}-wal`)).toThrow('ENOENT');
});
