import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startBot } from '../support/hosted-bot.ts';
import { aPlayground } from '../support/playground.ts';

test('a search forgives a typing error and leads to the page with the sentence that matched', async () => {
  const playground = await aPlayground();
  await startBot(playground);
  const ada = playground.person('Ada');

  await ada.slash('guide');
  await ada.press('Search');
  const found = await ada.fill({ words: 'docker compsoe' });
  expect(found.text).toContain('Found for “docker compsoe”');
  expect(found.text).toMatch(/> .*compose/i);
  expect((await ada.choose('Open what was found', found.message?.controls[0]?.options?.[0]?.value ?? '')).text).toMatch(
    /docker/i,
  );
});

test('what a form refuses comes back filled in, also after a restart', async () => {
  const playground = await aPlayground();
  const bot = await startBot(playground);
  const ada = playground.person('Ada');

  await ada.slash('guide');
  await ada.press('Search');
  expect((await ada.fill({ words: '?' })).text).toContain('at least two letters');
  expect(await bot.stop('SIGTERM')).toBe(0);

  await startBot(playground, { databaseFile: bot.databaseFile });
  const form = await ada.press('Correct');
  expect(form.form?.fields[0]?.value).toBe('?');
  expect((await ada.fill({ words: 'index' })).text).toContain('Found for “index”');
});

test('a refused text is for its author alone', async () => {
  const playground = await aPlayground();
  await startBot(playground);
  const ada = playground.person('Ada');
  const eve = playground.person('Eve');

  await ada.slash('guide');
  await ada.press('Search');
  const refused = await ada.fill({ words: '?' });
  const id = refused.message?.controls[0]?.customId ?? '';
  const hers = await eve.slash('help');
  expect((await eve.forge(hers, id)).text).toContain('older version of this screen');
});

test('whoever shared a screen can remove it, so can a moderator, and nobody else', async () => {
  const playground = await aPlayground();
  await startBot(playground);
  const ada = playground.person('Ada');
  const eve = playground.person('Eve');
  const mod = playground.person('Mod', { moderator: true });

  await ada.slash('pitfall', { pitfall: 'weak-sql', share: true });
  const [first] = playground.channel('study').messages;
  if (!first) throw new Error('nothing was shared');
  const refusal = await eve.press('Remove for everybody', first);
  expect(refusal.private).toBe(true);
  expect(refusal.text).toContain('Only whoever shared this');
  expect(playground.channel('study').messages).toHaveLength(1);
  await ada.press('Remove for everybody', first);
  expect(playground.channel('study').messages).toEqual([]);

  await ada.slash('guide', { share: true });
  const [second] = playground.channel('study').messages;
  if (!second) throw new Error('nothing was shared');
  await mod.press('Remove for everybody', second);
  expect(playground.channel('study').messages).toEqual([]);
});

test('a saved edit shows without a restart, and a broken one keeps the old content and says why', async () => {
  const content = mkdtempSync(join(tmpdir(), 'cairn-content-'));
  onTestFinished(() => rmSync(content, { recursive: true, force: true }));
  cpSync('content', content, { recursive: true });
  const file = join(content, 'backend/en/steps/http.yaml');
  const original = readFileSync(file, 'utf8');
  const playground = await aPlayground();
  const bot = await startBot(playground, { env: { CONTENT_DIR: content } });
  const ada = playground.person('Ada');

  writeFileSync(file, original.replace('title: HTTP basics', 'title: HTTP from the ground up'));
  await bot.says('The content was read anew');
  expect((await ada.slash('step', { step: 'http' })).text).toContain('HTTP from the ground up');

  writeFileSync(file, original.replace('title: HTTP basics', 'titel: HTTP basics'));
  await bot.says('The content does not fit');
  expect(bot.log()).toMatch(/steps\/http\.yaml:2:1/);
  expect((await ada.slash('step', { step: 'http' })).text).toContain('HTTP from the ground up');
});

test('in production the content is read anew on SIGHUP', async () => {
  const content = mkdtempSync(join(tmpdir(), 'cairn-content-'));
  onTestFinished(() => rmSync(content, { recursive: true, force: true }));
  cpSync('content', content, { recursive: true });
  const file = join(content, 'backend/en/steps/http.yaml');
  const playground = await aPlayground();
  const bot = await startBot(playground, { env: { CONTENT_DIR: content, NODE_ENV: 'production' } });
  const ada = playground.person('Ada');

  writeFileSync(file, readFileSync(file, 'utf8').replace('title: HTTP basics', 'title: HTTP from the ground up'));
  expect((await ada.slash('step', { step: 'http' })).text).toContain('## HTTP basics');
  bot.process.kill('SIGHUP');
  await bot.says('The content was read anew');
  expect((await ada.slash('step', { step: 'http' })).text).toContain('## HTTP from the ground up');
});

test('two presses on Remove at once take a shared screen away once, and nobody is apologised to', async () => {
  const playground = await aPlayground();
  const bot = await startBot(playground);
  const ada = playground.person('Ada');
  const mod = playground.person('Mod', { moderator: true });

  await ada.slash('guide', { share: true });
  const [shared] = playground.channel('study').messages;
  if (!shared) throw new Error('nothing was shared');
  await Promise.allSettled([ada, mod].map((person) => person.press('Remove for everybody', shared)));
  expect(playground.channel('study').messages).toEqual([]);
  expect(bot.log()).not.toContain('An answer failed');
});
