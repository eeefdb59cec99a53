import { element, freshId } from './element.ts';

export interface Entry<Value> {
  readonly name: string;
  readonly detail?: string;
  readonly value: Value;
}

export interface SuggestionList<Value> {
  readonly element: HTMLElement;
  readonly isOpen: boolean;
  /** The entry that Enter takes. */
  readonly active: Entry<Value> | undefined;
  /** An empty list is closed. */
  show(entries: readonly Entry<Value>[]): void;
  /** Goes up or down, and around at the ends. */
  move(by: number): void;
}

/** The listbox under a text field, which keeps the focus and is told which entry is active. */
export function createSuggestionList<Value>(
  input: HTMLInputElement,
  label: string,
  take: (entry: Entry<Value>) => void,
): SuggestionList<Value> {
  const list = element('ul', { id: freshId('list'), class: 'suggestions', role: 'listbox', 'aria-label': label });
  list.hidden = true;
  let entries: readonly Entry<Value>[] = [];
  let active = -1;
  const activate = (index: number) => {
    active = index;
    for (const [at, item] of [...list.children].entries()) item.setAttribute('aria-selected', String(at === index));
    const item = list.children[index];
    item?.scrollIntoView({ block: 'nearest' });
    if (item) input.setAttribute('aria-activedescendant', item.id);
    else input.removeAttribute('aria-activedescendant');
  };
  return {
    element: list,
    get isOpen() {
      return !list.hidden;
    },
    get active() {
      return entries[active];
    },
    show(fresh) {
      entries = fresh;
      list.replaceChildren(...fresh.map((entry) => listItem(entry, () => take(entry))));
      list.hidden = fresh.length === 0;
      input.setAttribute('aria-expanded', String(!list.hidden));
      activate(fresh.length > 0 ? 0 : -1);
    },
    move: (by) => activate((active + by + entries.length) % entries.length),
  };
}

function listItem<Value>({ name, detail }: Entry<Value>, take: () => void): HTMLElement {
  const attributes = { id: freshId('entry'), role: 'option', 'aria-selected': 'false', click: take };
  return element(
    'li',
    // The focus stays in the field.
    { ...attributes, pointerdown: (event) => event.preventDefault() },
    element('span', { class: 'suggestion-name' }, name),
    detail === undefined ? null : element('span', { class: 'suggestion-detail' }, detail),
  );
}
