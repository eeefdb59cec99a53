import { element } from './element.ts';

/** JSON to read: objects and lists fold, and are drawn only when they are opened. */
export function jsonTree(value: unknown, name?: string, isOpen = false): HTMLElement {
  if (typeof value !== 'object' || value === null) return leaf(value, name);
  const entries = Object.entries(value);
  if (entries.length === 0) return leaf(Array.isArray(value) ? [] : {}, name);
  const size = Array.isArray(value) ? `[${entries.length}]` : `{${entries.length}}`;
  const summary = element('summary', {}, ...named(name), element('span', { class: 'json-size' }, size));
  const inside = element('div', { class: 'json-inside' });
  const draw = () => {
    if (inside.childElementCount === 0) inside.append(...entries.map(([key, inner]) => jsonTree(inner, key)));
  };
  const details = element('details', { class: 'json', open: isOpen, toggle: draw }, summary, inside);
  if (isOpen) draw();
  return details;
}

function leaf(value: unknown, name: string | undefined): HTMLElement {
  const kind = value === null ? 'null' : typeof value;
  return element(
    'div',
    { class: 'json-leaf' },
    ...named(name),
    element('span', { class: `json-${kind}` }, JSON.stringify(value)),
  );
}

function named(name: string | undefined): HTMLElement[] {
  return name === undefined ? [] : [element('span', { class: 'json-key' }, `${name}: `)];
}
