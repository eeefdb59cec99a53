import type { Choice } from './choices.ts';
import { element, freshId, plainButton } from './element.ts';
import { icon } from './icons.ts';
import { words } from './words.ts';

export interface PickerOptions {
  /** What a screen reader calls it. */
  readonly name: string;
  readonly placeholder: string;
  readonly customId: string | undefined;
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  /** Fewer are not taken. A form says 0 here and complains when it is sent. */
  readonly least: number;
  readonly most: number;
  /** How many to choose, for the top of the list. */
  readonly hint: string | undefined;
  readonly disabled: boolean;
  /** After the list was closed on another choice than before. */
  changed(values: readonly string[]): void;
}

export interface PickerParts {
  readonly element: HTMLElement;
  readonly button: HTMLButtonElement;
  readonly value: HTMLElement;
  readonly popup: HTMLElement;
  readonly hint: HTMLElement;
  readonly lines: readonly HTMLElement[];
}

/** A select-only combobox and its list, closed. */
export function pickerParts(options: PickerOptions, finish: () => void): PickerParts {
  const { name, customId, choices, most, disabled } = options;
  const listId = freshId('list');
  const value = element('span', { class: 'picker-value', dir: 'auto' });
  const button = element(
    'button',
    {
      ...{ type: 'button', class: 'picker-button', role: 'combobox', disabled, 'data-custom-id': customId },
      ...{ 'aria-haspopup': 'listbox', 'aria-expanded': 'false', 'aria-controls': listId, 'aria-label': name },
    },
    value,
    icon('chevron'),
  );
  const hint = element('div', { class: 'picker-hint', 'aria-live': 'polite' }, options.hint);
  const lines = choices.map((choice) => lineOf(choice, freshId('option')));
  const list = element(
    'div',
    {
      ...{ class: 'picker-list', role: 'listbox', id: listId, 'aria-label': name },
      'aria-multiselectable': most > 1 ? 'true' : undefined,
    },
    ...lines,
  );
  // Browsers let Tab stop at whatever scrolls; here the focus stays on the button, and Tab leaves.
  list.tabIndex = -1;
  const done = plainButton('picker-done', finish, words.done);
  // The keyboard has Tab for it.
  done.tabIndex = -1;
  const popup = element(
    'div',
    { class: 'picker-popup', popover: 'manual' },
    hint,
    choices.length > 0 ? list : element('div', { class: 'picker-hint' }, list, words.nothingToChoose),
    most > 1 ? done : null,
  );
  return { element: element('div', { class: 'picker' }, button, popup), button, value, popup, hint, lines };
}

function lineOf({ label, description, mark }: Choice, id: string): HTMLElement {
  return element(
    'div',
    { class: 'picker-line', role: 'option', id, 'aria-selected': 'false' },
    mark,
    element(
      'span',
      { class: 'picker-line-text' },
      element('span', { class: 'picker-line-label', dir: 'auto' }, label),
      description ? element('span', { class: 'picker-line-description', dir: 'auto' }, description) : null,
    ),
    icon('check'),
  );
}
