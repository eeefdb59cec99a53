import { REST } from 'discord.js';
import { expect, test } from 'vitest';
import { registerCommands } from '../../src/discord/registration.ts';
import { aPlayground } from '../support/playground.ts';
import { ownCommands } from '../support/reader.ts';

test("the bot's own commands can be registered in one server, once", async () => {
  const playground = await aPlayground();
  const rest = new REST({ api: playground.url, retries: 0 }).setToken(playground.token);
  const serverId = playground.controls.server().id;
  const memory = { find: async () => serverId, save: async () => undefined };
  const registry = await ownCommands();
  const start = () => registerCommands({ rest, applicationId: playground.applicationId, serverId, registry, memory });
  expect(await start()).toEqual({ kind: 'registered' });
  expect(await start()).toEqual({ kind: 'unchanged' });
  expect(playground.person('Grace', { moderator: true }).commands().toSorted()).toEqual(
    [...registry.keys()].toSorted(),
  );
});

// Bug: registerCommands clears the former place before it knows that the new one works: a wrong DISCORD_GUILD_ID stops the
// start with a sentence, but by then everybody has lost the commands. Write the new place first, then clear the old one.
test('a wrong server stops the start and leaves the commands everywhere as they were', async () => {
  const playground = await aPlayground();
  const rest = new REST({ api: playground.url, retries: 0 }).setToken(playground.token);
  const memory = { find: async () => undefined, save: async () => undefined };
  const registry = await ownCommands();
  const start = (serverId?: string) =>
    registerCommands({ rest, applicationId: playground.applicationId, serverId, registry, memory });
  await start();
  await expect(start('123456789012345678')).rejects.toThrow('not in the server');
  expect(playground.person('Grace', { moderator: true }).commands()).toHaveLength(registry.size);
});
