import type { ChatInputCommandInteraction, DiscordAPIError, TextChannel } from 'discord.js';
import { expect, test } from 'vitest';
import { aBot, aPlayground, eventually, ping, refusal } from './support/bot.ts';

async function aBotThat(work: (interaction: ChatInputCommandInteraction) => Promise<unknown>, options: object = {}) {
  const playground = await aPlayground(options);
  const bot = await aBot(playground, {
    commands: [ping],
    on: async (interaction) => (interaction.isChatInputCommand() ? work(interaction) : undefined),
  });
  return { playground, bot, ada: playground.person('Ada') };
}

const twice = { type: 2, style: 1, label: 'Next', custom_id: 'a' };
const broken = { content: 'x', components: [{ type: 1, components: [twice, twice] }] };

test('an answer that breaks a rule is 50035 with the nested tree, recorded, and told to the person', async () => {
  let error: DiscordAPIError | undefined;
  const { playground, ada } = await aBotThat((interaction) =>
    interaction.reply(broken as never).catch((thrown: DiscordAPIError) => {
      error = thrown;
    }),
  );
  await expect(ada.slash('ping')).rejects.toThrow(
    /broke Discord's rules:\n- data\.components\.0\.components\.1\.custom_id: Component custom id cannot be duplicated/,
  );
  await eventually(() => error !== undefined);
  expect(error?.rawError).toMatchObject({
    code: 50035,
    message: 'Invalid Form Body',
    errors: {
      data: {
        components: {
          0: { components: { 1: { custom_id: { _errors: [{ code: 'COMPONENT_CUSTOM_ID_DUPLICATED' }] } } } },
        },
      },
    },
  });
  expect(playground.violations).toHaveLength(1);
  expect(playground.violations[0]).toMatchObject({
    route: 'POST /interactions/:interaction/:token/callback',
    body: { type: 4 },
  });
});

test('after a refused answer the bot may still answer', async () => {
  const { ada, playground } = await aBotThat(async (interaction) => {
    await interaction.reply(broken as never).catch(() => undefined);
    interaction.replied = false;
    await interaction.reply('Sorry');
  });
  await expect(ada.slash('ping')).rejects.toThrow(/rules/);
  await eventually(() => playground.channel('study').messages[0]?.text === 'Sorry');
});

test('a broken follow-up edit is told when the answer is awaited', async () => {
  const { ada } = await aBotThat(async (interaction) => {
    await interaction.deferReply();
    await interaction.editReply(broken as never);
  });
  await expect(ada.slash('ping')).rejects.toThrow(/PATCH \/webhooks/);
});

test('an empty message is 50006', async () => {
  const { bot, playground } = await aBotThat(async () => undefined);
  const study = bot.channels.cache.get(playground.channel('study').id) as TextChannel;
  expect(await refusal(study.send({ content: '' }))).toBe(50006);
  expect(playground.violations.map(({ code }) => code)).toEqual(['EMPTY_MESSAGE']);
});

test('commands that break a rule are not registered', async () => {
  const { bot, playground } = await aBotThat(async () => undefined);
  expect(await refusal(bot.application.commands.set([{ name: 'Upper', description: 'x' }] as never))).toBe(50035);
  expect(playground.person('Ada').commands()).toEqual(['ping']);
});

test('with checks switched off nothing is refused', async () => {
  const { ada, playground } = await aBotThat((interaction) => interaction.reply(broken as never), { checks: false });
  expect((await ada.slash('ping')).text).toBe('x');
  expect(playground.violations).toEqual([]);
});
