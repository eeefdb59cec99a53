import { inlineOf } from './inline.ts';
import { listOf } from './lists.ts';
import { logicalLines } from './logical-lines.ts';
import type { Block } from './nodes.ts';

const heading = /^(#{1,3})[ \t]+(\S.*)$/;
const subtext = /^-# +(\S.*)$/;
const listLine = /^\s*(?:[-*]|\d{1,9}\.) +\S/;
const quoted = /^\s*> /;
const quotedToEnd = /^\s*>>> /;

/** Discord's Markdown as a tree. Every text is allowed; what means nothing is text. */
export function parseMarkdown(text: string): Block[] {
  return blocksOf(text.replaceAll('\r', ''), true);
}

function blocksOf(text: string, mayQuote: boolean): Block[] {
  const blocks: Block[] = [];
  const lines = logicalLines(text, mayQuote ? quoted : undefined);
  for (let at = 0; at < lines.length; ) {
    const { kind, end } = reach(lines, at, mayQuote);
    blocks.push(blockOf(kind, lines.slice(at, end)));
    at = end;
  }
  return blocks;
}

type Kind = 'heading' | 'subtext' | 'quote' | 'quoteToEnd' | 'list' | 'text';

function kindOf(line: string, mayQuote: boolean): Kind {
  if (mayQuote && quotedToEnd.test(line)) return 'quoteToEnd';
  if (mayQuote && quoted.test(line)) return 'quote';
  if (heading.test(line)) return 'heading';
  if (subtext.test(line)) return 'subtext';
  return listLine.test(line) ? 'list' : 'text';
}

/** How far the block that starts at line `at` goes. */
function reach(lines: readonly string[], at: number, mayQuote: boolean): { kind: Kind; end: number } {
  const kind = kindOf(lines[at] ?? '', mayQuote);
  if (kind === 'quoteToEnd') return { kind, end: lines.length };
  let end = at + 1;
  if (kind === 'heading' || kind === 'subtext') return { kind, end };
  for (; end < lines.length; end += 1) {
    const line = lines[end] ?? '';
    const next = kindOf(line, mayQuote);
    const continues = kind === 'list' && next === 'text' && /^ {2,}\S/.test(line);
    if (next !== kind && !continues) break;
  }
  return { kind, end };
}

function blockOf(kind: Kind, lines: readonly string[]): Block {
  const first = lines[0] ?? '';
  switch (kind) {
    case 'heading': {
      const [, marks = '#', words = ''] = heading.exec(first) ?? [];
      return { kind, level: marks.length as 1 | 2 | 3, children: inlineOf(words) };
    }
    case 'subtext':
      return { kind, children: inlineOf(subtext.exec(first)?.[1] ?? '') };
    case 'quote':
      return { kind, children: blocksOf(lines.map((line) => line.replace(quoted, '')).join('\n'), false) };
    case 'quoteToEnd':
      return { kind: 'quote', children: blocksOf(lines.join('\n').replace(quotedToEnd, ''), false) };
    case 'list':
      return listOf(lines);
    default:
      return { kind: 'text', children: inlineOf(lines.join('\n')) };
  }
}
