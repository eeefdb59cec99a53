import { element, freshId } from './element.ts';

export interface Entry<Value> {
  readonly name: string;
  readonly detail?: string;
  readonly value: Value;
}

export interface ComboboxParts<Value> {
  readonly input: HTMLInputElement;
  /** Names the list. */
  readonly label: string;
  /** What fits the text; an empty list closes it. */
  suggest(text: string): readonly Entry<Value>[] | Promise<readonly Entry<Value>[]>;
  pick(entry: Entry<Value>, key: 'Enter' | 'Tab' | 'pointer'): void;
  /** True: the list opens as soon as the field has the focus. */
  readonly opensOnFocus?: boolean;
}

export interface Combobox {
  readonly list: HTMLElement;
  readonly isOpen: boolean;
  close(): void;
  refresh(): Promise<void>;
}

/**
 * A text field with a list of suggestions, as the ARIA combobox pattern has it: the focus stays in the field, the arrows
 * move through the list, Enter and Tab take, Escape closes.
 */
export function createCombobox<Value>(parts: ComboboxParts<Value>): Combobox {
  const { input } = parts;
  const list = element('ul', { id: freshId('list'), class: 'suggestions', role: 'listbox', 'aria-label': parts.label });
  list.hidden = true;
  let entries: readonly Entry<Value>[] = [];
  let active = -1;
  let asked = 0;
  const activate = (index: number) => {
    active = index;
    for (const [at, item] of [...list.children].entries()) item.setAttribute('aria-selected', String(at === index));
    const item = list.children[index];
    item?.scrollIntoView({ block: 'nearest' });
    if (item) input.setAttribute('aria-activedescendant', item.id);
    else input.removeAttribute('aria-activedescendant');
  };
  const show = (fresh: readonly Entry<Value>[]) => {
    entries = fresh;
    list.replaceChildren(...fresh.map((entry) => listItem(entry, () => take(entry, 'pointer'))));
    list.hidden = fresh.length === 0;
    input.setAttribute('aria-expanded', String(!list.hidden));
    activate(fresh.length > 0 ? 0 : -1);
  };
  const take = (entry: Entry<Value>, key: 'Enter' | 'Tab' | 'pointer') => {
    close();
    parts.pick(entry, key);
  };
  const close = () => {
    asked += 1;
    show([]);
  };
  const refresh = async () => {
    asked += 1;
    const question = asked;
    const fresh = await parts.suggest(input.value);
    if (question === asked) show(document.activeElement === input ? fresh : []);
  };
  const onKey = (event: KeyboardEvent) => {
    const { key } = event;
    if (list.hidden) {
      if (key === 'ArrowDown') void refresh();
      return;
    }
    const entry = entries[active];
    const moves: Record<string, number> = { ArrowDown: active + 1, ArrowUp: active - 1 + entries.length };
    const move = moves[key];
    if (move !== undefined) activate(move % entries.length);
    else if ((key === 'Enter' || (key === 'Tab' && !event.shiftKey)) && entry) take(entry, key);
    else if (key === 'Escape') close();
    else return;
    // Escape closes the list only, not what the field stands in.
    event.preventDefault();
    event.stopPropagation();
  };
  setUp(input, list);
  input.addEventListener('input', () => void refresh());
  input.addEventListener('keydown', onKey);
  input.addEventListener('blur', close);
  if (parts.opensOnFocus) input.addEventListener('focus', () => void refresh());
  return {
    list,
    get isOpen() {
      return !list.hidden;
    },
    close,
    refresh,
  };
}

function setUp(input: HTMLInputElement, list: HTMLElement): void {
  const attributes = {
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': list.id,
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
  };
  for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);
}

function listItem<Value>({ name, detail }: Entry<Value>, take: () => void): HTMLElement {
  return element(
    'li',
    {
      id: freshId('entry'),
      role: 'option',
      'aria-selected': 'false',
      // The focus stays in the field.
      pointerdown: (event) => event.preventDefault(),
      click: take,
    },
    element('span', { class: 'suggestion-name' }, name),
    detail !== undefined && element('span', { class: 'suggestion-detail' }, detail),
  );
}
