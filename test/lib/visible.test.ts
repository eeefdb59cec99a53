import { expect, test } from 'vitest';
import { isVisible, withPlainLineEnds } from '../../src/lib/visible.ts';

test.each(['\u3164', '\u115f\u1160', '\uffa0', '\u2800', '\u200b\u200d\ufeff', '\u00ad', '\u{e0020}', ' \n\t', ''])(
  'nobody sees anything of %j',
  (text) => expect(isVisible(text)).toBe(false),
);

test.each(['a', '1', '?', '👩🏽‍💻', '\u2800⠁', 'می‌خواهم', '가', '.'])('%s can be seen', (text) =>
  expect(isVisible(text)).toBe(true),
);

test('every way to end a line is one', () =>
  expect(withPlainLineEnds('a\r\nb\rc\u2028d\u2029e\nf')).toBe('a\nb\nc\nd\ne\nf'));
