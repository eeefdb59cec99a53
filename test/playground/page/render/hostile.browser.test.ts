import { expect, test } from 'vitest';
import type { FormJson, MessageJson } from '../../../../playground/page/render/discord-json.ts';
import { aMessage, browserStages, partsMessage, sidewaysPixels } from './browser-stage.ts';

const openStage = browserStages();

const html = '<img src=x onerror="alert(1)"><script>alert(1)</script><b>bold</b>&lt;i&gt;';
const hostile = {
  html,
  endless: 'x'.repeat(4_000),
  'an endless link': `https://a.example/${'y'.repeat(1_900)}`,
  'right to left': `\u202e${'שלום עולם '.repeat(40)}\u202c end`,
  zalgo: `Z${'\u0301\u0302\u0316\u0329'.repeat(300)}algo`,
  'code without end': `\`\`\`\n${'z'.repeat(1_900)}\n\`\`\``,
  signs: '*_~|`[]()<>#-\\'.repeat(200),
  scripts: '[a](javascript:alert(1)) [b](data:text/html,<script>alert(1)</script>) <javascript:alert(1)>',
  spaces: '\u00a0\u200b'.repeat(1_500),
};

/** The same text in each place of a message where text can stand. */
function everywhere(text: string): MessageJson[] {
  const short = text.slice(0, 100);
  const option = { label: short, value: 'v', description: short };
  return [
    aMessage({
      ...{ content: text, thread: { id: '1', name: short }, author: { id: '5', username: short } },
      ...{ type: 19, referenced_message: aMessage({ content: text }) },
      embeds: [
        {
          ...{ title: text, description: text, author: { name: text }, footer: { text } },
          ...{ url: text, fields: [{ name: text, value: text, inline: true }], image: { url: text } },
        },
      ],
      attachments: [{ id: '1', filename: text, description: text, url: text, content_type: 'text/plain' }],
    }),
    partsMessage({
      type: 17,
      components: [
        { type: 10, content: text },
        {
          ...{ type: 9, components: [{ type: 10, content: text }] },
          accessory: { type: 2, style: 1, label: short, custom_id: text },
        },
        { type: 12, items: [{ media: { url: text }, description: text }] },
        { type: 13, file: { url: text } },
        { type: 1, components: [{ type: 2, style: 5, label: short, url: text }] },
        { type: 1, components: [{ type: 3, custom_id: 's', placeholder: short, options: [option] }] },
      ],
    }),
  ];
}

function hostileForm(text: string): FormJson {
  const short = text.slice(0, 100);
  const field = (type: number) => ({
    ...{ type: 18, label: short, description: short },
    component: { type, custom_id: `f${type}`, placeholder: short, options: [{ label: short, value: 'v' }] },
  });
  return { custom_id: 'form', title: short, components: [{ type: 10, content: text }, ...[4, 3, 21, 22].map(field)] };
}

test.each(Object.entries(hostile))('%s stays text, and stays inside the page', async (_, text) => {
  for (const width of [1280, 360]) {
    const { page, show, openForm } = await openStage({ width });
    page.on('dialog', () => expect.unreachable('A script has run'));
    await show(...everywhere(text));
    const elements = `'#messages :is(script, img, iframe, object, b, i), #messages [onerror], #messages [style*="url"]'`;
    expect(await page.evaluate(`document.querySelectorAll(${elements}).length`)).toBe(0);
    expect(await page.evaluate(`[...document.links].every(({ href }) => /^https?:/.test(href))`)).toBe(true);
    expect(await sidewaysPixels(page)).toBe(0);
    expect(await page.evaluate(wideParts)).toEqual([]);
    await openForm(hostileForm(text));
    expect(await sidewaysPixels(page)).toBe(0);
    expect(await page.evaluate(`document.querySelector('dialog').scrollWidth <= innerWidth`)).toBe(true);
  }
});

/** What reaches past the right edge of its message. Cut off text that says so with dots is all right. */
const wideParts = `[...document.querySelectorAll('.message *')]
  .filter((part) => part.getBoundingClientRect().right > innerWidth + 1)
  .filter((part) => !part.closest('.message-origin, .picker, .visually-hidden, [popover]'))
  .map((part) => part.outerHTML.slice(0, 200))`;

test('HTML is shown as it was written', async () => {
  const { page, show } = await openStage();
  await show(aMessage({ content: html }));
  expect(await page.locator('.message-content').innerText()).toBe(html);
});
