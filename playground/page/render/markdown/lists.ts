import { inlineOf } from './inline.ts';
import type { ListBlock, ListItem } from './nodes.ts';

const item = /^(\s*)([-*]|\d{1,9}\.) +([\s\S]*)$/;
/** Discord shows no more levels. */
const DEEPEST = 10;

interface Line {
  readonly indent: number;
  readonly number: number | null;
  text: string;
}

interface OpenList {
  readonly indent: number;
  readonly list: GrowingList;
}

interface GrowingList extends Omit<ListBlock, 'items'> {
  readonly items: GrowingItem[];
}

interface GrowingItem extends ListItem {
  readonly lists: GrowingList[];
}

/** A list from its lines, nested by their indentation. */
export function listOf(lines: readonly string[]): ListBlock {
  const [first, ...rest] = itemsOf(lines);
  const outer = openList(first ?? { indent: 0, number: null, text: '' });
  const open = [outer];
  for (const line of rest) addItem(open, line);
  return outer.list;
}

function itemsOf(lines: readonly string[]): Line[] {
  const items: Line[] = [];
  for (const line of lines) {
    const [, indent = '', marker = '-', text = ''] = item.exec(line) ?? [];
    const last = items.at(-1);
    if (item.test(line)) items.push({ indent: indent.length, number: numberOf(marker), text });
    else if (last) last.text += `\n${line.trimStart()}`;
  }
  return items;
}

function numberOf(marker: string): number | null {
  return marker.endsWith('.') ? Number.parseInt(marker, 10) : null;
}

function openList({ indent, number, text }: Line): OpenList {
  return { indent, list: { kind: 'list', start: number, items: [{ children: inlineOf(text), lists: [] }] } };
}

function addItem(open: OpenList[], line: Line): void {
  while (open.length > 1 && line.indent < (open.at(-1)?.indent ?? 0)) open.pop();
  const current = open.at(-1) as OpenList;
  if (line.indent > current.indent && open.length < DEEPEST) {
    const nested = openList(line);
    current.list.items.at(-1)?.lists.push(nested.list);
    open.push(nested);
    return;
  }
  current.list.items.push({ children: inlineOf(line.text), lists: [] });
}
