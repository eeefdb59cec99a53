import { expect, test } from 'vitest';
import { startBot } from '../../support/bot-process.ts';
import { aPlayground } from '../../support/playground.ts';
import { become, browserPages, command, commandWith, look, messageBox, newest, sizes } from './support/browser-page.ts';

const open = browserPages();

test.each(sizes)(
  'a newcomer joins and finishes a first step at $width pixels in $theme',
  async (size) => {
    const playground = await aPlayground();
    await startBot(playground);
    const page = await open(playground, size);

    await page.getByText('Welcome, Robin.').waitFor();
    await look(page, 'welcome');
    await messageBox(page).pressSequentially('/jo');
    await page.getByRole('option', { name: /^\/join/ }).waitFor();
    await look(page, 'completing');
    await messageBox(page).press('Enter');
    await page.getByRole('button', { name: 'Send /join' }).press('Enter');
    await newest(page).getByText('Join Cairn').waitFor();
    await look(page, 'join-card');
    await newest(page).getByRole('button', { name: 'Start', exact: true }).click();
    await newest(page).getByRole('heading', { name: 'You are in' }).waitFor();
    expect(await page.getByText('Welcome, Robin.').isVisible()).toBe(false);

    await commandWith(page, '/step', 'step', 'http');
    await newest(page).getByRole('heading', { name: /HTTP/ }).first().waitFor();
    await look(page, 'step');
    await newest(page).getByRole('button', { name: 'Topics' }).click();
    await newest(page).getByRole('combobox', { name: 'Tick what you have done' }).click();
    await page.getByRole('listbox').getByRole('option').first().click();
    await page.locator('.picker-done:visible').click();
    await newest(page)
      .getByText(/^Ticked:/)
      .waitFor();
    await look(page, 'ticked');

    await commandWith(page, '/done', 'step', 'http');
    await newest(page).getByText('HTTP basics: done').waitFor();
    await look(page, 'done');
    await command(page, '/readiness');
    await newest(page).getByRole('combobox', { name: 'Rate a check' }).click();
    await page.getByRole('listbox').getByRole('option').first().click();
    await newest(page).getByRole('button', { name: 'With help' }).click();
    await newest(page).getByText('is now at').waitFor();
    await look(page, 'rated');

    expect(await page.getByRole('log').getByRole('article').count()).toBeGreaterThan(2);
    await become(page, 'Mara');
    await page.getByText('Welcome, Mara.').waitFor();
    expect(await page.getByRole('log').getByRole('article').count()).toBe(0);
    await become(page, 'Robin');
    await newest(page).getByText('is now at').waitFor();
    await newest(page).getByRole('button', { name: 'Dismiss message' }).click();
    await newest(page).getByText('HTTP basics: done').waitFor();
    await page.reload();
    await newest(page).getByText('HTTP basics: done').waitFor();
  },
  120_000,
);
