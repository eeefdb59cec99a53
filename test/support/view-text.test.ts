import { ButtonStyle, ComponentType } from 'discord.js';
import { expect, test } from 'vitest';
import { button, buttonRow, card, selectRow } from '../../src/views/kit.ts';
import type { MessageView } from '../../src/views/message.ts';
import { budgetOf, controlLabelled, controlsOf, labelsOf, problemsOf, textOf } from './view-text.ts';

const options = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ label: `Step ${index}`, value: `step-${index}` }));

const screen = card({
  accent: 0,
  blocks: ['## Git', 'Keep every version.'],
  rows: [
    selectRow('step:go', 'Open a step', options(2)),
    buttonRow(button({ label: 'Back', id: 'step:back' }), button({ label: 'Next', id: 'step:next', disabled: true })),
  ],
});

/** A raw view: what the kit would not build. */
const raw = (...components: readonly object[]) => ({ components }) as unknown as MessageView;

test('a screen reads top to bottom, its controls apart from its text', () => {
  expect(textOf(screen)).toBe('## Git\nKeep every version.');
  expect(labelsOf(screen)).toEqual(['Open a step', 'Step 0', 'Step 1', 'Back', 'Next']);
  expect(controlLabelled(screen, 'Next')).toMatchObject({ id: 'step:next', disabled: true });
  expect(() => controlLabelled(screen, 'Share')).toThrow('Open a step | Step 0 | Step 1 | Back | Next');
});

test('what lies beside a section and inside a container is seen too', () => {
  const link = { type: ComponentType.Button, style: ButtonStyle.Link, label: 'Read', url: 'https://example.com' };
  const text = { type: ComponentType.TextDisplay, content: 'A guide' };
  const section = { type: ComponentType.Section, components: [text], accessory: link };
  const view = raw({ type: ComponentType.Container, components: [section] });

  expect(textOf(view)).toBe('A guide');
  const [control] = controlsOf(view);
  expect(control).toMatchObject({ label: 'Read', id: undefined, disabled: false, options: [] });
  expect(budgetOf(view).components).toBe(4);
});

test('a screen inside every limit has no problem', () => {
  expect(problemsOf(screen)).toEqual([]);
});

test.each([
  {
    name: 'too many components',
    view: card({ accent: 0, blocks: options(40).map(() => 'x') }),
    says: 'components: 41',
  },
  {
    name: 'too much text in all',
    view: card({ accent: 0, blocks: ['x'.repeat(2001), 'x'.repeat(2000)] }),
    says: 'characters: 4001',
  },
  {
    name: 'six buttons beside each other',
    view: raw(buttonRow(...options(6).map(({ label, value }) => button({ label, id: value })))),
    says: 'buttonsInRow: 6',
  },
  {
    name: '26 options',
    view: raw({ type: ComponentType.ActionRow, components: [{ type: 3, custom_id: 'go', options: options(26) }] }),
    says: 'options: 26',
  },
  { name: 'a long label', view: raw({ type: 2, label: 'x'.repeat(81), custom_id: 'go' }), says: 'label: 81' },
  {
    name: 'a long custom id',
    view: raw(buttonRow(button({ label: 'Go', id: 'x'.repeat(101) }))),
    says: 'customId: 101',
  },
  {
    name: 'a long option',
    view: raw(selectRow('go', 'Open', [{ label: 'Step', value: 'x'.repeat(101) }])),
    says: 'optionText: 101',
  },
  {
    name: 'a long placeholder',
    view: raw({ type: 3, custom_id: 'go', placeholder: 'x'.repeat(151), options: options(1) }),
    says: 'placeholder: 151',
  },
  {
    name: 'one custom id twice',
    view: raw(buttonRow(button({ label: 'A', id: 'go' }), button({ label: 'B', id: 'go' }))),
    says: 'custom id twice: go',
  },
  {
    name: 'one option twice',
    view: raw(selectRow('go', 'Open', [...options(1), ...options(1)])),
    says: 'option twice: step-0',
  },
  { name: 'an empty text', view: card({ accent: 0, blocks: [' '] }), says: 'a text without words' },
  { name: 'an empty row', view: raw(buttonRow()), says: 'a row without controls' },
  { name: 'a button without words', view: raw(button({ label: '', id: 'go' })), says: 'a button without words: go' },
  { name: 'an empty select', view: raw(selectRow('go', 'Open', [])), says: 'a select without options: go' },
])('$name is reported', ({ view, says }) => {
  const problems = problemsOf(view);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(says);
});
