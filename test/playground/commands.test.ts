import { SlashCommandBuilder } from 'discord.js';
import { expect, test } from 'vitest';
import { aBot, aPlayground, ping, refusal, rest } from './support/bot.ts';

const answer = async (interaction: { isChatInputCommand(): boolean }) => {
  if (interaction.isChatInputCommand())
    await (interaction as never as { reply(text: string): Promise<void> }).reply('ok');
};

const typed = new SlashCommandBuilder()
  .setName('typed')
  .setDescription('Options of every type')
  .addStringOption((option) =>
    option.setName('text').setDescription('Text').setRequired(true).setMinLength(2).setMaxLength(5),
  )
  .addIntegerOption((option) => option.setName('hours').setDescription('Whole').setMinValue(1).setMaxValue(60))
  .addNumberOption((option) => option.setName('ratio').setDescription('Any number'))
  .addBooleanOption((option) => option.setName('public').setDescription('Yes or no'))
  .addUserOption((option) => option.setName('who').setDescription('A person'))
  .addChannelOption((option) => option.setName('where').setDescription('A channel'))
  .addRoleOption((option) => option.setName('role').setDescription('A role'))
  .addMentionableOption((option) => option.setName('whom').setDescription('A person or role'))
  .addAttachmentOption((option) => option.setName('file').setDescription('A file'))
  .addStringOption((option) =>
    option
      .setName('track')
      .setDescription('A choice')
      .addChoices({ name: 'Go', value: 'go' }, { name: 'Java', value: 'java' }),
  )
  .toJSON();

test('a command keeps its id when the list is sent again, and leaves with a list that lacks it', async () => {
  const playground = await aPlayground();
  const bot = await aBot(playground, { commands: [ping, typed] });
  const before = await bot.application.commands.fetch();
  await bot.application.commands.set([{ ...ping, description: 'Answers differently' }] as never);
  const after = await bot.application.commands.fetch();
  expect(after.map(({ name }) => name)).toEqual(['ping']);
  expect(after.first()?.id).toBe(before.find(({ name }) => name === 'ping')?.id);
  expect(after.first()?.description).toBe('Answers differently');
});

test('single commands are created, changed, read and deleted, in a server too', async () => {
  const playground = await aPlayground();
  const bot = await aBot(playground);
  const guild = bot.guilds.cache.first()?.id as string;
  const made = await bot.application.commands.create(ping, guild);
  await bot.application.commands.edit(made.id, { description: 'Changed' } as never, guild);
  expect((await bot.application.commands.fetch(made.id, { guildId: guild }))?.description).toBe('Changed');
  await bot.application.commands.delete(made.id, guild);
  expect((await bot.application.commands.fetch({ guildId: guild })).size).toBe(0);
  expect(await refusal(bot.application.commands.delete(made.id, guild))).toBe(10063);
});

test('translations come only when asked for', async () => {
  const playground = await aPlayground();
  await aBot(playground, { commands: [{ ...ping, nameLocalizations: { de: 'klopf' } }] });
  const path = `/applications/${playground.applicationId}/commands` as const;
  expect(JSON.stringify(await rest(playground).get(path))).not.toContain('klopf');
  const query = new URLSearchParams({ with_localizations: 'true' });
  expect(JSON.stringify(await rest(playground).get(path, { query }))).toContain('klopf');
});

test('options arrive with their types, people and places resolved', async () => {
  const playground = await aPlayground();
  const seen: Record<string, unknown> = {};
  await aBot(playground, {
    commands: [typed],
    async on(interaction) {
      if (!interaction.isChatInputCommand()) return;
      const { options } = interaction;
      Object.assign(seen, {
        text: options.getString('text'),
        hours: options.getInteger('hours'),
        ratio: options.getNumber('ratio'),
        public: options.getBoolean('public'),
        who: options.getUser('who')?.displayName,
        member: options.getMember('who') !== null,
        where: options.getChannel('where')?.name,
        role: options.getRole('role')?.name,
        whom: options.getMentionable('whom') !== null,
        file: options.getAttachment('file')?.name,
        track: options.getString('track'),
      });
      await interaction.reply('ok');
    },
  });
  const file = { name: 'a.txt', contentType: 'text/plain', bytes: new TextEncoder().encode('hello') };
  const bea = playground.person('Bea');
  const more = { who: bea, where: '#general', role: 'Moderators', whom: 'Bea', file, track: 'Go' };
  await playground.person('Ada').slash('typed', { text: 'abc', hours: 5, ratio: 0.5, public: true, ...more });
  expect(seen).toEqual({
    ...{ text: 'abc', hours: 5, ratio: 0.5, public: true, who: 'Bea', member: true, where: 'general' },
    ...{ role: 'Moderators', whom: true, file: 'a.txt', track: 'go' },
  });
});

test.each([
  [{}, /needs the option "text"/],
  [{ text: 'abc', nope: 1 }, /has no option "nope"/],
  [{ text: 5 }, /takes a string/],
  [{ text: 'a' }, /2 to 5 characters/],
  [{ text: 'abcdef' }, /2 to 5 characters/],
  [{ text: 'abc', hours: 0 }, /from 1 to 60/],
  [{ text: 'abc', hours: 61 }, /from 1 to 60/],
  [{ text: 'abc', hours: 1.5 }, /whole number/],
  [{ text: 'abc', public: 'yes' }, /takes a boolean/],
  [{ text: 'abc', track: 'rust' }, /is no choice/],
  [{ text: 'abc', who: 'Nobody' }, /There is no user/],
])('Discord would not send the options %j', async (options, message) => {
  const playground = await aPlayground();
  await aBot(playground, { commands: [typed], on: answer as never });
  await expect(playground.person('Ada').slash('typed', options as never)).rejects.toThrow(message);
  expect(playground.exchanges).toEqual([]);
});

test('subcommands are named by words, and one is needed', async () => {
  const playground = await aPlayground();
  const setup = new SlashCommandBuilder()
    .setName('setup')
    .setDescription('Sets up')
    .addSubcommand((sub) =>
      sub
        .setName('new')
        .setDescription('A new one')
        .addStringOption((o) => o.setName('name').setDescription('Name')),
    )
    .addSubcommandGroup((group) =>
      group
        .setName('rest')
        .setDescription('Breaks')
        .addSubcommand((sub) => sub.setName('add').setDescription('Adds')),
    );
  const seen: unknown[] = [];
  await aBot(playground, {
    commands: [setup.toJSON()],
    async on(interaction) {
      if (!interaction.isChatInputCommand()) return;
      const { options } = interaction;
      seen.push([options.getSubcommandGroup(), options.getSubcommand(), options.getString('name')]);
      await interaction.reply('ok');
    },
  });
  const ada = playground.person('Ada');
  await ada.slash('setup new', { name: 'X' });
  await ada.slash('setup rest add');
  expect(seen).toEqual([
    [null, 'new', 'X'],
    ['rest', 'add', null],
  ]);
  await expect(ada.slash('setup')).rejects.toThrow(/needs one of its subcommands: new, rest/);
});

test('commands are offered only where and to whom they should be', async () => {
  const playground = await aPlayground();
  const names = [
    { name: 'everywhere', description: 'x' },
    { name: 'server', description: 'x', contexts: [0] },
    { name: 'private', description: 'x', contexts: [1] },
    { name: 'moderators', description: 'x', contexts: [0], defaultMemberPermissions: 1n << 5n },
    { name: 'nobody', description: 'x', contexts: [0], defaultMemberPermissions: 0n },
  ];
  const bot = await aBot(playground, { commands: names, on: answer as never });
  await bot.application.commands.create({ name: 'here', description: 'x' }, bot.guilds.cache.first()?.id as string);
  const ada = playground.person('Ada');
  const max = playground.person('Max', { moderator: true });
  expect(ada.commands()).toEqual(['here', 'everywhere', 'server']);
  expect(ada.privately.commands()).toEqual(['everywhere', 'private']);
  expect(max.commands()).toEqual(['here', 'everywhere', 'server', 'moderators']);
  await expect(ada.slash('moderators')).rejects.toThrow(
    /does not offer \/moderators to Ada here: its default_member_permissions/,
  );
  await expect(ada.privately.slash('server')).rejects.toThrow(/contexts/);
  await expect(ada.slash('nothing')).rejects.toThrow(/Offered here: \/here, \/everywhere, \/server/);
});

test('suggestions come for what is typed, also when required options are missing', async () => {
  const playground = await aPlayground();
  const step = new SlashCommandBuilder()
    .setName('step')
    .setDescription('A step')
    .addStringOption((option) =>
      option.setName('step').setDescription('Which').setRequired(true).setAutocomplete(true),
    );
  await aBot(playground, {
    commands: [step.toJSON(), ping],
    async on(interaction) {
      if (!interaction.isAutocomplete()) return;
      await interaction.respond([{ name: `You typed ${interaction.options.getFocused()}`, value: 'x' }]);
    },
  });
  const ada = playground.person('Ada');
  expect(await ada.suggestions('step', { step: 'htpp' })).toEqual([{ name: 'You typed htpp', value: 'x' }]);
  await expect(ada.suggestions('ping', {})).rejects.toThrow(/no option with autocomplete/);
});
