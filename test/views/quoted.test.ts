import fc from 'fast-check';
import { expect, test } from 'vitest';
import { excerpt } from '../../src/views/check-in-words.ts';
import { quoted, quotedLines } from '../../src/views/quoted.ts';

test.each([
  '<@1234567890123456789>',
  '<@&1234567890123456789>',
  '<#1234567890123456789>',
  '<t:0:R>',
  '</help:1234567890123456789>',
  '<:x:1234567890123456789>',
])(
  '%s that somebody typed is shown as typed, not as a mention (escape the "<", or put a zero-width space after it)',
  (typed) => {
    expect(quoted(typed)).not.toMatch(/(?<!\\)<(@|#|t:|\/|a?:)/);
  },
);

test('a mark that turns the direction cannot turn the rest of our sentence', () => {
  expect(quoted('abc\u202Edef')).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
});

test('words of nothing but invisible characters are not repeated as nothing', () => {
  expect(quoted('\u200b\u200d\ufeff')).not.toMatch(/\u200b|\u200d|\ufeff/);
});

test.each(['[a](b)[c](https://evil.example)', '[a][b](https://evil.example)', '[x [y](https://evil.example)](z)'])(
  'the masked link in %s does not work',
  (typed) => expect(unescapedMarkersIn(quoted(typed))).toEqual([]),
);

test.each(['````x````', '****b****', '*'.repeat(60)])('no marker of %s works', (typed) =>
  expect(unescapedMarkersIn(quoted(typed))).toEqual([]),
);

test('whatever is typed, it is one line in which no marker works', () => {
  const marker = fc.constantFrom(...'*_~|`#>[]()-+.\\ \n\r\t!', '```', '](', 'a', '1');
  fc.assert(
    fc.property(fc.string({ unit: marker, maxLength: 120 }), (typed) => {
      const words = quoted(typed);
      expect(words).not.toMatch(/[\n\r]/);
      expect(unescapedMarkersIn(`x ${words}`)).toEqual([]);
    }),
  );
});

/** Markers of Discord's Markdown that would still work, the text being in the middle of a line. */
function unescapedMarkersIn(text: string): string[] {
  const bare = text.replace(/\\[\s\S]/g, '');
  return [...bare.matchAll(/\*|__|_(?=\S)|~~|\|\||`|\[[^\]]*\]\(/g)].map(([marker]) => marker);
}

test.each([
  ['  # big', '>   \\# big'],
  ['\t- item', '> \t\\- item'],
  [' 1. one', '>  1\\. one'],
  ['  -# small', '>   \\-# small'],
  ['\u00a0> quote', '> \u00a0\\> quote'],
  ['a # b - c 1. d', '> a # b - c 1. d'],
])('blanks before it make no Markdown of %j', (typed, shown) => {
  expect(quotedLines(`x\n${typed}`)).toBe(`> x\n${shown}`);
});

test('a small card counts the lines that it will have, however they end', () => {
  const { text, isCut } = excerpt(['1', '2', '3', '4'].join('\r'), { characters: 100, lines: 2 });
  expect(quotedLines(text).split('\n')).toEqual(['> 1', '> 2…']);
  expect(isCut).toBe(true);
  expect(excerpt('1\u20282', { characters: 100, lines: 2 })).toEqual({ text: '1\n2', isCut: false });
});
