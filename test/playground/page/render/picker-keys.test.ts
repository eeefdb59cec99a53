import { expect, test } from 'vitest';
import { lineStartingWith, movedTo, pickerAction } from '../../../../playground/page/render/picker-keys.ts';

const key = (name: string, held: object = {}) => ({
  key: name,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  ...held,
});

test.each([
  ['Enter', 'open', 'take'],
  [' ', 'open', 'take'],
  ['ArrowDown', 'open', 'move'],
  ['ArrowUp', 'open', 'move'],
  ['Home', 'move', 'move'],
  ['End', 'move', 'move'],
  ['PageDown', undefined, 'move'],
  ['Escape', undefined, 'cancel'],
  ['Tab', undefined, undefined],
  ['F5', undefined, undefined],
  ['a', 'type', 'type'],
  ['é', 'type', 'type'],
])('%s does %s on a closed select and %s on an open one', (name, closed, open) => {
  expect(pickerAction(key(name), false)?.kind).toBe(closed);
  expect(pickerAction(key(name), true)?.kind).toBe(open);
});

test('Alt and ArrowUp close with what is chosen; the browser’s own keys are left to it', () => {
  expect(pickerAction(key('ArrowUp', { altKey: true }), true)).toEqual({ kind: 'finish' });
  expect(pickerAction(key('c', { ctrlKey: true }), true)).toBeUndefined();
  expect(pickerAction(key('r', { metaKey: true }), false)).toBeUndefined();
});

test.each([
  ['next', 2, 3],
  ['next', 9, 9],
  ['previous', 0, 0],
  ['first', 5, 0],
  ['last', 5, 9],
  ['pageDown', 1, 9],
  ['pageUp', 9, 1],
] as const)('%s leads from line %i of ten to line %i', (move, from, to) => {
  expect(movedTo(move, from, 10)).toBe(to);
});

test('one letter goes to the next line that begins with it, more letters narrow it down', () => {
  const labels = ['Methods', 'Status codes', 'Messages', 'Headers'];
  expect(lineStartingWith('m', labels, 0)).toBe(2);
  expect(lineStartingWith('m', labels, 2)).toBe(0);
  expect(lineStartingWith('me', labels, 2)).toBe(2);
  expect(lineStartingWith('met', labels, 2)).toBe(0);
  expect(lineStartingWith('x', labels, 1)).toBe(-1);
  expect(lineStartingWith('x', [], 0)).toBe(-1);
});
