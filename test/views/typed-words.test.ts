import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Frame } from '../../src/views/frame.ts';
import { searchForm, searchResultView } from '../../src/views/guide-view.ts';
import { quoted } from '../../src/views/quoted.ts';
import { unknownPageView } from '../../src/views/unknown-page-view.ts';
import { aPitfall, aRoadmap } from '../support/builders.ts';
import { problemsOf, textOf } from '../support/view-text.ts';

const roadmap = aRoadmap({ pitfalls: [aPitfall({ id: 'weak-sql', title: 'Weak SQL' })] });
const frame: Frame = { roadmap, audience: { kind: 'channel', sharedBy: '1234567890123456789' } };
const result = { place: { kind: 'pitfall', id: 'weak-sql', part: '' }, sentence: 'A sentence.' } as const;

/** Every screen that repeats what somebody typed. */
const screens = [
  { name: 'search results', show: (typed: string) => searchResultView(frame, typed, [result]) },
  { name: 'nothing found', show: (typed: string) => searchResultView(frame, typed, []) },
  {
    name: 'an unknown page with near ones',
    show: (typed: string) => unknownPageView(roadmap, 'pitfall', typed, roadmap.pitfalls),
  },
  { name: 'an unknown page alone', show: (typed: string) => unknownPageView(roadmap, 'pitfall', typed, []) },
];

const hostile = [
  { what: 'a heading', typed: '# Free nitro' },
  { what: 'a heading on a line of its own', typed: 'x\n# Free nitro' },
  { what: 'small print', typed: 'x\n-# Free nitro' },
  { what: 'a list', typed: '- one\n- two\n* three\n+ four' },
  { what: 'a numbered list', typed: '1. one\n2. two' },
  { what: 'a masked link', typed: '[Click here](https://evil.example)' },
  { what: 'a masked link with a title', typed: '[Click](<https://evil.example> "here")' },
  { what: 'a code block', typed: '```js\nalert(1)\n```' },
  { what: 'an unclosed code block', typed: '```\nall that follows' },
  { what: 'code', typed: '`code` ``code``' },
  { what: 'bold, italic, struck and hidden text', typed: '**b** *i* __u__ _i_ ~~s~~ ||h||' },
  { what: 'an unclosed marker', typed: '** _ ~~ || `' },
  { what: 'a quote', typed: 'x\n> quoted\n>>> all that follows' },
  { what: 'a marker that is escaped already', typed: '\\*\\*b\\*\\* \\\\*i*' },
  { what: 'many line breaks', typed: `x${'\n'.repeat(40)}y\r\n\u2028z` },
  { what: 'a very long word', typed: 'x'.repeat(6000) },
  { what: 'letters under a heap of accents', typed: 'Z\u0337\u0323\u0310'.repeat(500) },
  { what: 'a reference of our own', typed: '[[step/git]]' },
];

describe.each(screens)('on the screen "$name"', ({ show }) => {
  test.each(hostile)('$what stays a few words in a sentence', ({ typed }) => {
    const view = show(typed);
    const words = textOf(view);
    expect(problemsOf(view)).toEqual([]);
    expect(words.split(/[\n\r\u2028]/)).toHaveLength(textOf(show('plain')).split('\n').length);
    expect(words.length).toBeLessThan(textOf(show('plain')).length + 130);
    expect(unescapedMarkersIn(quotedPart(words))).toEqual([]);
  });
});

test('whatever is typed, it is one line of at most 60 characters before they are escaped', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (typed) => {
      const words = quoted(typed);
      expect(words).not.toMatch(/[\n\r\u2028\u2029]/);
      expect(words.length).toBeLessThanOrEqual(120);
    }),
  );
});

test('what is not Markdown stays as it was typed', () => {
  for (const text of ['jwt', 'docker compose', 'C#', "what's an index?", 'größer', '日本語', 'user@example.com']) {
    expect(quoted(text)).toBe(text);
  }
});

test('at most 60 characters of it are repeated, and no letter is torn apart', () => {
  expect(quoted('x'.repeat(61))).toBe(`${'x'.repeat(59)}…`);
  expect(quoted('👩‍👩‍👧‍👦'.repeat(30))).toMatch(/^(👩‍👩‍👧‍👦)+…$/u);
  expect(quoted('  jwt \n token  ')).toBe('jwt token');
});

test('the form gives back what was typed as it was, not escaped', () => {
  expect(JSON.stringify(searchForm(roadmap, '**jwt** `x`'))).toContain('"value":"**jwt** `x`"');
});

/** What stands between our quotation marks. */
function quotedPart(words: string): string {
  const [, part] = /“([\s\S]*?)”/.exec(words) ?? [];
  if (part === undefined) throw new Error(`Nothing is quoted in: ${words}`);
  return `x ${part}`;
}

/** Markers of Discord's Markdown that would still work, the text being in the middle of a line. */
function unescapedMarkersIn(text: string): string[] {
  const bare = text.replace(/\\[\s\S]/g, '');
  return [...bare.matchAll(/\*|__|_(?=\S)|~~|\|\||`|\[[^\]]*\]\(/g)].map(([marker]) => marker);
}
