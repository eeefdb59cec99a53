import { expect, test } from 'vitest';
import { startBot } from '../support/hosted-bot.ts';
import { aPlayground } from '../support/playground.ts';

test('one press joins: everything on the card is preselected', async () => {
  const playground = await aPlayground();
  await startBot(playground);
  const ada = playground.person('Ada', { locale: 'de' });

  const card = await ada.slash('join');
  expect(card.private).toBe(true);
  expect(card.text).toMatch(/It is \*\*\d\d:\d\d\*\* for you \(Europe\/Berlin\)/);
  const selects = card.message?.controls.filter(({ kind }) => kind === 'string') ?? [];
  expect(selects.map(({ options }) => options?.find((option) => option.default)?.label)).toEqual([
    'Not sure yet',
    '10 hours a week',
  ]);

  const joined = await ada.press('Start');
  expect(joined.text).toContain('You are in');
  expect(joined.text).toContain('Tonight: **');
  expect(joined.text).toMatch(/Foundation: done between \*\*<t:\d+:D>.+\n.+you finish between \*\*<t:\d+:D>/);
  expect((await ada.press('Tonight’s topic')).text).toContain('Topic 1 of');
  expect((await ada.slash('join')).text).toContain('You have already joined here');
});

test('what is chosen on the card is kept, also over a restart', async () => {
  const playground = await aPlayground();
  const bot = await startBot(playground);
  const ada = playground.person('Ada');

  await ada.slash('join');
  await ada.choose('Which language?', 'Go');
  await ada.choose('How many hours a week?', '5 hours a week');
  expect(await bot.stop()).toBe(0);

  await startBot(playground, { databaseFile: bot.databaseFile });
  await ada.choose('How many hours a week?', 'Another number…');
  expect((await ada.fill({ line: 'seven' })).text).toContain('no whole number from 1 to 60');
  await ada.press('Correct');
  const card = await ada.fill({ line: '7' });
  const chosen = card.message?.controls.flatMap(({ options }) => options?.filter((option) => option.default) ?? []);
  expect(chosen?.map(({ label }) => label)).toEqual(['Go', '7 hours a week']);
  expect((await ada.press('Start')).text).toContain('You are in');
});

test('whose time is another finds their city, with its spelling forgiven', async () => {
  const playground = await aPlayground();
  await startBot(playground);
  const ada = playground.person('Ada');

  await ada.slash('join');
  await ada.press('No, it is another time');
  const zones = await ada.fill({ place: 'Katmandu' });
  expect(zones.message?.controls[0]?.options?.[0]?.value).toMatch(/Asia\/Ka/);
  const card = await ada.choose('What time is it for you?', zones.message?.controls[0]?.options?.[0]?.value ?? '');
  expect(card.text).toMatch(/for you \(Asia\/Ka/);

  await ada.press('No, it is another time');
  expect((await ada.fill({ place: 'xqzzv' })).text).toContain('I know no place like “xqzzv”');
});

test('nobody joins with somebody else’s card', async () => {
  const playground = await aPlayground();
  await startBot(playground);
  const ada = playground.person('Ada');
  const eve = playground.person('Eve');

  const card = await ada.slash('join');
  const start = card.message?.controls.find(({ label }) => label === 'Start')?.customId ?? '';
  const hers = await eve.slash('help');
  expect((await eve.forge(hers, start)).text).toContain('Join Cairn');
  expect((await eve.slash('join')).text).toContain('Join Cairn');
});

test('two presses at once join once', async () => {
  const playground = await aPlayground();
  await startBot(playground);
  const ada = playground.person('Ada');

  const card = await ada.slash('join');
  const start = card.message?.controls.find(({ label }) => label === 'Start')?.customId ?? '';
  const screens = await Promise.all([ada.press('Start', card), ada.forge(card, start)]);
  const answers = screens.map(({ exchange }) => JSON.stringify(exchange.answers));
  expect(answers.filter((answer) => answer.includes('You are in'))).toHaveLength(1);
  expect(answers.filter((answer) => answer.includes('You have already joined here'))).toHaveLength(1);
});

test('in the private chat a stranger is told where to join, and reading works', async () => {
  const playground = await aPlayground();
  await startBot(playground);
  const ada = playground.person('Ada');

  expect((await ada.privately.slash('join')).text).toContain('Type /join there');
  expect((await ada.privately.slash('step', { step: 'http' })).text).toContain('HTTP basics');
});

test('who comes back finds everything as it was, on the card and in their progress', async () => {
  const playground = await aPlayground();
  await startBot(playground);
  const ada = playground.person('Ada');

  await ada.slash('join');
  await ada.choose('Which language?', 'Java');
  await ada.choose('How many hours a week?', '20 hours a week');
  await ada.press('Start');
  await ada.slash('done', { step: 'language' });
  await ada.slash('settings');
  await ada.press('Leave Cairn');

  const card = await ada.slash('join');
  const chosen = card.message?.controls.flatMap(({ options }) => options?.filter((option) => option.default) ?? []);
  expect(chosen?.map(({ label }) => label)).toEqual(['Java', '20 hours a week']);
  const back = await ada.press('Start');
  expect(back.text).toContain('Welcome back');
  expect(back.text).toContain('(HTTP basics');
});
