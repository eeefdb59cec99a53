import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shorten, takeGraphemes } from '../../src/lib/graphemes.ts';

/** A family of four: one picture of 11 UTF-16 units. */
const family = '👨‍👩‍👧‍👦';
/** An "e" with a combining accent, two units. */
const accented = 'e\u0301';

const graphemesOf = (text: string) =>
  [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)].map(({ segment }) => segment);

const text = fc
  .array(fc.constantFrom('a', ' ', 'ß', accented, family, '🇩🇪', '👍🏽', '漢'), { maxLength: 40 })
  .map((parts) => parts.join(''));

describe('shorten', () => {
  test('leaves a text alone that fits exactly', () => {
    expect(shorten('abcde', 5)).toBe('abcde');
  });

  test('marks the cut and stays within the limit', () => {
    expect(shorten('abcdef', 5)).toBe('abcd…');
  });

  test('leaves no space before the mark', () => {
    expect(shorten('one two three', 5)).toBe('one…');
  });

  test('drops a picture whole that no longer fits', () => {
    expect(shorten(`ab${family}cd`, 8)).toBe('ab…');
  });

  test('never shows more than the limit, and only whole graphemes of the beginning', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 12, max: 40 }), (long, limit) => {
        const short = shorten(long, limit);
        expect(short.length).toBeLessThanOrEqual(limit);
        if (short === long) return;
        const kept = graphemesOf(short.slice(0, -1));
        expect(kept).toEqual(graphemesOf(long).slice(0, kept.length));
      }),
    );
  });
});

describe('takeGraphemes', () => {
  test.each([
    { limit: 1, taken: accented.slice(0, 1) },
    { limit: 2, taken: accented },
    { limit: 12, taken: accented },
    { limit: 13, taken: accented + family },
    { limit: 14, taken: `${accented}${family}x` },
  ])('takes what fits $limit units, whole graphemes where one fits', ({ limit, taken }) => {
    expect(takeGraphemes(`${accented}${family}x`, limit)).toBe(taken);
  });

  test('takes nothing of nothing', () => {
    expect(takeGraphemes('', 10)).toBe('');
  });

  test('takes as many as fit and not one fewer', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 11, max: 60 }), (long, limit) => {
        const taken = takeGraphemes(long, limit);
        const next = graphemesOf(long.slice(taken.length))[0] ?? '';
        expect(long.startsWith(taken)).toBe(true);
        expect(taken.length).toBeLessThanOrEqual(limit);
        expect(taken === long || taken.length + next.length > limit).toBe(true);
      }),
    );
  });
});

test('a letter with 5,000 accents stays within the limit of a label', () => {
  expect(shorten(`a${'\u0301'.repeat(5000)}`, 60).length).toBeLessThanOrEqual(60);
});
