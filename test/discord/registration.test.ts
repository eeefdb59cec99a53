import { REST, SlashCommandBuilder, type SlashCommandStringOption } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Playground } from '../../playground/start.ts';
import { findRegisteredServer, rememberRegisteredServer } from '../../src/actions/remember-registration.ts';
import { type Command, defineCommand, defineHandler, show } from '../../src/discord/command.ts';
import { ConnectError } from '../../src/discord/connect.ts';
import { registerCommands } from '../../src/discord/registration.ts';
import type { Registry } from '../../src/discord/registry.ts';
import { freshDeps } from '../support/database.ts';
import { aPlayground } from '../support/playground.ts';
import { registryOf, saying } from '../support/probe-bot.ts';
import { ownCommands } from '../support/reader.ts';

type Build = (builder: SlashCommandBuilder) => unknown;

/** Commands by name. Those of one server carry no contexts: Discord keeps these for global commands only. */
function commandsFor(serverId: string | undefined, builds: Readonly<Record<string, Build>>): Registry {
  return registryOf(...Object.entries(builds).map(([name, build]) => aCommand(name, build, serverId === undefined)));
}

function aCommand(name: string, build: Build, isGlobal: boolean): Command {
  const data = new SlashCommandBuilder().setName(name).setDescription(`Does ${name}`);
  if (isGlobal) data.setContexts(0, 1).setIntegrationTypes(0);
  build(data);
  return defineCommand({
    data,
    handler: defineHandler({ options: z.object({}), visibility: 'private', run: () => show(saying('Done.')) }),
  });
}

const plain: Build = () => undefined;

/** Everything that Discord may add defaults to. */
const rich = (builder: SlashCommandBuilder) =>
  builder
    .setDescriptionLocalizations({ de: 'Auf Deutsch' })
    .addStringOption((option) => option.setName('what').setDescription('What').setRequired(true).setMaxLength(50))
    .addStringOption((option) =>
      option
        .setName('view')
        .setDescription('How')
        .addChoices(
          { name: 'by phase', value: 'phases', name_localizations: { de: 'nach Phase' } },
          { name: 'by month', value: 'months' },
        ),
    )
    .addIntegerOption((option) => option.setName('hours').setDescription('Hours').setMinValue(0).setMaxValue(40))
    .addBooleanOption((option) => option.setName('share').setDescription('Share'));

/** One process of the bot after the other, all on the same database. */
async function aHost(playground: Playground) {
  const deps = await freshDeps();
  const rest = new REST({ api: playground.url, retries: 0 }).setToken(playground.token);
  const memory = {
    find: (applicationId: string) => findRegisteredServer(deps, applicationId),
    save: (applicationId: string, serverId: string | undefined) =>
      rememberRegisteredServer(deps, applicationId, serverId),
  };
  return {
    start: (registry: Registry, serverId?: string) =>
      registerCommands({ rest, applicationId: playground.applicationId, serverId, registry, memory }),
    /** What was written since the last look, as "METHOD place names". */
    writes: takeWrites(playground),
    held: async (serverId?: string) => {
      const place = serverId === undefined ? 'commands' : `guilds/${serverId}/commands`;
      const commands = (await rest.get(`/applications/${playground.applicationId}/${place}`)) as { name: string }[];
      return commands.map(({ name }) => name).sort();
    },
  };
}

function takeWrites({ requests }: Playground): () => string[] {
  let seen = 0;
  return () => {
    const fresh = requests.slice(seen).filter(({ method }) => method !== 'GET');
    seen = requests.length;
    return fresh.map(({ method, path, body }) => {
      const names = (body as { name: string }[]).map(({ name }) => name).join(' ');
      return `${method} ${path.includes('/guilds/') ? 'server' : 'everywhere'}: ${names}`.trim();
    });
  };
}

const serverOf = (playground: Playground) => playground.controls.server().id;

test('the first start writes all commands at once', async () => {
  const host = await aHost(await aPlayground());
  expect(await host.start(commandsFor(undefined, { step: plain, help: plain }))).toEqual({ kind: 'registered' });
  expect(host.writes()).toEqual(['PUT everywhere: step help']);
});

describe.each([
  { where: 'everywhere', inServer: false },
  { where: 'in one server', inServer: true },
])('$where', ({ inServer }) => {
  test('nothing is written when Discord holds the same, with the defaults that it added', async () => {
    const playground = await aPlayground();
    const host = await aHost(playground);
    const place = inServer ? serverOf(playground) : undefined;
    await host.start(commandsFor(place, { step: rich, help: plain }), place);
    host.writes();
    expect(await host.start(commandsFor(place, { step: rich, help: plain }), place)).toEqual({
      kind: 'unchanged',
    });
    expect(await host.start(commandsFor(place, { help: plain, step: rich }), place)).toEqual({
      kind: 'unchanged',
    });
    expect(host.writes()).toEqual([]);
  });

  test.each([
    { what: 'a description', change: (builder: SlashCommandBuilder) => rich(builder).setDescription('Other') },
    {
      what: 'a description in another language',
      change: (builder: SlashCommandBuilder) => rich(builder).setDescriptionLocalizations({ de: 'Anders' }),
    },
    {
      what: 'the order of the options',
      change: (builder: SlashCommandBuilder) => {
        rich(builder);
        const [what, ...others] = builder.options;
        builder.options.splice(0, builder.options.length, ...(what ? [what] : []), ...others.reverse());
      },
    },
    {
      what: 'one option more',
      change: (builder: SlashCommandBuilder) =>
        rich(builder).addStringOption((option) => option.setName('more').setDescription('More')),
    },
    { what: 'one option less', change: (builder: SlashCommandBuilder) => void rich(builder).options.pop() },
    { what: 'whether an option is needed', change: changing('what', (option) => option.setRequired(false)) },
    { what: 'how long a text may be', change: changing('what', (option) => option.setMaxLength(60)) },
    { what: 'whether texts are suggested', change: changing('what', (option) => option.setAutocomplete(true)) },
    {
      what: 'the order of the choices',
      change: changing('view', (option) =>
        option.setChoices(
          { name: 'by month', value: 'months' },
          { name: 'by phase', value: 'phases', name_localizations: { de: 'nach Phase' } },
        ),
      ),
    },
    {
      what: 'the name of a choice in another language',
      change: changing('view', (option) =>
        option.setChoices(
          { name: 'by phase', value: 'phases', name_localizations: { de: 'anders' } },
          { name: 'by month', value: 'months' },
        ),
      ),
    },
    {
      what: 'who may use it',
      change: (builder: SlashCommandBuilder) => {
        rich(builder);
        builder.setDefaultMemberPermissions(32n);
      },
    },
  ])('one bulk request is enough when $what differs', async ({ change }) => {
    const playground = await aPlayground();
    const host = await aHost(playground);
    const place = inServer ? serverOf(playground) : undefined;
    await host.start(commandsFor(place, { help: plain, step: rich }), place);
    host.writes();
    const changed = commandsFor(place, { help: plain, step: change });
    expect(await host.start(changed, place)).toEqual({ kind: 'registered' });
    expect(host.writes()).toEqual([`PUT ${inServer ? 'server' : 'everywhere'}: help step`]);
    expect(await host.start(changed, place)).toEqual({ kind: 'unchanged' });
  });

  test('a command that is no more disappears', async () => {
    const playground = await aPlayground();
    const host = await aHost(playground);
    const place = inServer ? serverOf(playground) : undefined;
    await host.start(commandsFor(place, { help: plain, step: plain }), place);
    await host.start(commandsFor(place, { help: plain }), place);
    expect(await host.held(place)).toEqual(['help']);
  });
});

test("the bot's own commands are written once", async () => {
  const playground = await aPlayground();
  const host = await aHost(playground);
  expect(await host.start(await ownCommands())).toEqual({ kind: 'registered' });
  host.writes();
  expect(await host.start(await ownCommands())).toEqual({ kind: 'unchanged' });
  expect(host.writes()).toEqual([]);
  expect(playground.person('Grace', { moderator: true }).commands().toSorted()).toEqual(
    [...(await ownCommands()).keys()].toSorted(),
  );
});

test('where a command may be used is compared, too', async () => {
  const host = await aHost(await aPlayground());
  await host.start(commandsFor(undefined, { help: plain }));
  host.writes();
  const narrower = commandsFor(undefined, { help: (builder) => builder.setContexts(0) });
  expect(await host.start(narrower)).toEqual({ kind: 'registered' });
  expect(host.writes()).toEqual(['PUT everywhere: help']);
  expect(await host.start(narrower)).toEqual({ kind: 'unchanged' });
});

test('moving from everywhere to one server clears the copies everywhere, and back clears those of the server', async () => {
  const playground = await aPlayground();
  const host = await aHost(playground);
  const server = serverOf(playground);
  const start = (place?: string) => host.start(commandsFor(place, { help: plain, step: plain }), place);
  const places = async () => ({ everywhere: await host.held(), server: await host.held(server) });

  await start();
  expect(await places()).toEqual({ everywhere: ['help', 'step'], server: [] });
  await start(server);
  expect(await places()).toEqual({ everywhere: [], server: ['help', 'step'] });
  await start();
  expect(await places()).toEqual({ everywhere: ['help', 'step'], server: [] });
  host.writes();
  await start();
  expect(host.writes()).toEqual([]);
});

test('moving from one server to another clears the first', async () => {
  const playground = await aPlayground();
  const host = await aHost(playground);
  const [first, second] = [serverOf(playground), playground.controls.addServer('Second').id];
  await host.start(commandsFor(first, { help: plain }), first);
  await host.start(commandsFor(second, { help: plain }), second);
  expect([await host.held(first), await host.held(second)]).toEqual([[], ['help']]);
});

test('a server that the bot has left since is no reason not to start', async () => {
  const playground = await aPlayground();
  const host = await aHost(playground);
  const left = playground.controls.addServer('Left').id;
  await host.start(commandsFor(left, { help: plain }), left);
  playground.controls.kickBot('Left');
  expect(await host.start(commandsFor(undefined, { help: plain }))).toEqual({ kind: 'registered' });
  expect(await host.held()).toEqual(['help']);
});

test('a server that the bot is not in is an error that says what to do, and nothing is remembered', async () => {
  const playground = await aPlayground();
  const host = await aHost(playground);
  const start = host.start(commandsFor('other', { help: plain }), '123456789012345678');
  await expect(start).rejects.toThrow(ConnectError);
  await expect(start).rejects.toThrow(/not in the server 123456789012345678[\s\S]*https:\/\/discord\.com\/oauth2/);
  await host.start(commandsFor(undefined, { help: plain }));
  expect(await host.held()).toEqual(['help']);
});

/** `rich` with one text option changed in place. */
function changing(name: string, change: (option: SlashCommandStringOption) => unknown) {
  return (builder: SlashCommandBuilder) => {
    rich(builder);
    const option = builder.options.find((candidate) => candidate.toJSON().name === name);
    if (!option) throw new Error(`There is no option ${name}`);
    change(option as unknown as SlashCommandStringOption);
  };
}
