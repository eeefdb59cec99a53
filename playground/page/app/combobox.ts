import { createSuggestionList, type Entry, type SuggestionList } from './suggestion-list.ts';

/** How a suggestion was taken. */
export type TakenBy = 'Enter' | 'Tab' | 'pointer';

export interface ComboboxParts<Value> {
  readonly input: HTMLInputElement;
  /** Names the list. */
  readonly label: string;
  /** What fits the text; an empty list closes it. */
  suggest(text: string): readonly Entry<Value>[] | Promise<readonly Entry<Value>[]>;
  pick(value: Value, by: TakenBy): void;
  /** True: the list opens as soon as the field has the focus. */
  readonly opensOnFocus?: boolean;
}

export interface Combobox {
  readonly list: HTMLElement;
  close(): void;
  refresh(): Promise<void>;
}

/**
 * A text field with a list of suggestions, as the ARIA combobox pattern has it: the focus stays in the field, the arrows
 * move through the list, Enter and Tab take, Escape closes.
 */
export function createCombobox<Value>(parts: ComboboxParts<Value>): Combobox {
  const { input } = parts;
  let asked = 0;
  const take = ({ value }: Entry<Value>, by: TakenBy) => {
    close();
    parts.pick(value, by);
  };
  const list = createSuggestionList<Value>(input, parts.label, (entry) => take(entry, 'pointer'));
  const close = () => {
    asked += 1;
    list.show([]);
  };
  const refresh = async () => {
    asked += 1;
    const question = asked;
    const fresh = await parts.suggest(input.value);
    // Meanwhile another letter may have been typed, or the field left.
    if (question === asked) list.show(document.activeElement === input ? fresh : []);
  };
  setUp(input, list.element.id);
  input.addEventListener('input', () => void refresh());
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    const asks = !list.isOpen && event.key === 'ArrowDown';
    if (asks) void refresh();
    else if (!list.isOpen || !answerKey(list, event, take, close)) return;
    // Escape closes the list only, not what the field stands in.
    event.preventDefault();
    event.stopPropagation();
  });
  if (parts.opensOnFocus) input.addEventListener('focus', () => void refresh());
  return { list: list.element, close, refresh };
}

/** What a key does while the list is open. False: nothing. */
function answerKey<Value>(
  list: SuggestionList<Value>,
  { key, shiftKey }: KeyboardEvent,
  take: (entry: Entry<Value>, by: TakenBy) => void,
  close: () => void,
): boolean {
  const takes = key === 'Enter' || (key === 'Tab' && !shiftKey);
  if (key === 'ArrowDown') list.move(1);
  else if (key === 'ArrowUp') list.move(-1);
  else if (takes && list.active) take(list.active, key);
  else if (key === 'Escape') close();
  else return false;
  return true;
}

function setUp(input: HTMLInputElement, listId: string): void {
  const attributes = {
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': listId,
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
  };
  for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);
}
