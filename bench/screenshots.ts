import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

/**
 * `npm run screenshots`: takes the two pictures with which README.md opens, from the page that `npm start` opens without
 * a token. It needs a Chromium: Debian's, or the one that CHROMIUM names.
 */
const root = new URL('../', import.meta.url).pathname;
const folder = `${root}docs`;

interface Shot {
  readonly file: string;
  readonly viewport: { readonly width: number; readonly height: number };
  /** Sharp, and at most about 300 KB. */
  readonly pixelsPerPoint: number;
  readonly colorScheme: 'light' | 'dark';
  /** Brings the page to what the picture shows. */
  prepare(page: Page): Promise<void>;
}

const shots: readonly Shot[] = [
  {
    file: 'try-it.png',
    viewport: { width: 1200, height: 1020 },
    pixelsPerPoint: 1.5,
    colorScheme: 'light',
    async prepare(page) {
      await page.getByRole('log').getByText('moves on to month 3').waitFor();
      await page.waitForTimeout(1_000); // The page reads the channel once more when it begins to listen.
      await scrollTo(
        page,
        "entries.find((one) => one.textContent.includes('moves on to month 3')).querySelector('.embed img')",
      );
    },
  },
  {
    file: 'try-it-on-a-phone.png',
    viewport: { width: 390, height: 844 },
    pixelsPerPoint: 2,
    colorScheme: 'dark',
    async prepare(page) {
      await become(page, 'Ada');
      await command(page, '/progress');
      await newest(page).getByText('By phase').waitFor();
      await scrollTo(page, 'entries.at(-1)');
    },
  },
];

/** Brings one of the messages, `entries`, to the top. */
async function scrollTo(page: Page, entry: string): Promise<void> {
  await page.evaluate(
    `{ const entries = [...document.querySelectorAll('.log > .entry')]; (${entry}).scrollIntoView(); }`,
  );
}

async function become(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /be somebody else$/ }).click();
  const person = page.getByRole('dialog').getByRole('button', { name: new RegExp(`^${name}`) });
  await person.click();
  await page.getByRole('button', { name: new RegExp(`^${name}\\s*: be`) }).waitFor();
}

async function command(page: Page, words: string): Promise<void> {
  const box = page.getByRole('combobox', { name: /^Message / });
  await box.pressSequentially(words);
  await page.getByRole('option', { name: words }).first().waitFor();
  await box.press('Enter');
  await box.blur();
}

function newest(page: Page) {
  return page.getByRole('log').getByRole('article').last();
}

async function take(browser: Browser, url: string, { file, prepare, pixelsPerPoint, ...look }: Shot): Promise<void> {
  const page = await browser.newPage({ ...look, deviceScaleFactor: pixelsPerPoint });
  await page.goto(url);
  await prepare(page);
  // Pictures and letters are there, and nothing moves any more.
  await page.waitForLoadState('networkidle').catch(() => undefined);
  await page.waitForTimeout(500);
  await page.screenshot({ path: `${folder}/${file}`, animations: 'disabled' });
  await page.close();
  console.log(`docs/${file} is taken.`);
}

/** What `npm start` does, with nothing of this machine's settings. Resolves with its page's address. */
async function startTryOut(): Promise<{ readonly url: string; stop(): void }> {
  const env = { PATH: process.env.PATH, LOG_LEVEL: 'warn', TZ: 'Europe/Berlin' };
  const child = spawn(process.execPath, ['src/main.ts'], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  for await (const chunk of child.stdout) {
    said += chunk;
    const url = /Open (http:\S+)/.exec(said)?.[1];
    if (url !== undefined) return { url, stop: () => void child.kill() };
  }
  throw new Error(`It ended before it could be used. It said: ${said}`);
}

const { url, stop } = await startTryOut();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
mkdirSync(folder, { recursive: true });
try {
  for (const shot of shots) await take(browser, url, shot);
} finally {
  await browser.close();
  stop();
}
