import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import SQLite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { startBot } from '../support/hosted-bot.ts';
import { aPlayground } from '../support/playground.ts';

/** Every cell of every table, read beside the running bot. */
function everythingIn(databaseFile: string): string {
  const sqlite = new SQLite(databaseFile, { readonly: true });
  const tables = sqlite.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
  const rows = tables.map((name) => [name, sqlite.prepare(`SELECT * FROM "${name}"`).all()]);
  sqlite.close();
  return JSON.stringify(rows);
}

async function aMemberOnTheBot() {
  const playground = await aPlayground();
  const bot = await startBot(playground);
  const ada = playground.person('Ada');
  await ada.slash('join');
  await ada.press('Start');
  return { playground, bot, ada };
}

test('a member changes their settings; setting the same again says so; all of it outlives a restart', async () => {
  const { playground, bot, ada } = await aMemberOnTheBot();

  const settings = await ada.slash('settings');
  expect(settings.private).toBe(true);
  expect(settings.text).toContain('**My study group**');
  expect(settings.text).toContain('They come to you privately');
  expect((await ada.choose('Who sees which steps you have done', ['nobody'])).text).toMatch(
    /Saved\.[\s\S]*\*\*Only me\*\*/,
  );
  expect((await ada.choose('Who sees which steps you have done', ['nobody'])).text).toContain('It was so already');
  await ada.choose('Reminders', ['light']);
  await ada.choose('Language', ['en']);
  expect(await bot.stop()).toBe(0);

  await startBot(playground, { databaseFile: bot.databaseFile });
  const again = await ada.slash('settings');
  expect(again.text).toContain('**Only me**');
  expect(again.text).toContain('**Light: one nudge');
  expect(again.text).toContain('I answer you in **English**');
});

test('a member reads what is stored, exports it, leaves, comes back to everything, and deletes it all', async () => {
  const { playground, bot, ada } = await aMemberOnTheBot();
  await ada.slash('readiness', { check: 'build-api' });
  await ada.press('Alone');
  await ada.slash('step', { step: 'http', share: true });

  await ada.slash('settings');
  const stored = await ada.press('What is stored about me');
  expect(stored.text).toContain('In Study hall:');
  expect(stored.text).toContain('**1** × rating of your readiness');
  expect(stored.text).toMatch(/24 months.* 90 days after it removed me/);
  expect(stored.text).toContain('the newest 7 of each kind');

  const exported = await ada.press('Export');
  expect(exported.private).toBe(true);
  const [file] = exported.message?.attachments ?? [];
  expect(file?.filename).toMatch(/^cairn-\d{4}-\d\d-\d\d\.json$/);
  const data = JSON.parse(await (await fetch(file?.url ?? '')).text());
  expect(data.tables.member.rows[0].user_id).toBe(ada.id);
  expect(data.tables.readiness_rating.rows[0].level).toBe('alone');

  await ada.slash('settings');
  expect((await ada.press('Leave Cairn')).text).toContain('Your progress stays as it is');
  expect((await ada.slash('settings')).text).toContain('What is stored about you');
  await ada.slash('join');
  await ada.press('Start');
  expect((await ada.slash('readiness')).text).toContain('**Alone, claimed**');

  await ada.slash('settings');
  await ada.press('What is stored about me');
  const asked = await ada.press('Delete…');
  expect(asked.text).toContain('It cannot be undone');
  expect(asked.text).toContain('The screen that you shared is removed from its channel.');
  expect(everythingIn(bot.databaseFile)).toContain(ada.id);
  const gone = await ada.press('Delete for good');
  expect(gone.text).toContain('It is deleted.');
  expect(everythingIn(bot.databaseFile)).not.toContain(ada.id);
  expect(playground.channel('study').messages).toEqual([]);
  expect((await ada.forge(gone, 'settings:delete:all')).text).toContain('Nothing is stored about you');
});

test('a shared screen that cannot be reached is named', async () => {
  const { playground, ada } = await aMemberOnTheBot();
  await ada.slash('step', { step: 'http', share: true });
  const [shared] = playground.channel('study').messages;
  playground.controls.fail('DELETE /channels/:channel/messages', 403, { code: 50001, times: 1 });
  const settings = await ada.slash('settings');
  const gone = await ada.forge(settings, 'settings:delete:all');
  expect(gone.text).toContain('One message of yours still stands');
  expect(gone.text).toContain(shared?.id);
});

test('whoever left a server reaches their data from another one, without joining there', async () => {
  const { playground, bot, ada } = await aMemberOnTheBot();
  playground.controls.addServer('Library');
  playground.controls.addMember(ada, 'Library');
  playground.controls.removeMember(ada);
  const library = ada.in(playground.channel('study', 'Library').id);

  const stored = await library.slash('settings');
  expect(stored.text).toContain('In Study hall:');
  await library.press('Delete…');
  expect((await library.press('Delete for good')).text).toContain('It is deleted.');
  expect(everythingIn(bot.databaseFile)).not.toContain(ada.id);
});

test('nobody reads or deletes the data of another, whatever they forge', async () => {
  const { playground, bot, ada } = await aMemberOnTheBot();
  const eve = playground.person('Eve');
  const screen = await eve.slash('settings');
  expect(screen.text).toContain('Nothing is stored about you');
  const server = playground.controls.server().id;
  for (const scope of ['all', server, ada.id]) {
    expect((await eve.forge(screen, `settings:delete:${scope}`)).text).toContain('Nothing is stored about you');
    expect((await eve.forge(screen, `settings:stored:${scope}`)).text).toContain('Nothing is stored about you');
  }
  expect((await eve.forge(screen, `settings:leave:${server}`)).text).toContain('nothing was changed');
  expect(everythingIn(bot.databaseFile)).toContain(ada.id);
});

test('a server that removes the bot is noted; an outage is not; coming back clears it', async () => {
  const { playground, bot } = await aMemberOnTheBot();
  const server = playground.controls.server().id;
  const noted = () => everythingIn(bot.databaseFile).includes(`"server_id":"${server}","removed_at"`);
  playground.controls.makeUnavailable();
  playground.controls.makeAvailable();
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(noted()).toBe(false);

  playground.controls.kickBot();
  await expect.poll(noted).toBe(true);
  playground.controls.inviteBot();
  await expect.poll(noted).toBe(false);
});

test('the host exports and deletes for whoever reaches the bot in no server', async () => {
  const { playground, bot, ada } = await aMemberOnTheBot();
  await ada.slash('step', { step: 'http', share: true });
  const run = async (...words: readonly string[]) => {
    const env = { PATH: process.env.PATH, DATABASE_FILE: bot.databaseFile };
    const token = { DISCORD_TOKEN: playground.token, DISCORD_API_URL: playground.url };
    const options = { env: { ...env, ...token } };
    return promisify(execFile)(process.execPath, ['src/member-data.ts', ...words], options);
  };
  const file = join(dirname(bot.databaseFile), 'ada.json');
  await run('export', ada.id, file);
  expect(JSON.parse(readFileSync(file, 'utf8')).tables.member.rows[0].user_id).toBe(ada.id);
  await expect(run('export', ada.id, file)).rejects.toThrow(/is there already/);

  await expect(run('delete', ada.id)).rejects.toThrow(/Nobody can answer here/);
  expect(everythingIn(bot.databaseFile)).toContain(ada.id);
  expect((await run('delete', ada.id, '--yes')).stdout).toContain(`Everything about ${ada.id} is deleted.`);
  expect(everythingIn(bot.databaseFile)).not.toContain(ada.id);
  expect(playground.channel('study').messages).toEqual([]);
});
