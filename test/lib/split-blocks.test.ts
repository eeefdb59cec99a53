import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitBlocks } from '../../src/lib/split-blocks.ts';

const pictures = ['e\u0301', '👨‍👩‍👧‍👦', '🇩🇪', '👍🏽', '漢', '1\uFE0F\u20E3'];
const graphemesOf = (maxLength: number) =>
  fc.array(fc.constantFrom('a', 'b', '.', '…', ...pictures), { minLength: 1, maxLength, size: 'max' });
/** Usually a word as people write them, sometimes one that is longer than a page. */
const word = fc
  .oneof({ arbitrary: graphemesOf(12), weight: 6 }, { arbitrary: graphemesOf(120), weight: 1 })
  .map((graphemes) => graphemes.join(''));
const gap = fc.constantFrom(' ', '\n', '\n\n');
const prose = fc.array(fc.tuple(word, gap), { minLength: 1, maxLength: 30, size: 'max' }).map((parts) =>
  parts
    .map(([text, space]) => text + space)
    .join('')
    .trim(),
);
const code = fc
  .tuple(fc.constantFrom('', 'ts', 'sql', 'typescriptreact'), prose)
  .map(([language, text]) => `\`\`\`${language}\n${text}\n\`\`\``);
const block = fc.array(fc.oneof(prose, code), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('\n'));
const blocks = fc.array(block, { maxLength: 5 });
const limit = fc.integer({ min: 120, max: 400 });

const lines = (text: string) => text.split('\n');
const isFence = (line: string) => line.startsWith('```');
/** The graphemes of a text without white space and fence lines. */
function wordsOf(texts: readonly string[]): string[] {
  const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
  return texts
    .flatMap(lines)
    .filter((line) => !isFence(line))
    .flatMap((line) => line.split(/\s+/))
    .flatMap((text) => [...segmenter.segment(text)].map(({ segment }) => segment));
}

describe('for all blocks and limits', () => {
  test('no text is lost, doubled, moved or cut inside a grapheme', () => {
    fc.assert(
      fc.property(blocks, limit, (given, room) => {
        expect(wordsOf(splitBlocks(given, room).flat())).toEqual(wordsOf(given));
      }),
    );
  });

  test('every page stays within the limit', () => {
    fc.assert(
      fc.property(blocks, limit, (given, room) => {
        for (const page of splitBlocks(given, room)) expect(page.join('').length).toBeLessThanOrEqual(room);
      }),
    );
  });

  test('no page is empty and no piece is without words', () => {
    fc.assert(
      fc.property(blocks, limit, (given, room) => {
        const pages = splitBlocks(given, room);
        expect(pages.every((page) => page.length > 0)).toBe(true);
        expect(pages.flat().filter((piece) => piece.trim() === '')).toEqual([]);
      }),
    );
  });

  test('every code block is closed on its own page and keeps its language on the next', () => {
    fc.assert(
      fc.property(blocks, limit, (given, room) => {
        for (const piece of splitBlocks(given, room).flat()) {
          const fences = lines(piece).filter(isFence);
          expect(fences.length % 2, piece).toBe(0);
          expect(
            fences.filter((_, index) => index % 2 === 1),
            piece,
          ).toEqual(fences.filter((_, index) => index % 2 === 1).map(() => '```'));
        }
      }),
    );
  });
});

test.each(pictures)('a text without any seam is cut between pictures, never inside one: %s', (picture) => {
  const pieces = splitBlocks([`a${picture.repeat(150)}`], 120).flat();
  expect(pieces.length).toBeGreaterThan(1);
  expect(pieces[0]).toMatch(/^a/);
  for (const piece of pieces) expect(piece.replace('a', '').replaceAll(picture, '')).toBe('');
});

test('blocks that fit stay whole and share a page', () => {
  expect(splitBlocks(['one', 'two', 'three'], 100)).toEqual([['one', 'two', 'three']]);
});

test('nothing to show is no page', () => {
  expect(splitBlocks([], 100)).toEqual([]);
});

test('a block that no longer fits begins the next page whole', () => {
  expect(splitBlocks(['a'.repeat(60), 'b'.repeat(60), 'c'.repeat(40)], 100)).toEqual([
    ['a'.repeat(60)],
    ['b'.repeat(60), 'c'.repeat(40)],
  ]);
});

test('a page may be filled to the last character', () => {
  expect(splitBlocks(['a'.repeat(60), 'b'.repeat(40)], 100)).toHaveLength(1);
  expect(splitBlocks(['a'.repeat(60), 'b'.repeat(41)], 100)).toHaveLength(2);
});

test.each([
  { where: 'between paragraphs', seam: '\n\n', other: '\n' },
  { where: 'between lines', seam: '\n', other: '. ' },
  { where: 'between sentences', seam: '. ', other: ' ' },
])('a long block is cut $where rather than at a later, smaller seam', ({ seam, other }) => {
  const before = 'a'.repeat(45);
  const [first, second] = splitBlocks([`${before}${seam}bbb${other}${'c'.repeat(100)}`], 100).flat();
  expect(first).toBe(`${before}${seam}`.trimEnd());
  expect(second).toMatch(/^bbb/);
});

test('code that is cut is closed and opened again in its language', () => {
  const row = 'SELECT id FROM step;';
  const [first = '', second = ''] = splitBlocks([`\`\`\`sql\n${`${row}\n`.repeat(8)}\`\`\``], 150).flat();
  expect(lines(first).at(0)).toBe('```sql');
  expect(lines(first).at(-1)).toBe('```');
  expect(lines(second).slice(0, 2)).toEqual(['```sql', row]);
  expect(lines(second).at(-1)).toBe('```');
});

test('white space at the end of a long block makes no empty piece (Discord refuses an empty text)', () => {
  expect(splitBlocks([`${'a'.repeat(119)}${' '.repeat(60)}`], 150).flat()).not.toContain('');
});

test('code that is opened and closed on one line is not taken for open', () => {
  const pieces = splitBlocks([`\`\`\`npm ci\`\`\`\n${'word '.repeat(60)}`], 150).flat();
  expect(pieces.slice(1).join('')).not.toContain('```');
});

test('an indented code block that is cut is closed', () => {
  const text = `1. Run:\n   \`\`\`sql\n${'   SELECT 1;\n'.repeat(20)}   \`\`\``;
  for (const piece of splitBlocks([text], 150).flat()) expect((piece.match(/```/g) ?? []).length % 2, piece).toBe(0);
});

test('a line of code keeps its indentation where a page ends', () => {
  const text = `\`\`\`yaml\n${'  key: value\n'.repeat(30)}\`\`\``;
  const lines = splitBlocks([text], 150)
    .flat()
    .flatMap((piece) => piece.split('\n'));
  expect(lines).not.toContain('key: value');
});

test('no page begins or ends with an empty code block', () => {
  for (let length = 20; length < 140; length += 1) {
    const text = `${'a'.repeat(length)}\n\`\`\`sql\nSELECT 1;\n\`\`\`\n${'b '.repeat(80)}`;
    for (const piece of splitBlocks([text], 150).flat()) expect(piece, `after ${length}`).not.toMatch(/```\w*\n```/);
  }
});

test('a small limit ends, in an answer or in a clear error', () => {
  // Today: RangeError: Maximum call stack size exceeded, for limits up to about 60.
  expect(() => splitBlocks([`\`\`\`typescript\n${'x'.repeat(100)}\n\`\`\``], 45)).not.toThrow('call stack');
});
