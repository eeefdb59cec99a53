import type { Block, Inline, ListBlock } from './nodes.ts';

/** The letters of Markdown without its marks, for names and for tests. Mentions are their ids. */
export function textOf(blocks: readonly Block[]): string {
  return blocks.map(blockText).join('\n');
}

function blockText(block: Block): string {
  if (block.kind === 'quote') return textOf(block.children);
  return block.kind === 'list' ? listText(block) : inlineText(block.children);
}

function listText({ start, items }: ListBlock): string {
  return items
    .map(({ children, lists }, index) =>
      [start === null ? '' : `${start + index}.`, inlineText(children), ...lists.map(listText)].join(' '),
    )
    .join('\n');
}

export function inlineText(nodes: readonly Inline[]): string {
  return nodes.map(nodeText).join('');
}

function nodeText(node: Inline): string {
  if ('children' in node) return inlineText(node.children);
  if ('text' in node) return 'language' in node ? `${node.language}\n${node.text}\n` : node.text;
  if ('id' in node) return node.id;
  return node.kind === 'time' ? node.source : node.name;
}
