import { expect, test } from 'vitest';
import { Temporal } from '../../src/lib/temporal.ts';
import { startBot } from '../support/bot-process.ts';
import { aPlayground } from '../support/playground.ts';

test('join, read, tick, done, undo, rate, plan, pause, export and delete: one member from first press to last', async () => {
  const playground = await aPlayground();
  const bot = await startBot(playground);
  const ada = playground.person('Ada');

  await ada.slash('progress');
  await ada.choose('Which language?', 'Python');
  expect((await ada.press('Start')).text).toContain('You are in');
  expect((await ada.press('Go on')).text).toContain('**0 of 520 hours**');

  await ada.slash('help');
  expect((await ada.press('My next topic')).text).toContain('Topic 1 of 11');
  await ada.press('All topics');
  const topics = ada.screen?.message?.controls.find(({ label }) => label === 'Tick what you have done');
  const [first, second] = topics?.options ?? [];
  await ada.choose('Tick what you have done', [first?.value ?? '', second?.value ?? '']);
  expect(ada.screen?.text).toContain('That makes 5 of 520 hours');

  await ada.slash('done');
  expect(ada.screen?.text).toContain('Language basics: done');
  expect((await ada.press('Undo')).text).not.toContain('35 of 520');
  expect((await ada.slash('progress')).text).toContain('**5 of 520 hours**');

  await ada.slash('readiness', { check: 'explain-request' });
  expect((await ada.press('With help')).text).toContain('With help');

  await ada.slash('plan');
  await ada.press('I was away');
  expect((await ada.fill({ from: dayAhead(7), to: dayAhead(14) })).text).toContain('Noted: you rest from');

  expect(await bot.stop()).toBe(0);
  await startBot(playground, { databaseFile: bot.databaseFile });

  await ada.slash('settings');
  await ada.press('What is stored about me');
  const exported = await ada.press('Export');
  expect(exported.message?.attachments[0]?.filename).toMatch(/\.json$/);
  await ada.slash('settings');
  await ada.press('What is stored about me');
  await ada.press('Delete…');
  expect((await ada.press('Delete for good')).text).toContain('It is deleted.');
  expect((await ada.slash('progress')).text).toContain('Join Cairn');
});

/** A day from now on, as a calendar writes it. */
function dayAhead(days: number): string {
  return Temporal.Now.plainDateISO('UTC').add({ days }).toString();
}
