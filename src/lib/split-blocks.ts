import { takeGraphemes } from './graphemes.ts';

/** The smallest page that `splitBlocks` can fill, in characters. */
export const SMALLEST_PAGE = 100;

/**
 * Packs blocks of Markdown into pages of at most `limit` characters, in order, without losing any text.
 * A block that is longer than a page is cut where it hurts least: between paragraphs, lines, sentences, words, graphemes.
 * A code block that is cut is closed on its page and opened again on the next.
 * @throws RangeError for a limit below `SMALLEST_PAGE`.
 */
export function splitBlocks(blocks: readonly string[], limit: number): string[][] {
  if (limit < SMALLEST_PAGE) throw new RangeError(`A page of ${limit} characters is too small to split text into`);
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
/** How much of the line that opened a code block is repeated on the next page. */
const REPEATED = 16;
/** Space for closing a code block at the end of a page: its indentation, the fence, a line break. */
const CLOSING = 12;
const seams = [/\n\n/g, /\n/g, /(?<=[.!?…]) /g, / /g];

function splitBlock(block: string, limit: number): string[] {
  const pieces: string[] = [];
  let rest = block.trimEnd();
  while (rest.length > limit) {
    const cut = cutOnce(rest, limit - CLOSING);
    pieces.push(cut.piece);
    rest = cut.rest;
  }
  return rest === '' ? pieces : [...pieces, rest];
}

function cutOnce(text: string, room: number): { readonly piece: string; readonly rest: string } {
  const head = cutAt(text, room);
  const open = openFence(head);
  const rest = text.slice(head.length);
  if (open === undefined) return { piece: head.trimEnd(), rest: rest.replace(/^\n+/, '') };

  const beforeFence = head.slice(0, head.lastIndexOf(open)).trimEnd();
  const isOnlyOpened = head.trimEnd().endsWith(open.trimEnd()) && beforeFence !== '';
  if (isOnlyOpened) return { piece: beforeFence, rest: text.slice(beforeFence.length).replace(/^\n+/, '') };

  const closing = `${/^\s*/.exec(open)?.[0].slice(0, CLOSING - FENCE.length - 1) ?? ''}${FENCE}`;
  const piece = `${head.trimEnd()}\n${closing}`;
  const end = /^\s*```[ \t]*(\n+|$)/.exec(rest);
  if (end) return { piece, rest: rest.slice(end[0].length) }; // The code ended right at the cut.
  return { piece, rest: `${open.slice(0, REPEATED)}\n${rest.replace(/^\n/, '')}` };
}

function cutAt(text: string, room: number): string {
  for (const seam of seams) {
    const cuts = [...text.slice(0, room).matchAll(seam)].map((match) => match.index + match[0].length);
    const last = cuts.at(-1);
    if (last !== undefined && last > room / 2) return text.slice(0, last);
  }
  return takeGraphemes(text, room);
}

/** The line that opened a code block which is still open at the end of `text`. Code on a single line opens none. */
function openFence(text: string): string | undefined {
  let open: string | undefined;
  for (const line of text.split('\n')) {
    const [, after] = /^\s*```(.*)$/.exec(line) ?? [];
    if (after === undefined) continue;
    if (open !== undefined) open = undefined;
    else if (!after.includes(FENCE)) open = line;
  }
  return open;
}
