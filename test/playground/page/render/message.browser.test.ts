import { expect, test } from 'vitest';
import { seriousFindings } from '../../../support/browser.ts';
import { aMessage, browserStages, NOON, partsMessage, sidewaysPixels } from './browser-stage.ts';
import { everyEmbed, everyMark, everyPart, files } from './kitchen-sink.ts';

const openStage = browserStages();
const PRIVATE = 1 << 6;
const LOADING = 1 << 7;
const unix = NOON / 1_000;

test('a message is an article with its author, its time and a label', async () => {
  const { page, show } = await openStage();
  await show(aMessage({ content: 'Hello', edited_timestamp: new Date(NOON + 60_000).toISOString() }));
  const article = page.getByRole('article', { name: 'Cairn, Today at 12:00' });
  expect(await article.innerText()).toMatch(/Cairn\s+BOT\s+Today at 12:00\s+Hello\(edited\)/);
  expect(await article.locator('time').getAttribute('title')).toMatch(/^Sunday,? 22 November 2026 at 12:00$/);
});

test('a private answer says so and can be dismissed; a deferred one is thinking', async () => {
  const { page, show, acts } = await openStage();
  const answers = { interaction_metadata: { type: 2, name: 'plan show', user: { id: '11', username: 'ada' } } };
  await show(aMessage({ flags: PRIVATE | LOADING, ...answers }));
  expect(await page.getByRole('article').innerText()).toMatch(/Ada used \/plan show[\s\S]*Cairn is thinking…/);
  await show(aMessage({ flags: PRIVATE, content: 'Done.', ...answers }));
  expect(await page.getByRole('article').innerText()).not.toContain('thinking');
  expect(await page.getByText('Only you can see this').isVisible()).toBe(true);
  await page.getByRole('button', { name: 'Dismiss message' }).click();
  expect(await acts()).toEqual([['dismiss', '1000']]);
});

test('a reply names what it replies to, and a thread can be opened', async () => {
  const { page, show, acts } = await openStage();
  const referenced = aMessage({ id: '999', author: { id: '12', username: 'bo' }, content: 'What is **HTTP**?' });
  await show(
    aMessage({
      ...{ type: 19, content: 'A way to talk.', message_reference: { message_id: '999' } },
      ...{ referenced_message: referenced, thread: { id: '55', name: 'HTTP', message_count: 3 } },
    }),
  );
  expect(await page.getByRole('article').innerText()).toMatch(/Bo What is HTTP\?[\s\S]*HTTP\s+3 messages/);
  await page.getByRole('button', { name: 'Open thread' }).click();
  expect(await acts()).toEqual([['openThread', '55']]);
});

test('mentions are names, and those that lead somewhere are buttons', async () => {
  const { page, show, acts } = await openStage();
  await show(aMessage({ content: '<@11> <@77> <@&21> <@&77> <#31> <#77> </plan show:5> @everyone <:cairn:8>' }));
  const text = await page.locator('.message-content').innerText();
  expect(text).toBe('@Ada @unknown-user @Moderator @unknown-role #general #unknown /plan show @everyone :cairn:');
  await page.getByRole('button', { name: '#general' }).click();
  await page.getByRole('button', { name: '/plan show' }).click();
  expect(await acts()).toEqual([
    ['openChannel', '31'],
    ['useCommand', 'plan show'],
  ]);
});

test('times are in the reader’s zone and language, and follow the clock', async () => {
  const { page, show, clock } = await openStage({ lookups: { timeZone: 'Asia/Tokyo', locale: 'de-DE' } });
  const styles = [...'tTdDfFsS'].map((style) => `<t:${unix}:${style}>`).join('|');
  await show(aMessage({ content: `${styles}|<t:${unix - 7_200}:R>|<t:99999999999999999:R>` }));
  const texts = (await page.locator('.message-content').innerText()).split('|');
  expect(texts).toEqual([
    ...['21:00', '21:00:00', '22.11.2026', '22. November 2026', '22. November 2026 um 21:00'],
    ...['Sonntag, 22. November 2026 um 21:00', '22.11.26, 21:00', '22.11.26, 21:00:00'],
    ...['vor 2 Stunden', '<t:99999999999999999:R>'],
  ]);
  const relative = page.locator('time[data-relative]');
  expect(await relative.getAttribute('title')).toBe('Sonntag, 22. November 2026 um 19:00');
  await clock(NOON + 3 * 86_400_000);
  expect(await relative.innerText()).toBe('vor 3 Tagen');
});

test('a spoiler is one button, and nothing inside can be reached, until it is pressed', async () => {
  const { page, show, replace } = await openStage();
  const spoiler = aMessage({ content: 'The answer: ||[forty-two](https://a.example)||' });
  await show(spoiler);
  expect(await page.getByRole('link').count()).toBe(0);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await page.getByRole('link', { name: 'forty-two' }).isVisible()).toBe(true);
  await replace(spoiler);
  expect(await page.getByRole('link', { name: 'forty-two' }).isVisible()).toBe(true);
});

const hrefs = `[...document.querySelectorAll('a[href]')].map((link) => [link.href, link.target, link.rel])`;

test('links open beside the page, and only to the web', async () => {
  const { page, show } = await openStage();
  const link = (label: string, url: string) => ({ type: 2, style: 5, label, url });
  await show(
    partsMessage(
      { type: 10, content: '[web](https://a.example/) [code](javascript:alert(1)) <http://b.example/>' },
      { type: 1, components: [link('Read', 'https://c.example/'), link('Run', 'javascript:alert(1)')] },
    ),
  );
  expect(await page.evaluate(hrefs)).toEqual([
    ['https://a.example/', '_blank', 'noopener noreferrer'],
    ['http://b.example/', '_blank', 'noopener noreferrer'],
    ['https://c.example/', '_blank', 'noopener noreferrer'],
  ]);
  expect(await page.locator('.text').innerText()).toContain('[code](javascript:alert(1))');
});

test('a press is sent once, keeps its button busy, and says when it failed', async () => {
  const { page, show, acts, end } = await openStage();
  const button = { type: 2, style: 1, label: 'Start', custom_id: 'start' };
  await show(
    partsMessage({ type: 1, components: [button, { ...button, label: 'Off', custom_id: 'off', disabled: true }] }),
  );
  await end('never');
  const start = page.getByRole('button', { name: 'Start' });
  await start.click();
  await start.click();
  expect(await start.getAttribute('aria-busy')).toBe('true');
  expect(await acts()).toEqual([['press', 'start', '1000']]);
  expect(await page.getByRole('button', { name: 'Off' }).isDisabled()).toBe(true);

  await show(partsMessage({ type: 1, components: [button] }));
  await end({ error: 'The application did not respond' });
  await start.click();
  expect(await page.getByRole('alert').innerText()).toBe('The application did not respond');
  expect(await start.getAttribute('aria-busy')).toBe(null);
});

test('whoever stands on a control still does after the message was drawn anew', async () => {
  const { page, show, replace } = await openStage();
  const button = (custom_id: string, label: string) => ({ type: 2, style: 2, label, custom_id });
  const row = (...components: ReturnType<typeof button>[]) => partsMessage({ type: 1, components });
  const focused = () => page.evaluate('document.activeElement.textContent');
  await show(row(button('a', 'One'), button('b', 'Two')));
  await page.getByRole('button', { name: 'Two' }).focus();
  await replace(row(button('c', 'New'), button('b', 'Two again')));
  expect(await focused()).toBe('Two again');
  await replace(row(button('c', 'New'), button('d', 'In its place')));
  expect(await focused()).toBe('In its place');
  await replace(aMessage({ content: 'No control is left' }));
  expect(await focused()).toContain('No control is left');
});

test('files that the page may not load are described, and nothing is asked of another site', async () => {
  const { page, show } = await openStage();
  await show(
    aMessage({ embeds: [{ image: { url: 'https://elsewhere.example/track.png' } }] }),
    aMessage({ attachments: files }),
  );
  expect(await page.locator('img').count()).toBe(1);
  expect(await page.getByRole('img', { name: 'A trail past 4 cairns' }).isVisible()).toBe(true);
  const file = page.getByRole('link', { name: 'Download notes.txt' });
  expect(await file.getAttribute('download')).toBe('notes.txt');
  expect(await page.locator('.file-facts').innerText()).toBe('2 kB · My notes');
});

test.each([
  [1280, 'light'],
  [1280, 'dark'],
  [390, 'light'],
  [390, 'dark'],
  [360, 'light'],
] as const)(
  'everything that Discord shows fits at %i pixels, %s, and axe finds nothing serious',
  async (width, theme) => {
    const { page, show } = await openStage({ width, theme });
    await show(everyMark, everyEmbed, everyPart, aMessage({ attachments: files, flags: PRIVATE }));
    await page.waitForFunction('[...document.images].every((image) => image.complete)');
    const folder = process.env.SCREEN_PICTURES;
    if (folder) await page.screenshot({ path: `${folder}/everything-${width}-${theme}.png`, fullPage: true });
    expect(await sidewaysPixels(page)).toBe(0);
    expect(await seriousFindings(page)).toEqual([]);
  },
);

test('axe would find what is wrong', async () => {
  const { page, show } = await openStage();
  await show(aMessage({ content: 'Hello' }));
  await page.evaluate(`document.querySelector('.md-text').style.color = '#cccccc'`);
  expect(await seriousFindings(page)).toEqual([expect.stringContaining('color-contrast')]);
});
