import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createFinder, type Findable } from '../../src/lib/finder.ts';

const items: readonly Findable[] = [
  { id: 'internet', title: 'How the internet works', words: 'internet dns http' },
  { id: 'git', title: 'Git and the terminal', words: 'git shell commit' },
  { id: 'databases', title: 'Relational databases', words: 'databases sql index' },
  { id: 'rest', title: 'REST APIs', words: 'rest http status' },
  { id: 'caching', title: 'Caching', words: 'caching redis' },
  { id: 'security', title: 'Security', words: 'security owasp' },
];
const finder = createFinder(items);
const idsFor = (typed: string, limit = 25) => finder.find(typed, limit).map(({ id }) => id);

test.each(['', ' ', '\t\n'])('nothing typed (%j) lists everything in its own order', (typed) => {
  expect(idsFor(typed)).toEqual(items.map(({ id }) => id));
  expect(idsFor(typed, 2)).toEqual(['internet', 'git']);
});

test.each([
  { typed: 'caching', what: 'the word itself' },
  { typed: 'CACHING', what: 'any case' },
  { typed: 'cach', what: 'its beginning' },
  { typed: 'cachng', what: 'a letter left out' },
  { typed: 'cachiing', what: 'a letter twice' },
  { typed: 'cacjing', what: 'a wrong letter' },
  { typed: 'cahcing', what: 'two letters swapped' },
  { typed: 'acching', what: 'the first two letters swapped' },
  { typed: 'redis', what: 'a further word that means it' },
])('"$typed" finds Caching first: $what', ({ typed }) => {
  expect(idsFor(typed)[0]).toBe('caching');
});

test('a title counts more than a further word', () => {
  const rivals = createFinder([
    { id: 'a', title: 'Something else', words: 'docker' },
    { id: 'b', title: 'Docker', words: 'containers' },
  ]);
  expect(rivals.find('docker', 5).map(({ id }) => id)).toEqual(['b', 'a']);
});

test.each(['zzzzzzzz', '???', '😀'])('what means nothing (%j) finds nothing', (typed) => {
  expect(idsFor(typed)).toEqual([]);
});

test('two letters must be right', () => {
  expect(idsFor('gx')).toEqual([]);
  expect(idsFor('gi')).toEqual(['git']);
});

test.each([
  { typed: 'ql', found: [], why: 'a word of two letters must be right' },
  { typed: 'slq', found: ['databases'], why: 'two swapped letters count as one error, also in three letters' },
  { typed: 'gut', found: ['git'], why: 'one wrong letter in three' },
  { typed: 'rset', found: ['rest'], why: 'two swapped letters in four' },
  { typed: 'secuurty', found: ['security'], why: 'two errors in a long word' },
  { typed: 'sxcxrxty', found: [], why: 'three errors are too many' },
])('$why: "$typed"', ({ typed, found }) => {
  expect(idsFor(typed)).toEqual(found);
});

describe('for all that can be typed', () => {
  test('each result is one of the items, none twice, at most the limit', () => {
    const typed = fc.oneof(fc.string(), fc.constantFrom('http', 'the', 's', 'index rest git'));
    fc.assert(
      fc.property(typed, fc.integer({ min: 0, max: 8 }), (text, limit) => {
        const found = finder.find(text, limit);
        expect(found.length).toBeLessThanOrEqual(limit);
        expect(new Set(found).size).toBe(found.length);
        expect(found.filter((item) => !items.includes(item))).toEqual([]);
      }),
    );
  });

  test('a long word with two neighbours swapped still finds its item', () => {
    const long = items.filter(({ id }) => id.length > 4);
    const swapped = fc
      .constantFrom(...long)
      .chain((item) => fc.record({ item: fc.constant(item), at: fc.integer({ min: 0, max: item.id.length - 2 }) }));
    fc.assert(
      fc.property(swapped, ({ item: { id }, at }) => {
        const typed = id.slice(0, at) + id.charAt(at + 1) + id.charAt(at) + id.slice(at + 2);
        expect(idsFor(typed), typed).toContain(id);
      }),
    );
  });
});
