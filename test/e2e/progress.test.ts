import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join as pathOf } from 'node:path';
import { expect, test } from 'vitest';
import type { Playground } from '../../playground/start.ts';
import { freshFolder } from '../support/folder.ts';
import { startBot } from '../support/hosted-bot.ts';
import { aPlayground } from '../support/playground.ts';

type Person = ReturnType<Playground['person']>;
type Screen = Awaited<ReturnType<Person['slash']>>;

const TICKS = 'Tick what you have done';

async function join(person: Person): Promise<void> {
  await person.slash('join');
  await person.press('Start');
}

/** What is ticked on a screen, by its labels. */
function tickedOn(screen: Screen): string[] {
  const select = screen.message?.controls.find(({ label }) => label === TICKS);
  return (select?.options ?? []).filter((option) => option.default).map((option) => option.label);
}

test('a member ticks, finishes, takes back, keeps a proof and sees it all, also after a restart', async () => {
  const playground = await aPlayground();
  const bot = await startBot(playground);
  const ada = playground.person('Ada');
  await join(ada);

  await ada.slash('step', { step: 'http' });
  await ada.press('Topics');
  const options = ada.screen?.message?.controls.find(({ label }) => label === TICKS)?.options ?? [];
  const [one, two] = options.map(({ label }) => label);
  const ticked = await ada.choose(TICKS, [one ?? '', two ?? '']);
  expect(ticked.text).toContain(`Ticked: **${one}**, **${two}**.`);
  expect(tickedOn(ticked)).toEqual([one, two]);

  const undone = await ada.press('Undo');
  expect(undone.text).toContain('Taken back. It is as it was before. That makes 0 of 520 hours.');
  expect(tickedOn(undone)).toEqual([]);

  expect((await ada.slash('done', { step: 'http' })).text).toContain('HTTP basics: done');
  expect((await ada.slash('done', { step: 'http' })).text).toContain('was done already, so nothing changed');
  await ada.press('Add a proof or note');
  const refused = await ada.fill({ link: 'javascript:alert(1)', note: '# mine\n@everyone' });
  expect(refused.text).toContain('must be a whole address');
  expect(await bot.stop()).toBe(0);

  await startBot(playground, { databaseFile: bot.databaseFile });
  const form = await ada.press('Correct');
  expect(form.form?.fields.map(({ value }) => value)).toEqual(['javascript:alert(1)', '# mine\n@everyone']);
  const kept = await ada.fill({ link: 'https://example.com/my_shelf' });
  expect(kept.text).toContain('> <https://example.com/my_shelf>\n> \\# mine\n> @everyone');
  expect(kept.message?.pings).toMatchObject({ everyone: false, users: [] });

  const progress = await ada.press('My progress');
  expect(progress.text).toContain('**15 of 520 hours** · 1 of 15 steps done');
  expect(progress.text).toContain('[image: A trail past 4 cairns');
  expect(progress.text).toContain('HTTP basics done');
  expect(progress.text).toMatch(/the road ends between <t:\d+:D> and <t:\d+:D>/);
  expect(progress.message?.attachments.map(({ filename }) => filename)).toEqual(['progress.png']);
  const png = Buffer.from(await (await fetch(progress.message?.attachments[0]?.url ?? '')).arrayBuffer());
  expect([png.subarray(1, 4).toString(), png.readUInt32BE(16)]).toEqual(['PNG', 720]);

  const topic = await ada.press('Tonight’s topic');
  expect(topic.message?.attachments).toEqual([]);
  expect((await ada.press('Done: tick it off')).text).toMatch(/Ticked: .*\nThat makes \d+ of 520 hours/);
});

test('an old screen on another device unticks nothing that was ticked since, and says what it did', async () => {
  const playground = await aPlayground();
  await startBot(playground);
  const ada = playground.person('Ada');
  await join(ada);

  await ada.slash('step', { step: 'http' });
  const phone = await ada.press('Topics');
  await ada.slash('step', { step: 'http' });
  const laptop = await ada.press('Topics');
  const values =
    laptop.message?.controls.find(({ label }) => label === TICKS)?.options?.map(({ label }) => label) ?? [];
  const [one = '', two = '', three = ''] = values;
  const stale = phone.message;

  await ada.choose(TICKS, [one, two], laptop);
  const after = await ada.choose(TICKS, [three], stale);
  expect(tickedOn(after)).toEqual([one, two, three]);
  expect((await ada.choose(TICKS, [one, two, three], after)).text).toContain('It was so already, so nothing changed.');
});

test('whoever has not joined reads with nothing ticked, and ticking leads through the join card', async () => {
  const playground = await aPlayground();
  await startBot(playground);
  const ada = playground.person('Ada');

  await ada.slash('step', { step: 'http' });
  const topics = await ada.press('Topics');
  expect(tickedOn(topics)).toEqual([]);
  const first = topics.message?.controls.find(({ label }) => label === TICKS)?.options?.[0]?.label ?? '';
  await ada.choose(TICKS, [first]);
  await ada.press('Start');
  expect(tickedOn(await ada.press('Go on'))).toEqual([first]);
});

test('a screen shared in the channel says nothing about who shared it has done', async () => {
  const playground = await aPlayground();
  await startBot(playground);
  const ada = playground.person('Ada');
  await join(ada);
  await ada.slash('done', { step: 'http' });
  await ada.slash('step', { step: 'http' });
  expect((await ada.press('Topics')).text).toContain('**Done** · you have done 15 of 15 hours');
  await ada.press('Share in channel');

  const [shared] = playground.channel('study').messages;
  expect(shared?.text).not.toMatch(/you have done/);
  expect(shared?.labels).not.toContain(TICKS);
  expect(shared?.labels).not.toContain('Open again');
});

test('nobody takes back what another member did, and nobody sees progress that is not shown to them', async () => {
  const playground = await aPlayground();
  await startBot(playground);
  const ada = playground.person('Ada');
  const bea = playground.person('Bea');
  await join(ada);
  await join(bea);

  const done = await ada.slash('done');
  const undo = done.message?.controls.find(({ label }) => label === 'Undo')?.customId ?? '';
  const hers = await bea.slash('progress');
  expect((await bea.forge(hers, undo)).text).toContain('nothing of yours here to take back');
  const hidden = await bea.slash('progress', { member: ada });
  expect(hidden.text).toContain(`I have nothing to show about <@${ada.id}>`);
  expect(hidden.message?.attachments).toEqual([]);
  expect((await ada.slash('progress')).text).toContain('1 of 15 steps done');
});

test('an author renames, moves and retires topics under a member’s feet, and no tick is lost', async () => {
  const content = freshFolder().path;
  cpSync('content', content, { recursive: true });
  const playground = await aPlayground();
  const bot = await startBot(playground, { env: { CONTENT_DIR: content, NODE_ENV: 'production' } });
  const ada = playground.person('Ada');
  await join(ada);
  await ada.slash('step', { step: 'http' });
  await ada.press('Topics');
  const titles = ['Client, server, request, response', 'Addresses, DNS and ports', 'Reading raw messages'];
  expect((await ada.choose(TICKS, titles)).text).toContain('That makes 5 of 520 hours.');
  const stale = ada.screen?.message;

  const edit = async (file: string, ...changes: readonly (readonly [string, string])[]) => {
    const path = pathOf(content, file);
    const text = readFileSync(path, 'utf8');
    writeFileSync(
      path,
      changes.reduce((now, [before, after]) => now.replace(before, after), text),
    );
  };
  const readAnew = async (times: number) => {
    bot.process.kill('SIGHUP');
    await bot.says(new RegExp(`(read anew[^]*){${times}}`));
  };
  const http = 'backend/en/steps/http.yaml';
  await edit(
    http,
    ['- id: client-server\n', '- id: first-contact\n    was: [http/client-server]\n'],
    ['title: Addresses, DNS and ports', 'title: Where things are'],
    ['title: Reading raw messages', 'title: Reading raw messages\n    retired: true'],
  );
  await edit('backend/roadmap.yaml', ['hours: 520', 'hours: 518']);
  await readAnew(1);

  await ada.slash('step', { step: 'http' });
  const topics = await ada.press('Topics');
  expect(tickedOn(topics)).toEqual(['Client, server, request, response', 'Where things are']);
  expect(topics.text).toContain('you have done 3 of 13 hours');
  expect((await ada.slash('progress')).text).toContain('**3 of 518 hours**');

  const unticked = await ada.choose(TICKS, ['Where things are'], topics);
  expect(unticked.text).toContain('Ticked no longer: **Client, server, request, response**.');
  expect(tickedOn(await ada.press('Undo'))).toEqual(['Client, server, request, response', 'Where things are']);
  expect((await ada.choose(TICKS, titles.slice(0, 2), stale)).text).toContain('nothing changed');

  await edit(http, ['    retired: true\n', '']);
  await edit('backend/roadmap.yaml', ['hours: 518', 'hours: 520']);
  await readAnew(2);
  expect((await ada.slash('progress')).text).toContain('**5 of 520 hours**');
});
