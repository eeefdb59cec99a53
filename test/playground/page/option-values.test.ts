import { expect, test } from 'vitest';
import type { OptionSpec } from '../../../playground/page/app/commands.ts';
import { fitting, optionTypes, readOption, suggestionsFor } from '../../../playground/page/app/option-values.ts';

const here = {
  users: [{ id: '11', name: 'Mara' }],
  roles: [{ id: '21', name: 'Moderators' }],
  channels: [{ id: '31', name: 'study' }],
};
const spec = (type: keyof typeof optionTypes, more: Partial<OptionSpec> = {}): OptionSpec => ({
  type: optionTypes[type],
  name: 'it',
  description: '',
  ...more,
});
const soup = { choices: [{ name: 'Soup', value: 'soup' }] };
const range = { min_value: 1, max_value: 9 };

test.each([
  ['', spec('text'), {}],
  ['  ', spec('text', { required: true }), { problem: 'This is required.' }],
  ['free words ', spec('text'), { value: 'free words' }],
  ['ab', spec('text', { min_length: 3 }), { problem: 'Use at least 3 characters.' }],
  ['abcd', spec('text', { max_length: 3 }), { problem: 'Use at most 3 characters; these are 4.' }],
  ['soup', spec('text', soup), { value: 'soup' }],
  ['stew', spec('text', soup), { problem: 'There is no “stew” to choose here.' }],
  ['7', spec('integer', range), { value: 7 }],
  ['7.5', spec('integer', range), { problem: 'This takes a whole number.' }],
  ['0', spec('integer', range), { problem: 'The least is 1.' }],
  ['10', spec('number', range), { problem: 'The most is 9.' }],
  ['1,5', spec('number'), { value: 1.5 }],
  ['many', spec('number'), { problem: 'This takes a number.' }],
  ['false', spec('boolean'), { value: false }],
  ['@mara', spec('user'), { value: '11' }],
  ['Moderators', spec('mentionable'), { value: '21' }],
  ['#study', spec('channel'), { value: '31' }],
  ['lounge', spec('channel'), { problem: 'There is no “lounge” to choose here.' }],
  ['a.png', spec('file'), { problem: 'Files cannot be sent with a command here.' }],
])('“%s” is read before it is sent', (typed, option, expected) => {
  expect(readOption(option, typed, undefined, here)).toEqual(expected);
});

test('a suggestion that was taken counts, whatever it is called', () => {
  const picked = { name: 'HTTP basics', value: 'http' };
  expect(readOption(spec('text', { autocomplete: true }), 'HTTP basics', picked, here)).toEqual({ value: 'http' });
});

test('suggestions that begin with the letters come before those that hold them', () => {
  const list = ['moment', 'Mo', 'demo'].map((name) => ({ name, value: name }));
  expect(fitting(list, 'mo').map(({ name }) => name)).toEqual(['moment', 'Mo', 'demo']);
  expect(fitting(suggestionsFor(spec('user'), here) ?? [], '@m').map(({ name }) => name)).toEqual(['@Mara']);
});
