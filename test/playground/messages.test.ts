import {
  AttachmentBuilder,
  type Client,
  type ForumChannel,
  MessageFlags,
  type NewsChannel,
  type TextChannel,
  ThreadAutoArchiveDuration,
  type ThreadChannel,
} from 'discord.js';
import { expect, test } from 'vitest';
import type { Playground } from '../../playground/start.ts';
import { aBot, aClock, aPlayground, eventually, refusal } from './support/bot.ts';

async function aBotInStudy(options: object = {}) {
  const playground = await aPlayground(options);
  const bot = await aBot(playground);
  return { playground, bot, controls: playground.controls, study: channelOf(bot, playground, 'study') as TextChannel };
}

function channelOf(bot: Client, playground: Playground, name: string) {
  return bot.channels.cache.get(playground.channel(name).id);
}

test('a post is sent, edited, fetched, listed and deleted', async () => {
  const { playground, study } = await aBotInStudy();
  const first = await study.send('One');
  await study.send('Two');
  await first.edit('One, changed');
  expect((await study.messages.fetch({ message: first.id, force: true })).content).toBe('One, changed');
  expect((await study.messages.fetch({ limit: 5, cache: false })).map(({ content }) => content)).toEqual([
    'Two',
    'One, changed',
  ]);
  await first.delete();
  expect(playground.channel('study').messages.map(({ text }) => text)).toEqual(['Two']);
  expect(await refusal(study.messages.fetch({ message: first.id, force: true }))).toBe(10008);
});

test('a nonce that is enforced posts once, and is forgotten after a few minutes', async () => {
  const clock = aClock();
  const { playground, study } = await aBotInStudy({ clock });
  const send = (nonce: string, enforceNonce = true) => study.send({ content: 'One', nonce, enforceNonce });
  const [first, second] = [await send('post-1'), await send('post-1')];
  expect(second.id).toBe(first.id);
  await send('post-2');
  await send('post-2', false);
  clock.advance(6 * 60_000);
  await send('post-1');
  expect(playground.channel('study').messages).toHaveLength(4);
});

test('an answer that was lost and is sent again with its nonce stands once', async () => {
  const { playground, study, controls } = await aBotInStudy();
  controls.loseAnswer('POST /channels/:channel/messages');
  expect(await refusal(study.send({ content: 'One', nonce: 'n', enforceNonce: true }))).toBeDefined();
  await study.send({ content: 'One', nonce: 'n', enforceNonce: true });
  expect(playground.channel('study').messages).toHaveLength(1);
});

test('files are kept, described and served', async () => {
  const { playground, study } = await aBotInStudy();
  const file = new AttachmentBuilder(Buffer.from('picture'), { name: 'bar.png', description: 'Two of five' });
  const sent = await study.send({ content: 'Here', files: [file] });
  const attachment = sent.attachments.first();
  expect([attachment?.name, attachment?.description, attachment?.size]).toEqual(['bar.png', 'Two of five', 7]);
  expect(await (await fetch(attachment?.url as string)).text()).toBe('picture');
  expect(playground.channel('study').messages[0]?.text).toBe('Here\n[file: Two of five]');
});

test('a picture of a Components V2 message is shown through attachment://', async () => {
  const { playground, study } = await aBotInStudy();
  await study.send({
    flags: MessageFlags.IsComponentsV2,
    files: [new AttachmentBuilder(Buffer.from('picture'), { name: 'bar.png' })],
    components: [{ type: 12, items: [{ media: { url: 'attachment://bar.png' }, description: 'Two of five' }] }],
  });
  const [message] = playground.channel('study').messages;
  expect(message?.text).toBe('[image: Two of five]');
  expect(JSON.stringify(message?.components)).toContain(`${playground.world.fileUrl}/attachments/`);
  expect(message?.json.attachments).toEqual([]);
});

test('only those who may be pinged are pinged, and an edit pings nobody', async () => {
  const { playground, study, controls } = await aBotInStudy();
  const ada = playground.person('Ada');
  const role = controls.addRole('Cohort');
  const text = `<@${ada.id}> <@&${role.id}> @everyone`;
  const all = { parse: ['users', 'roles', 'everyone'] as const };
  const pings = async (options: object) => {
    await study.send({ content: text, ...options });
    return playground.channel('study').messages.at(-1)?.pings;
  };
  expect(await pings({ allowedMentions: { parse: [] } })).toEqual({ users: [], roles: [], everyone: false });
  expect(await pings({ allowedMentions: all })).toEqual({ users: [ada.id], roles: [], everyone: false });
  controls.grantBot(['MentionEveryone']);
  expect(await pings({ allowedMentions: all })).toEqual({ users: [ada.id], roles: [role.id], everyone: true });
  expect(await pings({ allowedMentions: { roles: [role.id] } })).toEqual({
    users: [],
    roles: [role.id],
    everyone: false,
  });
  const sent = await study.send('Quiet');
  await sent.edit(text);
  expect(playground.channel('study').messages.at(-1)?.pings).toEqual({ users: [], roles: [], everyone: false });
});

test('text displays ping too', async () => {
  const { playground, study } = await aBotInStudy();
  const ada = playground.person('Ada');
  await study.send({ flags: MessageFlags.IsComponentsV2, components: [{ type: 10, content: `<@${ada.id}>` }] });
  expect(playground.channel('study').messages[0]?.pings.users).toEqual([ada.id]);
});

test('missing rights are 50001 and 50013', async () => {
  const { study, controls } = await aBotInStudy();
  const embeds = [{ description: 'x' }];
  controls.overwrite('study', 'Cairn', { deny: ['EmbedLinks'] });
  expect(await refusal(study.send({ embeds }))).toBe(50013);
  expect(await refusal(study.send('Plain'))).toBeUndefined();
  controls.overwrite('study', 'Cairn', { deny: ['AttachFiles'] });
  expect(await refusal(study.send({ files: [new AttachmentBuilder(Buffer.from('x'), { name: 'x.txt' })] }))).toBe(
    50013,
  );
  controls.overwrite('study', 'Cairn', { deny: ['SendMessages'] });
  expect(await refusal(study.send('Plain'))).toBe(50013);
  controls.overwrite('study', 'Cairn', { deny: ['ViewChannel'] });
  expect(await refusal(study.send('Plain'))).toBe(50001);
  controls.removeChannel('study');
  expect(await refusal(study.send('Plain'))).toBe(10003);
});

test('without Read Message History the list is empty, not refused', async () => {
  const { study, controls } = await aBotInStudy();
  await study.send('One');
  controls.overwrite('study', 'Cairn', { deny: ['ReadMessageHistory'] });
  expect((await study.messages.fetch({ limit: 5, cache: false })).size).toBe(0);
});

test('a thread from a message has its id, archives, unarchives by sending, and refuses edits while archived', async () => {
  const { playground, study, controls } = await aBotInStudy();
  const message = await study.send('Topic');
  const thread = await message.startThread({ name: 'Talk' });
  expect(thread.id).toBe(message.id);
  const inside = await thread.send('Inside');
  controls.setArchived('Talk', true);
  expect(await refusal(inside.edit('Changed'))).toBe(50083);
  await thread.send('Awake');
  expect(playground.world.channels.get(thread.id)?.thread?.archived).toBe(false);
  await inside.edit('Changed');
  await thread.setArchived(true);
  expect((await study.threads.fetchArchived()).threads.map(({ name }) => name)).toEqual(['Talk']);
  await thread.setArchived(false);
  expect((await study.threads.fetchActive()).threads.size).toBe(1);
  controls.setArchived('Talk', true, { locked: true });
  expect(await refusal(thread.send('Locked'))).toBe(50013);
  controls.grantBot(['ManageThreads']);
  expect(await refusal(thread.send('Locked'))).toBeUndefined();
});

test('a message carries the thread that hangs on it, with what was written there', async () => {
  const { study } = await aBotInStudy();
  const message = await study.send('Topic');
  const thread = await message.startThread({ name: 'Talk' });
  await thread.send('Inside');
  const read = (await study.client.rest.get(`/channels/${study.id}/messages/${message.id}`)) as { thread?: object };
  expect(read.thread).toMatchObject({ id: thread.id, name: 'Talk', parent_id: study.id, message_count: 1 });
});

test('what was deleted in a thread is counted as sent alone, and what a post begins with as no message', async () => {
  const { study, playground, bot } = await aBotInStudy();
  const thread = await study.threads.create({ name: 'Talk' });
  await thread.send('Stays');
  await (await thread.send('Goes')).delete();
  const count = async (id: string) => (await study.client.rest.get(`/channels/${id}`)) as object;
  expect(await count(thread.id)).toMatchObject({ message_count: 1, total_message_sent: 2 });
  const forum = channelOf(bot, playground, 'forum') as ForumChannel;
  const post = await forum.threads.create({ name: 'Week one', message: { content: 'How did it go?' } });
  expect(await count(post.id)).toMatchObject({ message_count: 0 });
});

test('a thread in which nothing happens archives itself after the time that it was made for', async () => {
  const clock = aClock();
  const { study } = await aBotInStudy({ clock });
  const thread = await study.threads.create({ name: 'Talk', autoArchiveDuration: ThreadAutoArchiveDuration.OneDay });
  const names = async () => (await study.threads.fetchActive(false)).threads.map(({ name }) => name);
  clock.advance(23 * 3_600_000);
  const inside = await thread.send('Still here');
  clock.advance(24 * 3_600_000 - 1);
  expect(await names()).toEqual(['Talk']);
  clock.advance(1);
  expect(await names()).toEqual([]);
  expect(await refusal(inside.edit('Changed'))).toBe(50083);
  await thread.setArchived(false);
  clock.advance(23 * 3_600_000);
  await inside.edit('Changed');
  expect(await names()).toEqual(['Talk']);
});

test('threads need Send Messages in Threads, not Send Messages', async () => {
  const { study, controls } = await aBotInStudy();
  const thread = await study.threads.create({ name: 'Talk' });
  controls.overwrite('study', 'Cairn', { deny: ['SendMessages'] });
  expect(await refusal(thread.send('One'))).toBeUndefined();
  controls.overwrite('study', 'Cairn', { deny: ['SendMessagesInThreads'] });
  expect(await refusal(thread.send('One'))).toBe(50013);
});

test('a forum post is a thread with a message of its id, and may need a tag', async () => {
  const { playground, bot, controls } = await aBotInStudy();
  const forum = channelOf(bot, playground, 'forum') as ForumChannel;
  const post = (await forum.threads.create({ name: 'Week 1', message: { content: 'Hello' } })) as ThreadChannel;
  expect(playground.channel('Week 1').messages.map(({ id, text }) => [id, text])).toEqual([[post.id, 'Hello']]);
  controls.setTagRequired('forum', true);
  expect(await refusal(forum.threads.create({ name: 'Week 2', message: { content: 'Hello' } }))).toBe(40067);
  const appliedTags = [forum.availableTags[0]?.id as string];
  expect(
    await refusal(forum.threads.create({ name: 'Week 2', message: { content: 'Hello' }, appliedTags })),
  ).toBeUndefined();
  controls.overwrite('forum', 'Cairn', { deny: ['SendMessages'] });
  expect(await refusal(forum.threads.create({ name: 'Week 3', message: { content: 'Hello' }, appliedTags }))).toBe(
    50013,
  );
});

test('an announcement can be published', async () => {
  const { playground, bot } = await aBotInStudy();
  const message = await (channelOf(bot, playground, 'announcements') as NewsChannel).send('News');
  await message.crosspost();
  expect(playground.channel('announcements').messages[0]?.flags).toBe(1);
});

test('a private message arrives unless the person refuses or shares no server', async () => {
  const { playground, bot, controls } = await aBotInStudy();
  const ada = playground.person('Ada');
  const user = await bot.users.fetch(ada.id);
  await user.send('Hello');
  expect(ada.privately.read().map(({ text }) => text)).toEqual(['Hello']);
  controls.setAcceptsPrivateMessages(ada, false);
  expect(await refusal(user.send('Hello'))).toBe(50007);
  controls.setAcceptsPrivateMessages(ada, true);
  controls.removeMember(ada);
  expect(await refusal(user.send('Hello'))).toBe(50278);
  expect(await refusal(bot.users.fetch('1', { force: true }))).toBe(10013);
});

test('who left is an unknown member, and roles follow the hierarchy', async () => {
  const { playground, bot, controls } = await aBotInStudy();
  const guild = bot.guilds.cache.first();
  const ada = playground.person('Ada');
  const [low, high] = [controls.addRole('Low'), controls.addRole('High', { aboveBot: true })];
  const member = await guild?.members.fetch(ada.id);
  expect(await refusal(member?.roles.add(low.id) as Promise<unknown>)).toBe(50013);
  controls.grantBot(['ManageRoles']);
  await member?.roles.add(low.id);
  expect(playground.controls.server().members.get(ada.id)?.roles.has(low.id)).toBe(true);
  await member?.roles.remove(low.id);
  expect(await refusal(member?.roles.add(high.id) as Promise<unknown>)).toBe(50013);
  controls.removeMember(ada);
  expect(await refusal(guild?.members.fetch({ user: ada.id, force: true }) as Promise<unknown>)).toBe(10007);
});

test('scheduled events are made, changed and deleted', async () => {
  const { bot, controls } = await aBotInStudy();
  const guild = bot.guilds.cache.first();
  const soon = (hours: number) => new Date(Date.now() + hours * 3_600_000);
  const event = {
    name: 'Kick-off',
    privacyLevel: 2,
    entityType: 3,
    scheduledStartTime: soon(1),
    scheduledEndTime: soon(2),
  } as const;
  const made = await guild?.scheduledEvents.create({ ...event, entityMetadata: { location: '#study' } });
  await made?.edit({ name: 'Start' });
  expect((await guild?.scheduledEvents.fetch())?.map(({ name }) => name)).toEqual(['Start']);
  await made?.delete();
  const past = { ...event, scheduledStartTime: soon(-1), entityMetadata: { location: '#study' } };
  expect(await refusal(guild?.scheduledEvents.create(past) as Promise<unknown>)).toBe(50035);
  controls.revokeBot(['CreateEvents']);
  const again = { ...event, entityMetadata: { location: '#study' } };
  expect(await refusal(guild?.scheduledEvents.create(again) as Promise<unknown>)).toBe(50013);
});

test('typing is accepted, and rights in the cache follow', async () => {
  const { playground, study, bot, controls } = await aBotInStudy();
  await study.sendTyping();
  controls.overwrite('study', '@everyone', { deny: ['SendMessages'] });
  const me = () => bot.guilds.cache.first()?.members.me;
  await eventually(() => study.permissionsFor(me() as never)?.has('SendMessages') === false);
  expect(() => playground.person('Ada').in('moderators').read()).toThrow(/cannot see #moderators/);
});
