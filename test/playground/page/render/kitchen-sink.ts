import type { AttachmentJson, MessageJson } from '../../../../playground/page/render/discord-json.ts';
import { aMessage, NOON, partsMessage } from './browser-stage.ts';

const unix = NOON / 1_000;

export const files: AttachmentJson[] = [
  {
    ...{ id: '1', filename: 'progress.png', content_type: 'image/png', size: 20_000 },
    ...{ url: 'http://cdn.example/attachments/1/1/progress.png', description: 'A trail past 4 cairns' },
  },
  {
    ...{ id: '2', filename: 'notes.txt', content_type: 'text/plain', size: 2_048 },
    ...{ url: 'http://cdn.example/attachments/1/2/notes.txt', description: 'My notes' },
  },
];

/** Every kind of Markdown. */
export const everyMark: MessageJson = aMessage({
  author: { id: '12', username: 'bo', global_name: 'Bo' },
  mentions: [{ id: '11', username: 'ada' }],
  content: [
    '# One\n## Two\n### Three\n-# in small print',
    '**bold** *italic* __underlined__ ~~struck~~ ||hidden|| `code` ***both***',
    '',
    '- a\n  - b\n    - c\n- d\n\n9. nine\n10. ten',
    '> quoted\n> **twice**',
    '```ts\nconst answer: number = 42; // a comment that is so long that it does not fit on one line of a phone\n```',
    '[masked](https://a.example) https://b.example/x_(y) <https://c.example>',
    `<@11> <@&21> <#31> </step:1> @everyone <:cairn:1> <t:${unix}:F> <t:${unix - 3_600}:R>`,
    '>>> to the\nend',
  ].join('\n'),
});

export const everyEmbed: MessageJson = aMessage({
  content: 'With embeds:',
  embeds: [
    {
      ...{ title: 'A **title**', url: 'https://a.example', color: 0x22783f, timestamp: new Date(NOON).toISOString() },
      ...{ description: 'Words\n- and a list', author: { name: 'An author', url: 'https://a.example' } },
      fields: [
        { name: 'One', value: '1', inline: true },
        { name: 'Two', value: '2', inline: true },
        { name: 'Three', value: '**3**', inline: true },
        { name: 'Whole line', value: 'A longer text that takes the whole line.' },
      ],
      thumbnail: { url: 'http://cdn.example/attachments/1/3/thumb.png' },
      image: { url: 'http://cdn.example/attachments/1/4/image.png' },
      footer: { text: 'A footer' },
    },
  ],
});

const button = (style: number, label: string, more: object = {}) => ({
  ...{ type: 2, style, label, custom_id: `button-${label}` },
  ...more,
});

export const topics = [
  { label: 'Methods', value: 'methods', description: 'GET, POST and the others', default: true },
  { label: 'Status codes', value: 'codes', description: 'From 100 to 599' },
  { label: 'Headers', value: 'headers', emoji: { name: '🪨' } },
];

/** Every part of Components V2. */
export const everyPart: MessageJson = partsMessage(
  { type: 10, content: 'Text outside a **container**' },
  {
    ...{ type: 17, accent_color: 0x5865f2 },
    components: [
      { type: 10, content: '## A container' },
      {
        type: 9,
        components: [{ type: 10, content: 'A section with a thumbnail beside a text that is long enough to wrap.' }],
        accessory: { type: 11, media: { url: 'http://cdn.example/attachments/1/5/x.png' }, description: 'A thumbnail' },
      },
      {
        type: 9,
        components: [{ type: 10, content: 'A section with a button' }],
        accessory: button(2, 'Open'),
      },
      { type: 14, divider: true, spacing: 2 },
      {
        type: 12,
        items: [1, 2, 3].map((number) => ({
          media: { url: `http://cdn.example/attachments/1/6/${number}.png` },
          description: `Picture ${number}`,
          spoiler: number === 3,
        })),
      },
      { type: 13, file: { url: 'http://cdn.example/attachments/1/7/notes.txt' } },
      {
        type: 1,
        components: [
          ...['Primary', 'Secondary', 'Success', 'Danger'].map((label, index) => button(index + 1, label)),
          { type: 2, style: 5, label: 'Link', url: 'https://a.example' },
        ],
      },
      {
        type: 1,
        components: [button(3, 'Emoji', { emoji: { name: '🪨' } }), button(1, 'Disabled', { disabled: true })],
      },
      { type: 1, components: [{ type: 3, custom_id: 'one', placeholder: 'One topic', options: topics }] },
      {
        type: 1,
        components: [
          { ...{ type: 3, custom_id: 'many', placeholder: 'Topics', options: topics }, min_values: 0, max_values: 3 },
        ],
      },
      { type: 1, components: [{ type: 5, custom_id: 'user', placeholder: 'Somebody' }] },
      { type: 1, components: [{ type: 6, custom_id: 'role', placeholder: 'A role' }] },
      { type: 1, components: [{ type: 8, custom_id: 'channel', placeholder: 'A channel', disabled: true }] },
    ],
  },
);
