/**
 * Lines, with the lines of a code block kept together, for nothing in code is a heading or a list. A quote's line ends
 * by itself: the quote is cut into lines of its own.
 */
export function logicalLines(text: string, quoted: RegExp | undefined): string[] {
  const lines = text.split('\n');
  const logical: string[] = [];
  const lastFence = lines.findLastIndex((line) => line.includes('```'));
  let open: string[] | undefined;
  for (const [index, line] of lines.entries()) {
    const turns = fencesIn(line) % 2 === 1;
    if (open) {
      open.push(line);
      if (turns) logical.push(open.join('\n'));
      if (turns) open = undefined;
    } else if (turns && index < lastFence && !quoted?.test(line)) open = [line];
    else logical.push(line);
  }
  return open ? [...logical, ...open] : logical;
}

function fencesIn(line: string): number {
  return line.split('```').length - 1;
}
