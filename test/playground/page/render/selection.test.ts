import { expect, test } from 'vitest';
import { sameValues, withToggled } from '../../../../playground/page/render/selection.ts';

test.each([
  [[], 'a', 1, 1, ['a']],
  [['a'], 'b', 1, 1, ['b']],
  [['a'], 'a', 1, 1, ['a']],
  [['a'], 'a', 0, 1, []],
  [['a'], 'b', 1, 2, ['a', 'b']],
  [['a', 'b'], 'c', 1, 2, ['a', 'b']],
  [['a', 'b'], 'a', 1, 2, ['b']],
])('%j with %s taken, of %i to %i, is %j', (values, value, least, most, after) => {
  expect(withToggled(values, value, { least, most })).toEqual(after);
});

test('the order of a choice does not count', () => {
  expect(sameValues(['a', 'b'], ['b', 'a'])).toBe(true);
  expect(sameValues(['a'], ['a', 'b'])).toBe(false);
  expect(sameValues(['a', 'b'], ['a', 'c'])).toBe(false);
});
