import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import {
  become,
  browserVisits,
  command,
  commandWith,
  look,
  messageBox,
  newest,
  sizes,
} from '../playground/page/support/browser-page.ts';
import { spawnBot } from '../support/bot-process.ts';
import { freshFolder } from '../support/folder.ts';

const visit = browserVisits();
const hostile = '<img src=x onerror="document.title=1"><script>alert(1)</script> [press](javascript:alert(1))';

/** What a person sees who types `npm start` without a token and opens the address. */
async function tryOut(size: (typeof sizes)[number]): Promise<Page> {
  const bot = spawnBot({}, { env: { DATABASE_FILE: '', TMPDIR: freshFolder().path } });
  await bot.says('Ctrl+C stops it');
  return visit(/http:\S+\//.exec(bot.output())?.[0] ?? '', size);
}

async function startOver(page: Page, scene: string): Promise<void> {
  const menu = page.getByRole('button', { name: 'Channels' });
  if (await menu.isVisible()) await menu.click();
  await page.getByRole('button', { name: 'Start over…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: scene }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  if (await menu.isVisible()) await page.keyboard.press('Escape');
}

/** What a person presses who reads nothing: the button that stands out on the newest message, or else one that says Done. */
async function pressNext(page: Page): Promise<void> {
  const message = newest(page);
  const before = await message.innerText();
  const shining = message.locator('button.button-primary:enabled');
  const button = (await shining.count()) > 0 ? shining : message.getByRole('button', { name: /^Done/ });
  await button.first().click();
  await expect.poll(() => newest(page).innerText()).not.toBe(before);
}

test.each(sizes)(
  'a newcomer who reads nothing and presses what stands out finishes a first step, at $width pixels',
  async (size) => {
    const page = await tryOut(size);
    await page.getByText('Welcome, Robin.').waitFor();
    await look(page, 'course');
    await page.getByRole('button', { name: '/join', exact: true }).click();
    await newest(page).getByText('Join Cairn').waitFor();
    const isDone = newest(page).getByText(/Language basics: done/);
    for (let presses = 0; presses < 35 && (await isDone.count()) === 0; presses += 1) await pressNext(page);
    await isDone.waitFor();
    await look(page, 'first-step-done');
  },
  120_000,
);

test.each(sizes)(
  'a moderator sets a group up, members cannot and join it, at $width pixels',
  async (size) => {
    const page = await tryOut(size);
    await startOver(page, 'An empty server');
    await page.getByText('Welcome, Robin.').waitFor();
    await page.getByText('Here begins #study').waitFor();
    await become(page, 'Mara');
    await commandWith(page, '/setup new', 'channel', 'study');
    await newest(page).getByRole('heading', { name: 'Set up a study group' }).waitFor();
    await look(page, 'setup');
    await newest(page).getByRole('button', { name: 'Set up', exact: true }).click();
    await newest(page).getByText('is set up.').waitFor();
    await newest(page).getByRole('button', { name: 'Post a Join card' }).click();
    await newest(page).getByRole('button', { name: 'Join', exact: true }).waitFor();
    await look(page, 'join-card-posted');

    await become(page, 'Robin');
    await messageBox(page).fill('/setup new');
    await messageBox(page).press('Enter');
    await page.getByText('There is no command /setup here.').waitFor();
    await messageBox(page).fill('');
    await newest(page).getByRole('button', { name: 'Join', exact: true }).click();
    await newest(page).getByRole('heading', { name: 'Join Cairn' }).waitFor();
    await newest(page).getByRole('button', { name: 'Start', exact: true }).click();
    await newest(page).getByRole('heading', { name: 'You are in' }).waitFor();
    await look(page, 'joined-group');
  },
  120_000,
);

test.each(sizes)(
  'time goes by to graduation, with one post for each stone, at $width pixels',
  async (size) => {
    const page = await tryOut(size);
    const bar = page.getByRole('region', { name: 'Time' });
    // With the picture of the trail: the card with Join, and the milestones.
    const posts = page.getByRole('log').locator('article .embed', { has: page.locator('.embed-image') });
    await posts.nth(3).waitFor();
    const next = bar.getByRole('button', { name: 'Next post' });
    while ((await posts.count()) < 10) {
      await next.click();
      await page.locator('.time-bar:not([aria-busy])').waitFor();
    }
    await posts.last().getByText('The end of the trail').first().waitFor();
    await look(page, 'graduation');
    await bar.getByRole('button', { name: '+1 week' }).click();
    await page.locator('.time-bar:not([aria-busy])').waitFor();
    expect(await posts.count()).toBe(10);
    const titles = await posts.locator('.embed-title').allInnerTexts();
    expect(titles.map((title) => /Month \d/.exec(title)?.[0])).toEqual([
      undefined, // The card with Join.
      ...[1, 2, 3, 4, 5, 6, 7, 8].map((month) => `Month ${month}`),
      undefined, // The end of the trail.
    ]);
  },
  120_000,
);

test.each(sizes)(
  'a member checks in, by a form that says who reads it, at $width pixels',
  async (size) => {
    const page = await tryOut(size);
    await become(page, 'Yuki');
    await messageBox(page).pressSequentially('/checkin ');
    await page.getByRole('button', { name: 'Send /checkin' }).click();
    const form = page.getByRole('dialog');
    const did = form.getByRole('textbox', { name: /^What I did/ });
    await did
      .or(
        newest(page)
          .getByRole('button', { name: /^Check in for/ })
          .first(),
      )
      .waitFor();
    // At the end of a week it may be for either.
    if (!(await did.isVisible()))
      await newest(page)
        .getByRole('button', { name: /^Check in for/ })
        .first()
        .click();
    await form.getByText(/^Everyone in #study reads this/).waitFor();
    await look(page, 'check-in-form');
    await did.fill('A token that expires, and a test that waits for it.');
    await form.getByRole('button', { name: 'Submit' }).click();
    const thread = page.locator('.thread-card').last();
    await thread.getByText('1 message').waitFor();
    await page
      .getByRole('log')
      .getByText(/^Thank you, your check-in for/)
      .last() // There is an older one, of the evenings that led here.
      .waitFor();
    await look(page, 'checked-in');
    await thread.getByRole('button', { name: 'Open thread' }).click();
    await newest(page).getByText('A token that expires').waitFor();
    await look(page, 'thread');
  },
  120_000,
);

test.each(sizes)(
  'hostile words of people are words, at $width pixels',
  async (size) => {
    const page = await tryOut(size);
    await messageBox(page).fill(hostile);
    await page.keyboard.press('Enter');
    await newest(page).getByText('<img src=x').waitFor();
    await become(page, 'Ada');
    await commandWith(page, '/done', 'step', 'rest');
    await newest(page).getByRole('button', { name: 'Add a proof or note' }).click();
    await page.getByRole('textbox', { name: /^Note/ }).fill(`${hostile} ${'x'.repeat(150)}`);
    await page.getByRole('dialog').getByRole('button', { name: 'Submit' }).click();
    await newest(page).getByText('Kept, for you alone.').waitFor();
    await command(page, '/progress');
    await newest(page).getByText('Your progress').waitFor();
    await look(page, 'hostile');
    expect(await page.locator('img[src="x"], .app script, a[href^="javascript:"]').count()).toBe(0);
    expect(await page.title()).not.toBe('1');
  },
  120_000,
);
