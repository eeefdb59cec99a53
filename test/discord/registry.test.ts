import { expect, test } from 'vitest';
import { CommandFileError, loadCommands } from '../../src/discord/registry.ts';
import { freshFolder } from '../support/folder.ts';

const commandFile = (name: string, handling = 'handler: {}') =>
  `export default { data: { name: '${name}', toJSON: () => ({ name: '${name}' }) }, ${handling} };\n`;

const load = (files: Readonly<Record<string, string>>) => loadCommands(freshFolder(files).url);

test('every file of the folder becomes a command under its own name', async () => {
  const registry = await load({
    'step.ts': commandFile('step'),
    'help.ts': commandFile('help'),
    'group.ts': commandFile('group', 'subcommands: {}'),
  });
  expect([...registry.keys()]).toEqual(['group', 'help', 'step']);
  expect(registry.get('step')?.data.toJSON()).toEqual({ name: 'step' });
});

test('a folder beside a command holds its parts, and is no command itself', async () => {
  const files = { 'setup.ts': commandFile('setup'), 'setup/new.ts': 'export const part = 1;' };
  expect([...(await load(files)).keys()]).toEqual(['setup']);
});

test('a folder without a command of its name stops the start', async () => {
  await expect(load({ 'setup/new.ts': commandFile('new') })).rejects.toThrow('commands/setup is no TypeScript file');
});

test('an empty folder holds no command', async () => {
  expect((await load({})).size).toBe(0);
});

test("the bot's own commands load", async () => {
  const registry = await loadCommands(new URL('../../commands/', import.meta.url));
  expect([...registry.keys()]).toEqual(expect.arrayContaining(['help', 'roadmap', 'step']));
});

test.each([
  { name: 'exports nothing', text: 'export {};' },
  {
    name: 'exports a command under a name',
    text: commandFile('done').replace('export default', 'export const done ='),
  },
  { name: 'exports a function', text: 'export default () => undefined;' },
  { name: 'exports null', text: 'export default null;' },
  { name: 'has no data', text: 'export default { handler: {} };' },
  { name: 'has data that is null', text: 'export default { data: null, handler: {} };' },
  { name: 'has no name', text: 'export default { data: { toJSON: () => ({}) }, handler: {} };' },
  { name: 'cannot be told to Discord', text: `export default { data: { name: 'done' }, handler: {} };` },
  { name: 'handles nothing', text: commandFile('done', 'buttons: {}') },
])('a file that $name stops the start and is named with the cure', async ({ text }) => {
  const loading = load({ 'help.ts': commandFile('help'), 'done.ts': text, 'step.ts': commandFile('step') });
  await expect(loading).rejects.toThrow(CommandFileError);
  await expect(loading).rejects.toThrow(
    'commands/done.ts is not a command. Let it "export default defineCommand({ … })", or move it out of the folder.',
  );
});

test('a command under another name than its file stops the start and both are named', async () => {
  const loading = load({ 'done.ts': commandFile('finish') });
  await expect(loading).rejects.toThrow(CommandFileError);
  await expect(loading).rejects.toThrow('commands/done.ts holds the command "/finish". Rename one of the two.');
});

test.each([
  { name: 'an error', text: `throw new Error('no such table');`, reason: 'no such table' },
  { name: 'a text', text: `throw 'no such table';`, reason: 'no such table' },
  { name: 'a missing import', text: `import './gone.ts';`, reason: 'gone.ts' },
])('a file that throws $name stops the start, is named, and the reason is kept', async ({ text, reason }) => {
  const loading = load({ 'done.ts': text, 'step.ts': commandFile('step') });
  await expect(loading).rejects.toThrow(CommandFileError);
  await expect(loading).rejects.toThrow('commands/done.ts cannot be loaded: ');
  await expect(loading).rejects.toThrow(reason);
  await expect(loading).rejects.toHaveProperty('cause');
});

test.each(['README.md', 'done.js'])('%s, which is no TypeScript file, stops the start and is named', async (name) => {
  const files = { [name]: 'Copy one to make another.', 'help.ts': commandFile('help') };
  await expect(load(files)).rejects.toThrow(`commands/${name} is no TypeScript file`);
});

test('a hidden file, such as an editor leaves behind, is no command', async () => {
  const registry = await load({ '.swap.ts': 'half a file', 'help.ts': commandFile('help') });
  expect([...registry.keys()]).toEqual(['help']);
});

test('a button called "correct", which the router keeps for itself, is refused', async () => {
  const file = `export default { data: { name: 'done', toJSON: () => ({}) }, handler: {}, buttons: { correct: {} } };`;
  await expect(loadCommands(freshFolder({ 'done.ts': file }).url)).rejects.toThrow('correct');
});
