import {
  ActionRowBuilder,
  AttachmentBuilder,
  ButtonBuilder,
  ButtonStyle,
  type ChatInputCommandInteraction,
  ContainerBuilder,
  EmbedBuilder,
  MessageFlags,
  SectionBuilder,
  type TextChannel,
  TextDisplayBuilder,
  ThumbnailBuilder,
} from 'discord.js';
import { expect, test } from 'vitest';
import { aBot, aPlayground, eventually, ping } from './support/bot.ts';

const next = () => new ButtonBuilder().setCustomId('next').setLabel('Next').setStyle(ButtonStyle.Primary);
const card = (text: string) =>
  new ContainerBuilder()
    .setAccentColor(0x5865f2)
    .addTextDisplayComponents(new TextDisplayBuilder().setContent(text))
    .addSectionComponents(
      new SectionBuilder()
        .addTextDisplayComponents(new TextDisplayBuilder().setContent('Beside a picture'))
        .setThumbnailAccessory(new ThumbnailBuilder().setURL('attachment://bar.png').setDescription('Two of five')),
    )
    .addActionRowComponents((row) => row.addComponents(next()));
const picture = () => new AttachmentBuilder(Buffer.from('png'), { name: 'bar.png', description: 'Two of five' });

test('nothing that discord.js sends for usual posts breaks a rule', async () => {
  const playground = await aPlayground();
  const bot = await aBot(playground);
  const study = bot.channels.cache.get(playground.channel('study').id) as TextChannel;
  const post = await study.send({
    content: 'Week 1',
    embeds: [new EmbedBuilder().setTitle('Step').setDescription('HTTP').setTimestamp().setFooter({ text: 'Cairn' })],
    components: [new ActionRowBuilder<ButtonBuilder>().addComponents(next())],
    allowedMentions: { parse: [] },
    nonce: 'week-1',
    enforceNonce: true,
  });
  await post.edit({ content: 'Week 1, changed' });
  await post.edit({ embeds: [], components: [] });
  await post.suppressEmbeds(true);
  await post.reply({ content: 'A reply', allowedMentions: { repliedUser: false } });
  const poll = { question: { text: 'When?' }, answers: [{ text: 'Now' }, { text: 'Later' }] };
  await study.send({ poll: { ...poll, duration: 24, allowMultiselect: false } });
  const v2 = await study.send({ flags: MessageFlags.IsComponentsV2, components: [card('One')], files: [picture()] });
  await v2.edit({ components: [new TextDisplayBuilder().setContent('Two')] });
  await study.threads.create({ name: 'Talk', autoArchiveDuration: 1440, reason: 'Because' });
  await v2.startThread({ name: 'More' });
  expect(playground.violations).toEqual([]);
  expect(playground.channel('study').messages.map(({ text }) => text)).toEqual([
    'Week 1, changed',
    'A reply',
    'When?\nNow\nLater',
    'Two',
  ]);
});

test('nothing that discord.js sends for answers breaks a rule', async () => {
  const playground = await aPlayground();
  const work = async (interaction: ChatInputCommandInteraction) => {
    await interaction.reply({
      flags: MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral,
      components: [card('One')],
      files: [picture()],
    });
    await interaction.editReply({ flags: MessageFlags.IsComponentsV2, components: [card('Two')] });
    await interaction.followUp({ content: 'Three', flags: MessageFlags.Ephemeral, files: [picture()] });
  };
  await aBot(playground, {
    commands: [ping],
    async on(interaction) {
      if (interaction.isChatInputCommand()) await work(interaction);
      if (interaction.isButton())
        await interaction.update({
          components: [card('Four')],
          files: [picture()],
          attachments: [],
          flags: MessageFlags.IsComponentsV2,
        });
    },
  });
  const ada = playground.person('Ada');
  const screen = await ada.slash('ping');
  await eventually(() => screen.followUps.length === 1);
  expect(screen.text).toBe('Two\nBeside a picture\n[image: Two of five]');
  expect((await ada.press('Next', screen)).text).toBe('Four\nBeside a picture\n[image: Two of five]');
  expect(playground.violations).toEqual([]);
});

test('commands work in threads, where the bot sees the thread', async () => {
  const playground = await aPlayground();
  const bot = await aBot(playground, {
    commands: [ping],
    on: async (interaction) =>
      interaction.isChatInputCommand()
        ? interaction.reply(`In a thread: ${interaction.channel?.isThread()}`)
        : undefined,
  });
  const study = bot.channels.cache.get(playground.channel('study').id) as TextChannel;
  await study.threads.create({ name: 'Talk' });
  expect((await playground.person('Ada').in('Talk').slash('ping')).text).toBe('In a thread: true');
});

test('who shares no server with the bot cannot use it in private', async () => {
  const playground = await aPlayground();
  await aBot(playground, { commands: [ping] });
  const stranger = playground.person('Stranger', { server: null });
  await expect(stranger.privately.slash('ping')).rejects.toThrow(/share no server with the bot/);
});

test('people of one name are one person; another server is joined by name', async () => {
  const playground = await aPlayground();
  playground.controls.addServer('Second');
  await aBot(playground, {
    commands: [ping],
    on: async (interaction) =>
      interaction.isChatInputCommand() ? interaction.reply(interaction.guild?.name ?? '') : undefined,
  });
  expect(playground.person('Ada')).toBe(playground.person('Ada'));
  expect((await playground.person('Bea', { server: 'Second' }).slash('ping')).text).toBe('Second');
  expect(playground.channel('study', 'Second').messages.map(({ text }) => text)).toEqual(['Second']);
});
