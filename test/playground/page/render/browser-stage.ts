import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import type { FormJson, MessageJson } from '../../../../playground/page/render/discord-json.ts';
import { startBrowser, watchPage } from '../../../support/browser.ts';
import { type RenderServer, startRenderServer } from '../../../support/render-server.ts';

/** 2026-11-22, 12:00 UTC. */
export const NOON = Date.UTC(2026, 10, 22, 12);

export const lookups = {
  readerId: '11',
  timeZone: 'Europe/Lisbon',
  locale: 'en-GB',
  now: NOON,
  users: [
    ['11', { name: 'Ada' }],
    ['12', { name: 'Bo' }],
    ['99', { name: 'Cairn', bot: true }],
  ] as [string, { name: string }][],
  roles: [
    ['21', { name: 'Moderator', color: '#22783f' }],
    ['22', { name: 'Member', color: null }],
  ] as [string, { name: string; color: string | null }][],
  channels: [
    ['31', { name: 'general', type: 0 }],
    ['32', { name: 'voice', type: 2 }],
    ['33', { name: 'questions', type: 0 }],
  ] as [string, { name: string; type: number }][],
};

/** The renderer on a page of its own, with a reader who notes what they do. */
export interface BrowserStage {
  readonly page: Page;
  show(...messages: MessageJson[]): Promise<void>;
  replace(message: MessageJson): Promise<void>;
  openForm(form: FormJson): Promise<void>;
  readForm(): Promise<unknown>;
  clock(now: number): Promise<void>;
  /** How the next acts end. */
  end(how: 'well' | 'never' | { readonly error: string }): Promise<void>;
  acts(): Promise<unknown[]>;
}

interface StageOptions {
  readonly width?: number;
  readonly theme?: 'light' | 'dark';
  readonly lookups?: Partial<typeof lookups>;
}

/** Call once at the top of a test file. The page it opens may write nothing to the console and ask nobody else. */
export function browserStages(): (options?: StageOptions) => Promise<BrowserStage> {
  let browser: Awaited<ReturnType<typeof startBrowser>>;
  let server: RenderServer;
  beforeAll(async () => {
    [browser, server] = await Promise.all([startBrowser(), startRenderServer()]);
  });
  afterAll(async () => {
    await browser.close();
    server.close();
  });
  return async ({ width = 1280, theme = 'light', lookups: others = {} } = {}) => {
    const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme: theme });
    const complaints = watchPage(page, server.url);
    onTestFinished(async () => {
      await page.close();
      expect(complaints).toEqual([]);
    });
    await page.goto(server.url);
    const call = (name: string, ...given: unknown[]) =>
      page.evaluate(`stage.${name}(${given.map((one) => JSON.stringify(one)).join(', ')})`);
    await call('begin', { ...lookups, ...others });
    return {
      page,
      show: async (...messages) => void (await call('show', ...messages)),
      replace: async (message) => void (await call('replace', message)),
      openForm: async (form) => void (await call('openForm', form)),
      readForm: () => call('readForm'),
      clock: async (now) => void (await call('clock', now)),
      end: async (how) => void (await call('end', how)),
      acts: async () => (await page.evaluate('stage.acts')) as unknown[],
    };
  };
}

/** A message from the bot at noon. */
export function aMessage(parts: Partial<MessageJson> = {}): MessageJson {
  return {
    id: '1000',
    type: 0,
    author: { id: '99', username: 'Cairn', bot: true },
    content: '',
    timestamp: new Date(NOON).toISOString(),
    flags: 0,
    ...parts,
  };
}

/** A message of Components V2. */
export function partsMessage(...components: NonNullable<MessageJson['components']>): MessageJson {
  return aMessage({ flags: 1 << 15, components });
}

/** How far the page can be scrolled sideways. */
export function sidewaysPixels(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}
