import {
  ActionRowBuilder,
  ButtonBuilder,
  type ButtonInteraction,
  ButtonStyle,
  type ChatInputCommandInteraction,
  type Interaction,
  MessageFlags,
  StringSelectMenuBuilder,
  UserSelectMenuBuilder,
} from 'discord.js';
import { expect, test } from 'vitest';
import { aBot, aPlayground, eventually, ping } from './support/bot.ts';

const button = (id: string, label: string, disabled = false) =>
  new ButtonBuilder().setCustomId(id).setLabel(label).setStyle(ButtonStyle.Primary).setDisabled(disabled);
const row = (...parts: ButtonBuilder[]) => new ActionRowBuilder<ButtonBuilder>().addComponents(...parts);

type OnCommand = (interaction: ChatInputCommandInteraction) => Promise<unknown>;
type OnButton = (interaction: ButtonInteraction) => Promise<unknown>;

async function aBotThat(
  onCommand: OnCommand,
  onButton?: OnButton,
  more?: (interaction: Interaction) => Promise<unknown>,
) {
  const playground = await aPlayground();
  await aBot(playground, {
    commands: [ping],
    async on(interaction) {
      if (interaction.isChatInputCommand()) await onCommand(interaction);
      else if (interaction.isButton()) await onButton?.(interaction);
      else await more?.(interaction);
    },
  });
  return { playground, ada: playground.person('Ada', { locale: 'de' }), bea: playground.person('Bea') };
}

test('an interaction carries everything that Discord sends', async () => {
  const { ada, playground } = await aBotThat(async (interaction) => {
    await interaction.reply(
      [
        interaction.locale,
        interaction.guildLocale,
        interaction.appPermissions.has('SendMessages'),
        interaction.memberPermissions?.has('ManageGuild'),
        interaction.context,
        interaction.authorizingIntegrationOwners.guildId === interaction.guildId,
        interaction.entitlements.size,
        interaction.attachmentSizeLimit,
        interaction.channel?.isTextBased(),
        interaction.inCachedGuild(),
      ].join(' '),
    );
  });
  expect((await ada.slash('ping')).text).toBe('de en-US true false 0 true 0 10485760 true true');
  expect(playground.exchanges[0]).toMatchObject({ person: 'Ada', kind: 'command', name: 'ping', error: undefined });
});

test('a public answer stands in the channel, a private one only before its reader', async () => {
  const { ada, bea, playground } = await aBotThat(async (interaction) => {
    const flags = interaction.user.displayName === 'Ada' ? MessageFlags.Ephemeral : undefined;
    await interaction.reply({ content: `Hi ${interaction.user.displayName}`, ...(flags ? { flags } : {}) });
  });
  const screen = await ada.slash('ping');
  expect([screen.text, screen.private, screen.kind]).toEqual(['Hi Ada', true, 'message']);
  await bea.slash('ping');
  expect(playground.channel('study').messages.map(({ text }) => text)).toEqual(['Hi Bea']);
  expect(ada.read().map(({ text, private: own }) => [text, own])).toEqual([
    ['Hi Ada', true],
    ['Hi Bea', false],
  ]);
  expect(bea.read().map(({ text }) => text)).toEqual(['Hi Bea']);
});

test('in the private chat there is a user and no server', async () => {
  const { ada } = await aBotThat((interaction) =>
    interaction.reply(`${interaction.user.displayName} ${interaction.inGuild()} ${interaction.context}`),
  );
  expect((await ada.privately.slash('ping')).text).toBe('Ada false 1');
  expect(ada.privately.read()).toHaveLength(1);
});

test('a button updates its message, which discord.js then edits further', async () => {
  const { ada, playground } = await aBotThat(
    (interaction) =>
      interaction.reply({ content: 'One', components: [row(button('a', 'Next'), button('b', 'Old', true))] }),
    async (interaction) => {
      await interaction.update({ content: 'Two', components: [] });
    },
  );
  const screen = await ada.slash('ping');
  expect(screen.labels).toEqual(['Next']);
  expect((await ada.press('Next')).kind).toBe('update');
  expect(screen.text).toBe('Two');
  expect(playground.channel('study').messages).toHaveLength(1);
  expect(playground.channel('study').messages[0]?.edited).toBe(true);
});

test('a missing, disabled or foreign control cannot be used; a forged id can', async () => {
  const { ada, bea } = await aBotThat(
    (interaction) =>
      interaction.reply({
        content: 'One',
        flags: MessageFlags.Ephemeral,
        components: [row(button('a', 'Next'), button('b', 'Old', true))],
      }),
    (interaction) => interaction.reply(`Pressed ${interaction.customId}`),
  );
  const screen = await ada.slash('ping');
  await expect(ada.press('Nothing')).rejects.toThrow(
    'There is no button "Nothing" here. There are: "Next" (a), "Old" (b, disabled).',
  );
  await expect(ada.press('Old')).rejects.toThrow(/disabled/);
  await expect(bea.press('Next', screen)).rejects.toThrow(/private to somebody else/);
  expect((await ada.forge(screen, 'step:other:9')).text).toBe('Pressed step:other:9');
});

test('a deferred answer is awaited until it is filled in', async () => {
  const { ada } = await aBotThat(async (interaction) => {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await new Promise((resolve) => setTimeout(resolve, 30));
    await interaction.editReply('Done');
  });
  const screen = await ada.slash('ping');
  expect([screen.text, screen.private, screen.deferred, screen.pending]).toEqual(['Done', true, true, false]);
});

test('a follow-up right after a deferral fills it in and keeps its visibility', async () => {
  const { ada, playground } = await aBotThat(async (interaction) => {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.followUp('Filled in');
    await interaction.followUp('A second one');
  });
  const screen = await ada.slash('ping');
  await eventually(() => screen.followUps.length === 1);
  expect([screen.text, screen.private]).toEqual(['Filled in', true]);
  expect(playground.channel('study').messages.map(({ text }) => text)).toEqual(['A second one']);
});

test('a deferred update is awaited, and may bring a private follow-up', async () => {
  const { ada } = await aBotThat(
    (interaction) => interaction.reply({ content: 'Public', components: [row(button('a', 'Mine'))] }),
    async (interaction) => {
      await interaction.deferUpdate();
      await interaction.followUp({ content: 'Only you', flags: MessageFlags.Ephemeral });
    },
  );
  await ada.slash('ping');
  const screen = await ada.press('Mine');
  expect([screen.text, screen.private]).toEqual(['Only you', true]);
});

test('answers are read, edited and deleted through the interaction', async () => {
  const seen: string[] = [];
  const { ada, playground } = await aBotThat(async (interaction) => {
    await interaction.reply('One');
    seen.push((await interaction.fetchReply()).content);
    await interaction.editReply('Two');
    const second = await interaction.followUp('Three');
    await interaction.editReply({ message: second, content: 'Four' });
    await interaction.deleteReply(second);
    await interaction.deleteReply();
    seen.push('done');
  });
  await ada.slash('ping');
  await eventually(() => seen.length === 2);
  expect(seen[0]).toBe('One');
  expect(playground.channel('study').messages).toEqual([]);
});

test('with_response brings the message back at once', async () => {
  const { ada, playground } = await aBotThat(async (interaction) => {
    const answer = await interaction.reply({ content: 'One', withResponse: true });
    await interaction.editReply(`Id ${answer.resource?.message?.id}`);
  });
  const screen = await ada.slash('ping');
  await eventually(() => screen.text !== 'One');
  expect(screen.text).toBe(`Id ${playground.channel('study').messages[0]?.id}`);
});

test('selects send values, and people with their membership', async () => {
  const strings = new StringSelectMenuBuilder().setCustomId('s').setPlaceholder('Go to').setMaxValues(2);
  strings.addOptions({ label: 'SQL', value: 'sql' }, { label: 'Git', value: 'git', default: true });
  const users = new UserSelectMenuBuilder().setCustomId('u').setPlaceholder('Who');
  const { ada } = await aBotThat(
    (interaction) =>
      interaction.reply({
        content: 'One',
        components: [strings, users].map((select) =>
          new ActionRowBuilder<typeof select>().addComponents(select),
        ) as never,
      }),
    undefined,
    async (interaction) => {
      if (interaction.isStringSelectMenu()) await interaction.reply(interaction.values.join());
      if (interaction.isUserSelectMenu())
        await interaction.reply(`${interaction.users.first()?.displayName} ${interaction.members.size}`);
    },
  );
  const screen = await ada.slash('ping');
  expect((await ada.choose('Go to', ['SQL', 'git'], screen)).text).toBe('sql,git');
  expect((await ada.choose('Who', 'Bea', screen)).text).toBe('Bea 1');
  await expect(ada.choose('Go to', ['css'], screen)).rejects.toThrow(/has no option "css": SQL, Git/);
  await expect(ada.choose('Go to', [], screen)).rejects.toThrow(/takes 1 to 2 values/);
});
