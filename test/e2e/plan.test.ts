import { expect, test } from 'vitest';
import { toStoredInstant } from '../../src/lib/stored-instant.ts';
import { Temporal } from '../../src/lib/temporal.ts';
import { openTestDatabase } from '../support/database.ts';
import { startBot } from '../support/hosted-bot.ts';
import { aPlayground } from '../support/playground.ts';

const daysAgo = (days: number) => toStoredInstant(Temporal.Now.instant().subtract({ hours: days * 24 }));

/** As if all members had joined so many days ago, and not been seen for some of them. */
async function backdate(databaseFile: string, joined: number, seen: number): Promise<void> {
  const db = openTestDatabase(databaseFile);
  await db
    .updateTable('member')
    .set({ joined_at: daysAgo(joined), seen_at: daysAgo(seen) })
    .execute();
  await db
    .updateTable('pace_change')
    .set({ valid_from: daysAgo(joined) })
    .execute();
}

test('a member falls behind, sees three ways with their dates, takes them, and takes them back', async () => {
  const playground = await aPlayground();
  const bot = await startBot(playground);
  const ada = playground.person('Ada', { timeZone: 'Europe/Berlin', locale: 'de' });
  await ada.slash('plan');
  expect((await ada.press('Start')).text).toContain('You are in');
  const first = await ada.press('Go on');
  expect(first.text).toContain('## Your plan');
  expect(first.text).toContain('That fits your plan.');
  expect(first.private).toBe(true);

  await backdate(bot.databaseFile, 70, 1);
  const behind = await ada.slash('plan');
  expect(behind.text).toContain('about 10 weeks later than planned');
  expect(behind.text).toMatch(/You then finish between \*\*<t:\d+:D>\*\* and \*\*<t:\d+:D>\*\*/);
  expect(behind.text).toMatch(/plan to finish on \*\*<t:\d+:D>\*\*/);

  const moved = await ada.press('Move the end');
  expect(moved.text).toContain('this is your plan now');
  expect(moved.text).toContain('That fits your plan.');
  expect((await ada.press('Undo')).text).toContain('about 10 weeks later than planned');

  const aside = behind.message?.controls.find(({ label }) => label === 'Set a step aside');
  await ada.choose('Set a step aside', [aside?.options?.at(-1)?.value ?? '']);
  expect(ada.screen?.text).toContain('is set aside');
  expect((await ada.press('Undo')).text).toContain('The step is open again');

  expect(
    (await ada.press(/^\d+ hours for \d+ weeks$/.exec(labelLike(ada.screen?.labels, 'hours for'))?.[0] ?? '')).text,
  ).toContain('this is your plan now');
  await ada.press('Pauses and changes');
  expect(ada.screen?.text).toMatch(/hours more a week for \d+ weeks/);
});

function labelLike(labels: readonly string[] | undefined, part: string): string {
  return labels?.find((label) => label.includes(part)) ?? '';
}

test('a member changes hours, track and zone, and each can be undone', async () => {
  const playground = await aPlayground();
  await startBot(playground);
  const ada = playground.person('Ada', { timeZone: 'Europe/Berlin', locale: 'de' });
  await ada.slash('plan');
  await ada.press('Start');
  await ada.press('Go on');

  await ada.press('Change hours');
  expect((await ada.choose('How many hours a week?', ['15'])).text).toContain(
    'From now on you plan **15 hours a week**',
  );
  expect((await ada.press('Undo')).text).toContain('From now on you plan **10 hours a week**');

  await ada.press('Change hours');
  await ada.choose('How many hours a week?', ['other']);
  expect((await ada.fill({ hours: 'many' })).text).toContain('no whole number');
  await ada.press('Correct');
  expect((await ada.fill({ hours: '12' })).text).toContain('**12 hours a week**');

  await ada.press('Change track');
  expect((await ada.choose('Which language?', ['Go'])).text).toContain('Your track is **Go** now');
  expect((await ada.press('Undo')).text).toContain('Your track is **Not sure yet** now');

  await ada.press('Change zone');
  await ada.fill({ place: 'Katmandu' });
  await ada.choose('What time is it for you?', ['Asia/Kathmandu']);
  expect(ada.screen?.text).toMatch(/It is \*\*\d\d:\d\d\*\* for you \(Asia\/Kathmandu\)/);
});

test('a member notes a pause in hindsight, is asked again for what is no day, and takes it back', async () => {
  const playground = await aPlayground();
  const bot = await startBot(playground);
  const ada = playground.person('Ada', { timeZone: 'Europe/Berlin', locale: 'de' });
  await ada.slash('plan');
  await ada.press('Start');
  await ada.press('Go on');
  await backdate(bot.databaseFile, 40, 1);

  await ada.press('I was away');
  expect((await ada.fill({ from: '31.11.', to: 'yesterday' })).text).toContain('which day “31\\.11.” is');
  await ada.press('Correct');
  expect(ada.form?.fields.map(({ value }) => value)).toEqual(['31.11.', 'yesterday']);
  const noted = await ada.fill({ from: '20 days ago', to: 'yesterday' });
  expect(noted.text).toContain('(20 days). Your dates are moved already.');
  expect(noted.text).toContain('about 3 weeks later than planned');

  await ada.press('Pauses and changes');
  const [pause] = ada.screen?.message?.controls[0]?.options ?? [];
  expect(pause?.label).toContain('(20 days)');
  expect((await ada.choose('Undo: choose what to take back', [pause?.value ?? ''])).text).toContain('taken back');
});

test('who comes back after weeks is welcomed once, and then gets what they asked for', async () => {
  const playground = await aPlayground();
  const bot = await startBot(playground);
  const ada = playground.person('Ada');
  await ada.slash('plan');
  await ada.press('Start');
  await backdate(bot.databaseFile, 30, 15);

  const welcome = await ada.slash('step'); // Whatever the next screen is.
  expect(welcome.text).toContain('## Welcome back');
  expect(welcome.text).toContain('You stopped at **');
  expect(welcome.text).toContain('there is nothing else to do');
  expect(welcome.labels).toEqual(['Go on', 'I was away', 'Change my pace']);
  expect((await ada.press('Go on')).text).toContain('-# Step 1 of');
  expect((await ada.slash('plan')).text).toContain('## Your plan');

  await backdate(bot.databaseFile, 30, 15);
  expect((await ada.slash('progress')).text).toContain('## Welcome back');
  const form = await ada.press('I was away');
  expect(form.form?.fields.map(({ value }) => /^\d{4}-\d\d-\d\d$/.test(`${value}`))).toEqual([true, true]);
  expect((await ada.fill({})).text).toContain('Noted: you rest from');
});
