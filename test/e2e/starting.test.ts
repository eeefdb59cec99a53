import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { spawnBot, startBot } from '../support/bot-process.ts';
import { aPlayground } from '../support/playground.ts';

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-start-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test('without a token the bot starts on a Discord of its own and says so', async () => {
  const bot = spawnBot({}, { env: { DATABASE_FILE: '' } });
  await bot.says('is connected');
  expect(bot.output()).toMatch(/Open http:\/\/127\.0\.0\.1:\d+\/ in your browser/);
  expect(bot.output()).toContain('nobody on Discord sees it');
  expect(bot.output()).toContain('set DISCORD_TOKEN');
  expect(await bot.stop('SIGINT')).toBe(0);
});

test('in production a missing token is an error that says where to get one', async () => {
  const bot = spawnBot({ NODE_ENV: 'production' });
  expect(await bot.exited).toBe(1);
  expect(bot.log()).toContain('DISCORD_TOKEN is missing');
  expect(bot.log()).toContain('https://discord.com/developers/applications');
});

test('all wrong settings are named at once', async () => {
  const bot = spawnBot({ DISCORD_TOKEN: 'Bot x', DISCORD_GUILD_ID: 'my server', LOG_LEVEL: 'loud' });
  expect(await bot.exited).toBe(1);
  for (const name of ['DISCORD_TOKEN', 'DISCORD_GUILD_ID', 'LOG_LEVEL']) expect(bot.log()).toContain(name);
});

test('a wrong token is one sentence, and the token is not in it', async () => {
  const playground = await aPlayground();
  const token = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.Gwrong.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa';
  const bot = spawnBot({ DISCORD_TOKEN: token, DISCORD_API_URL: playground.url });
  expect(await bot.exited).toBe(1);
  expect(bot.log().trim().split('\n')).toHaveLength(1);
  expect(bot.log()).toContain('Discord does not accept the token');
  expect(bot.log()).not.toContain(token);
});

test('when Discord is away at the start, the bot says so, waits and connects', async () => {
  // None of those that are given to whoever asks for any: another test's Discord could be there first.
  const port = 10_000 + (process.pid % 20_000);
  const bot = spawnBot({ DISCORD_TOKEN: 'a.b.c', DISCORD_API_URL: `http://127.0.0.1:${port}/api` });
  await bot.says('Discord cannot be reached. Trying again in 2 seconds.');
  await aPlayground({ port, token: 'a.b.c' });
  await bot.says('is connected');
});

test('content that does not fit stops the start with file, line and column', async () => {
  const playground = await aPlayground();
  const content = aFolder();
  mkdirSync(join(content, 'backend'));
  writeFileSync(join(content, 'backend/roadmap.yaml'), 'hours: 520\nphases: none\n');
  const bot = spawnBot(
    { DISCORD_TOKEN: playground.token, DISCORD_API_URL: playground.url },
    { env: { CONTENT_DIR: content } },
  );
  expect(await bot.exited).toBe(1);
  expect(bot.log()).toContain('backend/roadmap.yaml:2:1 phases: Invalid input: expected array, received string');
});

test('a file that is no database stops the start with a sentence', async () => {
  const playground = await aPlayground();
  const file = join(aFolder(), 'letter.txt');
  writeFileSync(file, 'Dear diary, '.repeat(1000));
  const bot = spawnBot({ DISCORD_TOKEN: playground.token, DISCORD_API_URL: playground.url }, { databaseFile: file });
  expect(await bot.exited).toBe(1);
  expect(bot.log()).toContain('is not a SQLite database');
});

test('the start prints the name, the servers, an install link with least permissions, and what to type', async () => {
  const playground = await aPlayground();
  const bot = await startBot(playground);
  expect(bot.output()).toContain('Cairn is connected. It is in 1 server: Study hall.');
  expect(bot.output()).toContain(`client_id=${playground.applicationId}`);
  expect(bot.output()).toContain('type /help');
  expect(bot.output()).not.toContain('permissions=8');
});

test('a server that the bot is not in is one sentence with the install link', async () => {
  const playground = await aPlayground();
  const bot = spawnBot({
    DISCORD_TOKEN: playground.token,
    DISCORD_API_URL: playground.url,
    DISCORD_GUILD_ID: '123456789012345678',
  });
  expect(await bot.exited).toBe(1);
  expect(bot.log()).toContain('The bot is not in the server 123456789012345678');
});
