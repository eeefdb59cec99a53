import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import { type PageOptions, startPage } from '../../../../playground/page/server/start-page.ts';
import type { Playground } from '../../../../playground/start.ts';
import { seriousFindings, startBrowser, watchPage } from '../../../support/browser.ts';

export interface Look {
  readonly width?: number;
  readonly theme?: 'light' | 'dark';
}

export interface Opening extends PageOptions, Look {}

export const sizes = [
  { width: 1280, theme: 'light' },
  { width: 390, theme: 'dark' },
] as const;

/** Call once at the top of a test file. Visits an address, whose page may write nothing to the console and ask nobody else. */
export function browserVisits(): (url: string, look?: Look) => Promise<Page> {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());
  return async (url, { width = 1280, theme = 'light' } = {}) => {
    const viewport = { width, height: width < 600 ? 844 : 800 };
    const page = await browser.newPage({ viewport, colorScheme: theme, hasTouch: width < 600 });
    page.setDefaultTimeout(5_000);
    const complaints = watchPage(page, url);
    onTestFinished(async () => {
      await page.close();
      expect(complaints).toEqual([]);
    });
    await page.goto(url);
    return page;
  };
}

/** The same for the page of a playground, which is served for it. */
export function browserPages(): (playground: Playground, opening?: Opening) => Promise<Page> {
  const visit = browserVisits();
  return async (playground, { width, theme, ...options } = {}) => {
    const { url, close } = await startPage(playground, options);
    onTestFinished(close);
    return visit(url, { ...(width ? { width } : {}), ...(theme ? { theme } : {}) });
  };
}

/** The field where one writes. */
export function messageBox(page: Page) {
  return page.getByRole('combobox', { name: /^Message / });
}

/** The newest message. */
export function newest(page: Page) {
  return page.getByRole('log').getByRole('article').last();
}

/** Types a command in full and sends it. */
export async function command(page: Page, words: string): Promise<void> {
  await messageBox(page).fill('');
  await messageBox(page).pressSequentially(words);
  await page
    .getByRole('option', { name: new RegExp(`^${words}`) })
    .first()
    .waitFor();
  await messageBox(page).press('Enter');
}

/** Types a command and what its first option begins with, takes the first suggestion and sends. All by keyboard. */
export async function commandWith(page: Page, words: string, option: string, typed: string): Promise<void> {
  await messageBox(page).fill('');
  await messageBox(page).pressSequentially(`${words} `);
  const field = page.getByRole('combobox', { name: new RegExp(`^${option} `) });
  await field.pressSequentially(typed);
  await page
    .getByRole('option', { name: new RegExp(typed, 'i') })
    .first()
    .waitFor();
  await field.press('Enter');
  await page.getByRole('button', { name: `Send ${words}` }).press('Enter');
}

export async function become(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /be somebody else$/ }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .click();
  await page.getByRole('button', { name: new RegExp(`^${name}\\s*: be somebody else$`) }).waitFor();
}

/** How far the page can be scrolled sideways. */
export function sidewaysPixels(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}

/** A folder for pictures of the way; without it none are taken. */
const pictures = process.env.SCREEN_PICTURES;

/** Looks at the page as axe and a phone would. */
export async function look(page: Page, name: string): Promise<void> {
  const width = page.viewportSize()?.width;
  const theme = await page.evaluate('document.documentElement.dataset.theme');
  if (pictures) {
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: `${pictures}/page-${name}-${width}-${theme}.png` });
  }
  expect([name, await sidewaysPixels(page)]).toEqual([name, 0]);
  expect([name, await seriousFindings(page)]).toEqual([name, []]);
}
