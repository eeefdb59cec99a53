import { expect, test } from 'vitest';
import { matchingCommands, sendableCommands, typedCommand } from '../../../playground/page/app/commands.ts';

const words = { description: '' };
const all = sendableCommands([
  { name: 'join', description: 'Join here' },
  { name: 'adjourn', description: 'Stop for today' },
  {
    name: 'setup',
    ...words,
    options: [
      { type: 1, name: 'new', ...words, options: [{ type: 3, name: 'name', ...words }] },
      { type: 1, name: 'newest', ...words },
      { type: 2, name: 'break', ...words, options: [{ type: 1, name: 'end', ...words }] },
    ],
  },
  {
    name: 'step',
    ...words,
    options: [
      { type: 5, name: 'share', ...words },
      { type: 3, name: 'step', required: true, ...words },
    ],
  },
]);

test('each subcommand is a command of its own, and required options come first', () => {
  expect(all.map((one) => one.words)).toEqual([
    'join',
    'adjourn',
    'setup new',
    'setup newest',
    'setup break end',
    'step',
  ]);
  expect(all.at(-1)?.options.map(({ name }) => name)).toEqual(['step', 'share']);
});

test.each([
  ['/', ['adjourn', 'join', 'setup break end', 'setup new', 'setup newest', 'step']],
  ['/jo', ['join']],
  ['/JO', ['join']],
  ['/setup  n', ['setup new', 'setup newest']],
  ['/end', ['setup break end']],
  ['/today', ['adjourn']],
  ['/nothing', []],
])('%s offers what fits, the best first', (typed, expected) => {
  expect(matchingCommands(all, typed).map((one) => one.words)).toEqual(expected);
});

test.each([
  ['/join', 'join', ''],
  ['/setup new Evening  group', 'setup new', 'Evening group'],
  ['/setup newest', 'setup newest', ''],
  ['/step http', 'step', 'http'],
])('%s is taken apart', (typed, command, rest) => {
  const found = typedCommand(all, typed);
  expect([found?.command.words, found?.rest]).toEqual([command, rest]);
});

test('half a name and a command with a missing subcommand are none', () => {
  expect(typedCommand(all, '/joi')).toBeUndefined();
  expect(typedCommand(all, '/setup')).toBeUndefined();
});
