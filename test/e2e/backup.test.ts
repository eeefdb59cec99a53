import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import SQLite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { type BotProcess, spawnBot, startBot } from '../support/bot-process.ts';
import { aPlayground } from '../support/playground.ts';

function run(script: string, bot: BotProcess, ...words: readonly string[]) {
  const env = { PATH: process.env.PATH, DATABASE_FILE: bot.databaseFile };
  const { status, stdout, stderr } = spawnSync(process.execPath, [`src/${script}.ts`, ...words], {
    env,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

/** Makes a database of now one of before: what the latest migrations made goes. */
const backToMigration5 = `
  DROP TABLE milestone; DROP TABLE outbox; DROP TABLE group_change; DROP TABLE membership; DROP TABLE group_break;
  DROP TABLE group_schedule; DROP TABLE study_group; DROP TABLE server_removal; DROP INDEX member_seen_at;
  DROP TABLE plan_change; DELETE FROM kysely_migration WHERE name >= '2026-11-22-06'`;

const backupsOf = (bot: BotProcess) => readdirSync(join(dirname(bot.databaseFile), 'backups'));

test('the bot backs up by itself, the host while it runs, and a restore needs it stopped, asks, and goes back', async () => {
  const playground = await aPlayground();
  const bot = await startBot(playground);
  const ada = playground.person('Ada');
  await expect.poll(() => backupsOf(bot).filter((name) => name.endsWith('-daily.sqlite'))).toHaveLength(1);

  await ada.slash('join');
  await ada.press('Start');
  const backup = run('backup', bot);
  expect(backup).toMatchObject({ status: 0, stderr: '' });
  const file = join(
    dirname(bot.databaseFile),
    'backups',
    backupsOf(bot).find((name) => name.includes('by-hand')) ?? '',
  );
  expect(backup.stdout).toContain(file);

  await ada.slash('readiness', { check: 'build-api' });
  await ada.press('Alone');
  const running = run('restore', bot, file, '--yes');
  expect(running.status).toBe(1);
  expect(running.stderr).toMatch(/The bot is running: its last sign of life was \d+ seconds ago\. Stop it/);
  rmSync(join(dirname(bot.databaseFile), 'heartbeat'));
  expect(run('restore', bot, file, '--yes').stderr).toContain('is open in another program');

  expect(await bot.stop()).toBe(0);
  const asking = run('restore', bot, file);
  expect(asking.status).toBe(1);
  expect(asking.stdout).toContain('Whatever the bot answered since then would vanish');
  expect(asking.stdout).toMatch(
    /The copy holds 1 member and 0 entries.*\nThe present database holds 1 member and 1 entry/,
  );
  expect(asking.stderr).toContain('Add --yes');
  expect(run('restore', bot, file, '--yes').stdout).toContain('Restored. Start the bot again.');

  await startBot(playground, { databaseFile: bot.databaseFile });
  expect((await ada.slash('readiness')).text).toContain('8 are not rated yet');
});

test('a copy is made before migrations run on a database in use, and none before the first', async () => {
  const playground = await aPlayground();
  const first = await startBot(playground);
  expect(await first.stop()).toBe(0);
  const copies = () => backupsOf(first).filter((name) => name.includes('before-migration'));
  expect(copies()).toEqual([]);

  const sqlite = new SQLite(first.databaseFile);
  sqlite.exec(backToMigration5);
  sqlite.close();
  const second = await startBot(playground, { databaseFile: first.databaseFile });
  expect(copies()).toHaveLength(1);
  expect(await second.stop()).toBe(0);
});

test('where the copy before a migration cannot be made, nothing is migrated and the start says why', async () => {
  const playground = await aPlayground();
  const first = await startBot(playground);
  expect(await first.stop()).toBe(0);
  const sqlite = new SQLite(first.databaseFile);
  sqlite.exec(backToMigration5);
  sqlite.close();

  const settings = { DISCORD_TOKEN: playground.token, DISCORD_API_URL: playground.url };
  const second = spawnBot(settings, { databaseFile: first.databaseFile, env: { BACKUP_FOLDER: '/dev/null/backups' } });
  expect(await second.exited).toBe(1);
  expect(second.log()).toContain('No backup could be written to /dev/null/backups');
  const after = new SQLite(first.databaseFile, { readonly: true });
  expect(after.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'server_removal'").pluck().get()).toBe(0);
  after.close();
});
