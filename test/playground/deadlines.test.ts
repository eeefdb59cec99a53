import { type ChatInputCommandInteraction, MessageFlags } from 'discord.js';
import { expect, test } from 'vitest';
import { aBot, aClock, aPlayground, eventually, ping, refusal } from './support/bot.ts';

type Work = (interaction: ChatInputCommandInteraction) => Promise<unknown>;

async function aSlowBot(work: Work, options: object = {}) {
  const playground = await aPlayground(options);
  await aBot(playground, {
    commands: [ping],
    on: async (interaction) => (interaction.isChatInputCommand() ? work(interaction) : undefined),
  });
  return playground;
}

test('who is not answered in time is told so, and the late answer is 10062', async () => {
  const codes: unknown[] = [];
  const playground = await aSlowBot(
    async (interaction) => {
      await new Promise((resolve) => setTimeout(resolve, 120));
      codes.push(await refusal(interaction.reply('Too late')));
    },
    { limits: { answerMs: 60 } },
  );
  await expect(playground.person('Ada').slash('ping')).rejects.toThrow(
    'The application did not respond within 0.06 seconds.',
  );
  await eventually(() => codes.length === 1);
  expect(codes).toEqual([10062]);
  expect(playground.channel('study').messages).toEqual([]);
});

test('the three seconds count by the injected clock too', async () => {
  const clock = aClock();
  const codes: unknown[] = [];
  const playground = await aSlowBot(
    async (interaction) => {
      clock.advance(3_001);
      codes.push(await refusal(interaction.reply('Too late')));
    },
    { clock, limits: { answerMs: 3_000 } },
  );
  void playground
    .person('Ada')
    .slash('ping')
    .catch(() => undefined);
  await eventually(() => codes.length === 1);
  expect(codes).toEqual([10062]);
});

test('a second first answer is 40060', async () => {
  const codes: unknown[] = [];
  const playground = await aSlowBot(async (interaction) => {
    await interaction.reply('One');
    interaction.replied = false;
    codes.push(await refusal(interaction.reply('Two')));
  });
  await playground.person('Ada').slash('ping');
  await eventually(() => codes.length === 1);
  expect(codes).toEqual([40060]);
});

test('a token lives 15 minutes; then it is 50027', async () => {
  const clock = aClock();
  const kept: ChatInputCommandInteraction[] = [];
  const playground = await aSlowBot(
    async (interaction) => {
      await interaction.reply({ content: 'One', flags: MessageFlags.Ephemeral });
      kept.push(interaction);
    },
    { clock },
  );
  const screen = await playground.person('Ada').slash('ping');
  await eventually(() => kept.length === 1);
  clock.advance(14 * 60_000);
  await kept[0]?.editReply('Two');
  expect(screen.text).toBe('Two');
  clock.advance(2 * 60_000);
  expect(await refusal(kept[0]?.editReply('Three') as Promise<unknown>)).toBe(50027);
  expect(await refusal(kept[0]?.followUp('Four') as Promise<unknown>)).toBe(50027);
});

test('a token that nobody knows, or one without a first answer, is 10015', async () => {
  const codes: unknown[] = [];
  const playground = await aSlowBot(
    async ({ client, applicationId, token, ...interaction }) => {
      const post = (secret: string) =>
        client.rest.post(`/webhooks/${applicationId}/${secret}`, { auth: false, body: { content: 'x' } });
      codes.push(await refusal(post('wrong')), await refusal(post(token)));
      void interaction;
    },
    { limits: { answerMs: 200 } },
  );
  await expect(playground.person('Ada').slash('ping')).rejects.toThrow(/did not respond/);
  expect(codes).toEqual([10015, 10015]);
});

test('snowflakes carry the injected time and only grow', async () => {
  const clock = aClock(Date.UTC(2027, 0, 1));
  const playground = await aSlowBot((interaction) => interaction.reply(String(interaction.createdTimestamp)), {
    clock,
  });
  const ada = playground.person('Ada');
  expect((await ada.slash('ping')).text).toBe(String(Date.UTC(2027, 0, 1)));
  clock.advance(-5_000);
  const [first, second] = [playground.world.nextId(), playground.world.nextId()];
  expect(BigInt(second) > BigInt(first)).toBe(true);
});

test('a person learns that the bot is not connected', async () => {
  const playground = await aSlowBot((interaction) => interaction.reply('One'), { limits: { answerMs: 50 } });
  const ada = playground.person('Ada');
  playground.controls.setOffline(true);
  await expect(ada.slash('ping')).rejects.toThrow(/not connected to the gateway/);
});

test('what stays deferred is told as still thinking', async () => {
  const playground = await aSlowBot((interaction) => interaction.deferReply(), { patience: { settleMs: 50 } });
  await expect(playground.person('Ada').slash('ping')).rejects.toThrow(/still thinking after 50 ms/);
});
