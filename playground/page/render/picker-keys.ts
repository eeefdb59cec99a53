export type PickerMove = 'next' | 'previous' | 'first' | 'last' | 'pageDown' | 'pageUp';

export type PickerAction =
  | { readonly kind: 'open' | 'finish' | 'cancel' | 'take' }
  | { readonly kind: 'move'; readonly move: PickerMove }
  | { readonly kind: 'type'; readonly letter: string };

const move = (to: PickerMove) => ({ kind: 'move', move: to }) as const;

const whenClosed: Readonly<Record<string, PickerAction>> = {
  Enter: { kind: 'open' },
  ' ': { kind: 'open' },
  ArrowDown: { kind: 'open' },
  ArrowUp: { kind: 'open' },
  Home: move('first'),
  End: move('last'),
};

const whenOpen: Readonly<Record<string, PickerAction>> = {
  Enter: { kind: 'take' },
  ' ': { kind: 'take' },
  Escape: { kind: 'cancel' },
  ArrowDown: move('next'),
  ArrowUp: move('previous'),
  Home: move('first'),
  End: move('last'),
  PageDown: move('pageDown'),
  PageUp: move('pageUp'),
};

const PAGE = 8;

/** The part of a KeyboardEvent that counts. */
interface Key {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** What a key means on a select (ARIA Authoring Practices, Select-Only Combobox). Undefined: the key is not ours. */
export function pickerAction({ key, altKey, ctrlKey, metaKey }: Key, open: boolean): PickerAction | undefined {
  if (ctrlKey || metaKey) return undefined;
  if (open && key === 'ArrowUp' && altKey) return { kind: 'finish' };
  const action = (open ? whenOpen : whenClosed)[key];
  if (action) return action;
  return [...key].length === 1 && !altKey ? { kind: 'type', letter: key } : undefined;
}

/** Where a move leads among `count` lines. */
export function movedTo(to: PickerMove, from: number, count: number): number {
  const wanted = {
    next: from + 1,
    previous: from - 1,
    first: 0,
    last: count - 1,
    pageDown: from + PAGE,
    pageUp: from - PAGE,
  }[to];
  return Math.max(0, Math.min(count - 1, wanted));
}

/** The next line after `from` that begins with what was typed, around the end; -1 for none. */
export function lineStartingWith(typed: string, labels: readonly string[], from: number): number {
  const begin = typed.toLowerCase();
  const order = labels.map((_, index) => (from + index + (typed.length === 1 ? 1 : 0)) % labels.length);
  return order.find((index) => labels[index]?.toLowerCase().startsWith(begin)) ?? -1;
}
