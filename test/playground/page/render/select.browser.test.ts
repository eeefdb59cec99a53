import { expect, test } from 'vitest';
import { seriousFindings } from '../../../support/browser.ts';
import { browserStages, partsMessage } from './browser-stage.ts';
import { topics } from './kitchen-sink.ts';

const openStage = browserStages();

const select = (parts: object) => partsMessage({ type: 1, components: [{ type: 3, custom_id: 's', ...parts }] });
const single = select({ placeholder: 'One topic', options: topics.map((topic) => ({ ...topic, default: false })) });
const several = select({ placeholder: 'Topics', options: topics, min_values: 1, max_values: 2 });

test('by keyboard alone: moving through a select sends nothing, taking a line does', async () => {
  const { page, show, acts } = await openStage();
  await show(single);
  const select = page.getByRole('combobox', { name: 'One topic' });
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  expect(await select.getAttribute('aria-expanded')).toBe('true');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const active = await select.getAttribute('aria-activedescendant');
  expect(await page.locator(`#${active}`).innerText()).toContain('Headers');
  expect(await acts()).toEqual([]);
  await page.keyboard.press('Enter');
  expect(await acts()).toEqual([['choose', 's', ['headers'], '1000']]);
  expect(await select.getAttribute('aria-expanded')).toBe('false');
  expect(await select.innerText()).toBe('Headers');
});

test('letters find a line, Escape takes everything back, and the same choice again is not sent', async () => {
  const { page, show, acts } = await openStage();
  await show(single);
  await page.keyboard.press('Tab');
  await page.keyboard.type('st');
  const active = await page.getByRole('combobox').getAttribute('aria-activedescendant');
  expect(await page.locator(`#${active}`).innerText()).toContain('Status codes');
  await page.keyboard.press('Escape');
  expect(await page.getByRole('listbox').isVisible()).toBe(false);
  expect(await page.getByRole('combobox').innerText()).toBe('One topic');
  await page.keyboard.type('m');
  await page.keyboard.press('Enter');
  await page.keyboard.type('m');
  await page.keyboard.press('Enter');
  expect(await acts()).toEqual([['choose', 's', ['methods'], '1000']]);
});

test('several are sent together when the list closes, with no more than allowed', async () => {
  const { page, show, acts } = await openStage();
  await show(several);
  await page.getByRole('combobox', { name: 'Topics' }).click();
  expect(await page.getByRole('option', { selected: true }).innerText()).toContain('Methods');
  await page.getByRole('option', { name: 'Status codes' }).click();
  await page.getByRole('option', { name: 'Headers' }).click();
  expect(await page.getByRole('option', { selected: true }).count()).toBe(2);
  expect(await acts()).toEqual([]);
  await page.keyboard.press('Tab');
  expect(await acts()).toEqual([['choose', 's', ['methods', 'codes'], '1000']]);
});

test('one press of Tab leaves a list that is long enough to scroll', async () => {
  const { page, show, acts } = await openStage();
  const options = Array.from({ length: 25 }, (_, index) => ({ label: `Topic ${index}`, value: `t${index}` }));
  await show(select({ placeholder: 'Many topics', options, min_values: 0, max_values: 25 }));
  await page.getByRole('combobox', { name: 'Many topics' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  expect(await page.getByRole('listbox').isVisible()).toBe(false);
  expect(await acts()).toEqual([['choose', 's', ['t0'], '1000']]);
  expect(await seriousFindings(page)).toEqual([]);
});

test('a list that was opened to have a look closes again', async () => {
  const { page, show, acts } = await openStage();
  await show(single);
  await page.getByRole('combobox').click();
  await page.getByRole('combobox').click();
  expect(await page.getByRole('listbox').isVisible()).toBe(false);
  expect(await acts()).toEqual([]);
});

test('too few are not taken', async () => {
  const { page, show, acts } = await openStage();
  await show(several);
  await page.getByRole('combobox').click();
  await page.getByRole('option', { name: 'Methods' }).click();
  await page.getByText('Done').click();
  expect(await page.locator('.picker-hint').innerText()).toBe('Please choose at least 1.');
  await page.getByRole('heading', { name: 'general' }).click();
  expect(await page.getByRole('combobox').innerText()).toBe('Methods');
  expect(await acts()).toEqual([]);
});

test('a choice that could not be sent is taken back', async () => {
  const { page, show, end } = await openStage();
  await show(single);
  await end({ error: '' });
  await page.getByRole('combobox').click();
  await page.getByRole('option', { name: 'Headers' }).click();
  expect(await page.getByRole('alert').innerText()).toBe('This interaction failed');
  expect(await page.getByRole('combobox').innerText()).toBe('One topic');
});

test('people, roles and channels are offered from what the reader knows', async () => {
  const { page, show, acts } = await openStage();
  const row = (type: number, more: object = {}) => ({
    type: 1,
    components: [{ type, custom_id: `of ${type}`, placeholder: `Kind ${type}`, ...more }],
  });
  await show(partsMessage(row(5), row(6), row(7), row(8, { channel_types: [0] })));
  const offered = async (type: number) => {
    await page.getByRole('combobox', { name: `Kind ${type}` }).click();
    const labels = await page.locator('.picker-popup:popover-open .picker-line-label').allInnerTexts();
    await page.keyboard.press('Escape');
    return labels;
  };
  expect(await offered(5)).toEqual(['Ada', 'Bo', 'Cairn']);
  expect(await offered(6)).toEqual(['Moderator', 'Member']);
  expect(await offered(7)).toEqual(['Ada', 'Bo', 'Cairn', 'Moderator', 'Member']);
  expect(await offered(8)).toEqual(['general', 'questions']);
  await page.getByRole('combobox', { name: 'Kind 5' }).click();
  await page.getByRole('option', { name: 'Bo' }).click();
  expect(await acts()).toEqual([['choose', 'of 5', ['12'], '1000']]);
});

test.each([
  [1280, 'dark'],
  [390, 'light'],
] as const)(
  'an open list stays in the window at %i pixels, %s, and axe finds nothing serious',
  async (width, theme) => {
    const { page, show } = await openStage({ width, theme });
    const options = Array.from({ length: 25 }, (_, index) => ({
      ...{ label: `Option ${index}`, value: String(index), description: 'A description '.repeat(6).trim() },
    }));
    // Far down, so that there is more room above it.
    const texts = Array.from({ length: 14 }, () => ({ type: 10, content: '# Line' }));
    const rows = select({ placeholder: 'Many', options, max_values: 25 }).components ?? [];
    await show(partsMessage(...texts, ...rows));
    await page.getByRole('combobox').click();
    await page.keyboard.press('End');
    const folder = process.env.SCREEN_PICTURES;
    if (folder) await page.screenshot({ path: `${folder}/select-${width}-${theme}.png` });
    const box = await page.locator('.picker-popup').boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(800);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
    expect(await page.getByRole('option', { name: 'Option 24' }).isVisible()).toBe(true);
    expect(await seriousFindings(page)).toEqual([]);
  },
);
