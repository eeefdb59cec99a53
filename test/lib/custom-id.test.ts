import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CUSTOM_ID_LIMIT, customId, parseCustomId } from '../../src/lib/custom-id.ts';

const name = fc.stringMatching(/^[a-z][a-z-]{0,9}$/);
const argument = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.string({ maxLength: 8, unit: 'binary' }),
  fc.constantFrom('', ':', '%', '%3A', '::', '%zz', '100%'),
);

test('whatever a control carries comes back as it went in', () => {
  fc.assert(
    fc.property(name, name, fc.array(argument, { maxLength: 3 }), (command, control, args) => {
      expect(parseCustomId(customId(command, control, ...args))).toEqual({ command, control, args });
    }),
  );
});

test('numbers come back as text', () => {
  expect(parseCustomId(customId('roadmap', 'month', 8))).toEqual({ command: 'roadmap', control: 'month', args: ['8'] });
});

test('a custom id reads command:control:argument', () => {
  expect(customId('step', 'open', 'sql', 'topics', 0)).toBe('step:open:sql:topics:0');
});

test('exactly as many characters as Discord allows are written, one more is refused', () => {
  const room = CUSTOM_ID_LIMIT - 'step:open:'.length;
  expect(customId('step', 'open', 'x'.repeat(room))).toHaveLength(100);
  expect(() => customId('step', 'open', 'x'.repeat(room + 1))).toThrow(RangeError);
});

test('what escaping adds counts towards the limit', () => {
  expect(() => customId('step', 'open', ':'.repeat(40))).toThrow('130 characters; Discord allows 100');
});

test.each([
  { name: 'nothing', raw: '' },
  { name: 'a command alone', raw: 'step' },
  { name: 'no command', raw: ':open:sql' },
  { name: 'no control', raw: 'step::sql' },
  { name: 'a broken escape', raw: 'step:open:%zz' },
  { name: 'an escape that is no character', raw: 'step:open:%ff' },
  { name: 'an escape that is cut off', raw: 'step:open:%3' },
])('a forged custom id is not read: $name', ({ raw }) => {
  expect(parseCustomId(raw)).toBeUndefined();
});

test('any text is either read or not, it never throws', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[a-z:%0-9]*$/)), (raw) => {
      const parsed = parseCustomId(raw);
      expect(parsed === undefined || raw.startsWith(`${parsed.command}:${parsed.control}`)).toBe(true);
    }),
  );
});
