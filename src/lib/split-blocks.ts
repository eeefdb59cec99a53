import { takeGraphemes } from './graphemes.ts';

/**
 * Packs blocks of Markdown into pages of at most `limit` characters, in order, without losing any text.
 * A block that is longer than a page is cut where it hurts least: between paragraphs, lines, sentences, words, graphemes.
 * A code block that is cut is closed on its page and opened again on the next.
 */
export function splitBlocks(blocks: readonly string[], limit: number): string[][] {
  const pages: string[][] = [];
  let page: string[] = [];
  let used = 0;
  for (const piece of blocks.flatMap((block) => splitBlock(block, limit))) {
    if (page.length > 0 && used + piece.length > limit) {
      pages.push(page);
      page = [];
      used = 0;
    }
    page.push(piece);
    used += piece.length;
  }
  if (page.length > 0) pages.push(page);
  return pages;
}

const FENCE = '```';
const seams = [/\n\n/g, /\n/g, /(?<=[.!?…]) /g, / /g];

function splitBlock(block: string, limit: number): string[] {
  if (block.length <= limit) return [block];
  const room = limit - 2 * (FENCE.length + 12); // Space to close a fence and to open it again with its language.
  const head = cutAt(block, room);
  const rest = block.slice(head.length).replace(/^\s+/, '');
  const open = openFence(head);
  if (open === undefined) return [head.trimEnd(), ...splitBlock(rest, limit)];
  return [`${head.trimEnd()}\n${FENCE}`, ...splitBlock(`${open}\n${rest}`, limit)];
}

function cutAt(block: string, room: number): string {
  for (const seam of seams) {
    const cuts = [...block.slice(0, room).matchAll(seam)].map((match) => match.index + match[0].length);
    const last = cuts.at(-1);
    if (last !== undefined && last > room / 2) return block.slice(0, last);
  }
  return takeGraphemes(block, room);
}

/** The line that opened a code block which is still open at the end of `text`. */
function openFence(text: string): string | undefined {
  const fences = text.split('\n').filter((line) => line.startsWith(FENCE));
  return fences.length % 2 === 1 ? fences.at(-1)?.slice(0, FENCE.length + 12) : undefined;
}
