/**
 * Lines, with the lines of a code block kept together, for nothing in code is a heading or a list. A quote's line ends
 * by itself: the quote is cut into lines of its own.
 */
export function logicalLines(text: string, quoted: RegExp | undefined): string[] {
  const lines = text.split('\n');
  const fences = lines.flatMap((line, index) => (hasOddFences(line) ? [index] : []));
  const logical: string[] = [];
  for (let at = 0, fence = 0; at < lines.length; at += 1) {
    while ((fences[fence] ?? lines.length) < at) fence += 1;
    const line = lines[at] ?? '';
    const end = fences[fence] === at && !quoted?.test(line) ? fences[fence + 1] : undefined;
    logical.push(end === undefined ? line : lines.slice(at, end + 1).join('\n'));
    at = end ?? at;
  }
  return logical;
}

function hasOddFences(line: string): boolean {
  return line.split('```').length % 2 === 0;
}
