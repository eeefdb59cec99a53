import { expect, test } from 'vitest';
import type { FormJson } from '../../../../playground/page/render/discord-json.ts';
import { seriousFindings } from '../../../support/browser.ts';
import { aMessage, type BrowserStage, browserStages, partsMessage, sidewaysPixels } from './browser-stage.ts';

const openStage = browserStages();
const label = (text: string, component: object, description: string | null = null) => ({
  ...{ type: 18, label: text, description },
  component: { type: 0, ...component },
});
const choices = [
  { label: 'One', value: '1', description: 'The first' },
  { label: 'Two', value: '2' },
  { label: 'Three', value: '3' },
];

const texts: FormJson = {
  ...{ custom_id: 'texts', title: 'A proof or note' },
  components: [
    { type: 10, content: 'Only **you** see it.' },
    label('Link', { type: 4, custom_id: 'link', style: 1, min_length: 5, max_length: 10 }, 'To a page'),
    label('Note', { type: 4, custom_id: 'note', style: 2, required: false, value: 'As it was' }),
    { type: 1, components: [{ type: 4, custom_id: 'old', style: 1, label: 'Old style', required: false }] },
  ],
};

const groups: FormJson = {
  ...{ custom_id: 'groups', title: 'Choices' },
  components: [
    label('Radio', { type: 21, custom_id: 'radio', options: choices }),
    label('Boxes', { type: 22, custom_id: 'boxes', options: choices, min_values: 2, max_values: 2 }),
    label('Agree', { type: 23, custom_id: 'agree' }, 'A single one'),
    label('Topic', { type: 3, custom_id: 'topic', options: choices, placeholder: 'Choose a topic' }),
    label('Files', { type: 19, custom_id: 'files', required: false, max_values: 2 }),
  ],
};

const pickers: FormJson = {
  ...{ custom_id: 'pickers', title: 'People and places' },
  components: [
    label('Person', { type: 5, custom_id: 'user', default_values: [{ id: '12', type: 'user' }] }),
    label('Roles', { type: 6, custom_id: 'roles', required: false, max_values: 2 }),
    label('Anybody', { type: 7, custom_id: 'anybody', required: false }),
    label('Channel', { type: 8, custom_id: 'channel', channel_types: [0] }),
  ],
};

const submit = ({ page }: BrowserStage) => page.getByRole('button', { name: 'Submit' }).click();

test('a form is a dialog with its title, its fields and what stands in them', async () => {
  const stage = await openStage();
  await stage.openForm(texts);
  const dialog = stage.page.getByRole('dialog', { name: 'A proof or note' });
  expect(await dialog.innerText()).toContain('Only you see it.');
  const link = dialog.getByRole('textbox', { name: 'Link (required)', description: 'To a page' });
  expect(await link.evaluate('document.activeElement.id')).toBe(await link.getAttribute('id'));
  expect(await dialog.getByRole('textbox', { name: 'Note' }).inputValue()).toBe('As it was');
  expect(await dialog.getByRole('textbox', { name: 'Old style' }).inputValue()).toBe('');
});

test('nothing is sent while something is wrong; it is said beside the field and together', async () => {
  const stage = await openStage();
  const { page } = stage;
  await stage.openForm(texts);
  await submit(stage);
  expect(await page.getByRole('alert').innerText()).toBe('Not sent yet. Please look at: Link.');
  const link = page.getByRole('textbox', { name: 'Link' });
  expect(await link.getAttribute('aria-invalid')).toBe('true');
  expect(await link.evaluate('document.activeElement.id')).toBe(await link.getAttribute('id'));
  expect(await page.locator('.field-problem').allInnerTexts()).toEqual(['Please fill this in.', '', '']);

  await link.fill('abc');
  expect(await page.locator('.field-problem').first().innerText()).toBe('At least 5 characters, please. There are 3.');
  await link.fill('abcdefghijkl');
  expect(await page.locator('.field-count').first().innerText()).toBe('12 / 10');
  await submit(stage);
  expect(await stage.acts()).toEqual([]);
  expect(await stage.readForm()).toEqual({
    ok: false,
    problems: [{ customId: 'link', label: 'Link', message: 'At most 10 characters, please. There are 12.' }],
  });
  await link.fill('abcdef');
  await page.keyboard.press('Enter');
  expect(await stage.acts()).toEqual([['submit', { link: 'abcdef', note: 'As it was', old: '' }]]);
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});

test('groups, boxes and selects are read by custom id, and complain about too few', async () => {
  const stage = await openStage();
  const { page } = stage;
  await stage.openForm(groups);
  await submit(stage);
  expect(await page.getByRole('alert').innerText()).toBe('Not sent yet. Please look at: Radio, Boxes, Topic.');
  await page.getByRole('group', { name: 'Radio' }).getByRole('radio', { name: 'Two' }).check();
  const boxes = page.getByRole('group', { name: 'Boxes' });
  await boxes.getByRole('checkbox', { name: 'One' }).check();
  await submit(stage);
  expect(await page.locator('.field-wrong .field-problem').allInnerTexts()).toEqual([
    'Please choose at least 2.',
    'Please choose something.',
  ]);
  await boxes.getByRole('checkbox', { name: 'Three' }).check();
  await page.getByRole('checkbox', { name: 'Agree' }).check();
  await page.getByRole('combobox', { name: 'Topic' }).click();
  await page.getByRole('option', { name: 'Three' }).click();
  expect(await stage.readForm()).toEqual({
    ok: true,
    values: { radio: '2', boxes: ['1', '3'], agree: true, topic: ['3'], files: [] },
  });
});

test('people, roles and channels are chosen in a form, by keyboard alone', async () => {
  const stage = await openStage();
  const { page } = stage;
  await stage.openForm(pickers);
  expect(await page.getByRole('combobox', { name: 'Person' }).innerText()).toBe('Bo');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  // Escape closes the list and not the form.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await page.keyboard.type('q');
  await page.keyboard.press('Enter');
  expect(await stage.readForm()).toEqual({
    ok: true,
    values: { user: ['12'], roles: ['21', '22'], anybody: [], channel: ['33'] },
  });
});

test('files are chosen and counted', async () => {
  const stage = await openStage();
  await stage.openForm({ ...groups, components: [groups.components[4] ?? { type: 0 }] });
  const file = (name: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(name) });
  const input = stage.page.getByLabel('Files');
  await input.setInputFiles([file('a.txt'), file('b.txt'), file('c.txt')]);
  expect(await stage.page.locator('.field-problem').innerText()).toBe('Please choose at most 2.');
  await input.setInputFiles([file('a.txt')]);
  expect(await stage.page.evaluate('stage.readForm().values.files.map((file) => file.name)')).toEqual(['a.txt']);
});

test('whoever opened a form is back on their message, also when it was drawn anew meanwhile', async () => {
  const { page, show, replace, openForm } = await openStage();
  const message = (custom_id: string, label: string) =>
    partsMessage({ type: 1, components: [{ type: 2, style: 2, label, custom_id }] });
  const focused = () => page.evaluate('document.activeElement.textContent');
  await show(message('a', 'Correct'));
  await page.getByRole('button', { name: 'Correct' }).focus();
  await openForm(texts);
  await replace(message('b', 'My progress'));
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await focused()).toBe('My progress');
  await openForm(texts);
  await replace(aMessage({ content: 'No control is left' }));
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await focused()).toContain('No control is left');
});

test('Cancel, the cross and Escape close a form without sending it', async () => {
  const stage = await openStage();
  const { page } = stage;
  await stage.show(aMessage({ content: '</step:1>' }));
  await page.getByRole('button', { name: '/step' }).focus();
  const leave = [
    () => page.getByRole('button', { name: 'Cancel' }).click(),
    () => page.getByRole('button', { name: 'Close' }).click(),
    () => page.keyboard.press('Escape'),
  ];
  for (const close of leave) {
    await stage.openForm(texts);
    await close();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.evaluate('document.activeElement.textContent')).toBe('/step');
  }
  // A form that is closed is out of sight a moment before it says so.
  await expect.poll(() => stage.acts()).toEqual([['cancel'], ['cancel'], ['cancel']]);
});

test('a form that could not be sent stays open with everything in it', async () => {
  const stage = await openStage();
  await stage.openForm(texts);
  await stage.end({ error: '' });
  await stage.page.getByRole('textbox', { name: 'Link' }).fill('abcdef');
  await submit(stage);
  expect(await stage.page.getByRole('alert').innerText()).toContain('nothing was sent');
  expect(await stage.page.getByRole('textbox', { name: 'Link' }).inputValue()).toBe('abcdef');
});

test.each([
  [1280, 'light'],
  [1280, 'dark'],
  [390, 'light'],
  [390, 'dark'],
] as const)('forms fit at %i pixels, %s, and axe finds nothing serious', async (width, theme) => {
  const stage = await openStage({ width, theme });
  for (const form of [texts, groups, pickers]) {
    await stage.openForm(form);
    await submit(stage);
    const folder = process.env.SCREEN_PICTURES;
    if (folder) await stage.page.screenshot({ path: `${folder}/form-${form.custom_id}-${width}-${theme}.png` });
    expect(await sidewaysPixels(stage.page)).toBe(0);
    expect(await seriousFindings(stage.page)).toEqual([]);
    await stage.page.keyboard.press('Escape');
    await stage.page.getByRole('dialog').waitFor({ state: 'detached' });
  }
});
