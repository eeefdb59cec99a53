import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvText } from '../../src/views/csv.ts';
import { runs } from '../support/sample.ts';

test.each([
  ['=HYPERLINK("http://example.com")', `"'=HYPERLINK(""http://example.com"")"`],
  ['+1', `"'+1"`],
  ['-1', `"'-1"`],
  ['@SUM(A1)', `"'@SUM(A1)"`],
  ['  =1+1', `"'  =1+1"`],
  ['\t=1', `"'\t=1"`],
  ['one, "two"\nthree', '"one, ""two""\nthree"'],
  ['3=3 - plain', '"3=3 - plain"'],
])('%j stands in the file as %j', (typed, written) => {
  expect(csvText([[typed]])).toBe(`\uFEFF${written}\r\n`);
});

test('whatever is typed, no cell begins as a formula, and it can be read back', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 4 }), (row) => {
      const line = csvText([row]).slice(1, -2);
      const cells = [...line.matchAll(/"((?:[^"]|"")*)"(?:,|$)/g)].map(([, inner = '']) => inner.replaceAll('""', '"'));
      expect(cells.map((cell) => cell.replace(/^'/, ''))).toEqual(row.map((cell) => cell.replace(/^'/, '')));
      for (const cell of cells) expect(cell).not.toMatch(/^\s*[=+\-@\t\r]/);
    }),
    { numRuns: runs(100) },
  );
});
