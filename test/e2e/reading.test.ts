import { expect, test } from 'vitest';
import { startBot } from '../support/hosted-bot.ts';
import { aPlayground } from '../support/playground.ts';

test('a newcomer reads the whole Foundation phase with buttons alone, from /help on', async () => {
  const playground = await aPlayground();
  await startBot(playground);
  const ada = playground.person('Ada');

  await ada.slash('help');
  const first = await ada.press('Read the first step');
  expect(first.text).toContain('Language basics');
  for (const tab of ['Topics', 'Build task', 'Track notes', 'Questions', 'Links']) {
    expect((await ada.press(tab)).text).toContain('Language basics');
  }
  expect((await ada.press('Next step')).text).toContain('HTTP basics');
  expect((await ada.press('Next step')).text).toContain('Git and the terminal');
  expect(playground.channel('study').messages).toEqual([]);
});

test('an answer is private until somebody shares it, and a shared one answers others privately', async () => {
  const playground = await aPlayground();
  await startBot(playground);
  const ada = playground.person('Ada');
  const bea = playground.person('Bea');

  const mine = await ada.slash('step', { step: 'http' });
  expect(mine.private).toBe(true);
  await ada.press('Share in channel');
  const [shared] = playground.channel('study').messages;
  expect(shared?.text).toContain('HTTP basics');
  expect(shared?.text).toContain(`Shared by <@${ada.id}>`);
  expect(shared?.pings.users).toEqual([]);

  const answer = await bea.press('Topics', shared);
  expect(answer.private).toBe(true);
  expect(playground.channel('study').messages).toHaveLength(1);
  expect(playground.channel('study').messages[0]?.text).toBe(shared?.text);
});

test('a misspelled step offers the nearest ones, and autocomplete forgives the same error', async () => {
  const playground = await aPlayground();
  await startBot(playground);
  const ada = playground.person('Ada');

  expect((await ada.suggestions('step', { step: 'htpp' }))[0]).toEqual({ name: 'HTTP basics', value: 'http' });
  const screen = await ada.slash('step', { step: 'htpp' });
  expect(screen.text).toContain('I know no step called “htpp”');
  expect((await ada.choose('Open one', ['step/http'])).text).toContain('HTTP basics');
});

test('member commands work in the private chat with the bot', async () => {
  const playground = await aPlayground();
  await startBot(playground);
  const ada = playground.person('Ada');

  const screen = await ada.privately.slash('roadmap', { view: 'months' });
  expect(screen.text).toContain('Month 8');
  expect(screen.labels).not.toContain('Share in channel');
});

test('a forged, outdated or foreign custom id gets a private sentence and the way back', async () => {
  const playground = await aPlayground();
  const bot = await startBot(playground);
  const ada = playground.person('Ada');
  const home = await ada.slash('help');

  for (const customId of [
    'nope',
    'nope:x',
    'step:nope:x',
    'step:open:http',
    'step:tab:http:zzz',
    'step:topic:%zz:x',
    'step:correct:x:y',
  ]) {
    const screen = await ada.forge(home, customId);
    expect(screen.text, customId).toContain('older version');
    expect(screen.labels, customId).toContain('Home');
  }
  expect((await ada.press('Home')).text).toContain('your study coach');
  expect(bot.log()).not.toContain('failed');
});
