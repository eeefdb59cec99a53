import { Events, GatewayIntentBits } from 'discord.js';
import { expect, test } from 'vitest';
import { aBot, aPlayground, eventually, ping } from './support/bot.ts';

async function aConnectedBot(options: object = {}) {
  const playground = await aPlayground();
  const bot = await aBot(playground, {
    commands: [ping],
    on: async (interaction) => (interaction.isChatInputCommand() ? interaction.reply('pong') : undefined),
    ...options,
  });
  return { playground, bot, guild: bot.guilds.cache.first() };
}

test('after a dropped connection the bot resumes and hears what it missed', async () => {
  const { playground, bot } = await aConnectedBot();
  let resumed = 0;
  bot.on(Events.ShardResume, () => {
    resumed += 1;
  });
  playground.controls.disconnect();
  const asked = playground.person('Ada').slash('ping');
  expect((await asked).text).toBe('pong');
  await eventually(() => resumed === 1);
});

test('a session that was forgotten begins anew', async () => {
  const { playground, bot } = await aConnectedBot();
  let ready = 0;
  bot.on(Events.ShardReady, () => {
    ready += 1;
  });
  playground.controls.disconnect({ forget: true });
  await eventually(() => ready === 1, 10_000);
  expect((await playground.person('Ada').slash('ping')).text).toBe('pong');
});

test('the bot comes back when it is asked to reconnect, and after an invalid session', async () => {
  const { playground, bot } = await aConnectedBot();
  const heard: string[] = [];
  bot.on(Events.ShardResume, () => heard.push('resumed'));
  bot.on(Events.ShardReady, () => heard.push('ready'));
  playground.controls.requestReconnect();
  // The bot's own word, not the gateway's: discord.js throws on a session that ends while it still reads RESUMED.
  await eventually(() => heard.includes('resumed'));
  playground.controls.invalidateSession();
  await eventually(() => heard.includes('ready'), 10_000);
  expect(heard).toEqual(['resumed', 'ready']);
  expect((await playground.person('Ada').slash('ping')).text).toBe('pong');
});

test('a heartbeat that is asked for is sent and acknowledged', async () => {
  const { playground, bot } = await aConnectedBot();
  playground.controls.requestHeartbeat();
  await eventually(() => bot.ws.ping >= 0);
});

test('while Discord is down nothing gets through, and afterwards everything does', async () => {
  const { playground, bot } = await aConnectedBot();
  playground.controls.setOffline(true);
  await expect(bot.rest.get('/users/@me')).rejects.toThrow();
  playground.controls.setOffline(false);
  await eventually(() => playground.controls.isConnected(), 15_000);
  expect((await playground.person('Ada').slash('ping')).text).toBe('pong');
});

test('an outage of a server is no removal', async () => {
  const { playground, bot, guild } = await aConnectedBot();
  const seen: string[] = [];
  bot.on(Events.GuildUnavailable, () => seen.push('unavailable'));
  bot.on(Events.GuildAvailable, () => seen.push('available'));
  bot.on(Events.GuildDelete, () => seen.push('deleted'));
  playground.controls.makeUnavailable();
  await eventually(() => guild?.available === false);
  playground.controls.makeAvailable();
  await eventually(() => guild?.available === true);
  expect(seen).toEqual(['unavailable', 'available']);
});

test('being removed from a server and invited again is heard of', async () => {
  const { playground, bot, guild } = await aConnectedBot();
  playground.controls.kickBot();
  await eventually(() => bot.guilds.cache.size === 0);
  playground.controls.inviteBot();
  await eventually(() => bot.guilds.cache.has(guild?.id as string));
  playground.controls.addServer('Second');
  await eventually(() => bot.guilds.cache.size === 2);
});

test('channels, roles, rights and names are kept up to date in the cache', async () => {
  const { playground, bot, guild } = await aConnectedBot();
  const { controls } = playground;
  const channel = controls.addChannel('news', { kind: 'announcement' });
  await eventually(() => guild?.channels.cache.has(channel.id) === true);
  controls.renameChannel('news', 'old-news');
  await eventually(() => guild?.channels.cache.get(channel.id)?.name === 'old-news');
  controls.removeChannel('old-news');
  await eventually(() => guild?.channels.cache.has(channel.id) === false);
  const role = controls.addRole('Cohort', { mentionable: true });
  await eventually(() => guild?.roles.cache.get(role.id)?.mentionable === true);
  controls.removeRole('Cohort');
  await eventually(() => guild?.roles.cache.has(role.id) === false);
  controls.grantBot(['ManageRoles']);
  await eventually(() => guild?.members.me?.permissions.has('ManageRoles') === true);
  controls.giveRole({ id: bot.user.id }, 'Moderators');
  await eventually(() => guild?.members.me?.permissions.has('ManageGuild') === true);
  controls.renameServer('Reading room');
  await eventually(() => guild?.name === 'Reading room');
});

test('with the Guilds intent alone the bot hears no messages and no members leaving', async () => {
  const { playground, bot } = await aConnectedBot();
  const seen: string[] = [];
  bot.on(Events.Raw as never, ((packet: { t: string }) => seen.push(packet.t)) as never);
  const ada = playground.person('Ada');
  ada.write('hello');
  playground.controls.removeMember(ada);
  playground.controls.addRole('Last');
  await eventually(() => seen.includes('GUILD_ROLE_CREATE'));
  expect(seen).toEqual(['GUILD_ROLE_CREATE']);
});

test('with the message intent messages are heard', async () => {
  const { playground, bot } = await aConnectedBot({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages],
  });
  const seen: string[] = [];
  bot.on(Events.MessageCreate, (message) => seen.push(message.author.displayName));
  playground.person('Ada').write('hello');
  await eventually(() => seen.length === 1);
  expect(seen).toEqual(['Ada']);
});
