import { expect, test } from 'vitest';
import { changeCheckInSetting } from '../../src/actions/change-check-in-setting.ts';
import { checkGroup } from '../../src/actions/check-group.ts';
import { findNextDelivery } from '../../src/actions/claim-outbox.ts';
import { decideUncertain } from '../../src/actions/decide-uncertain.ts';
import { joinGroup } from '../../src/actions/join-group.ts';
import { retryBlocked } from '../../src/actions/retry-blocked.ts';
import type { SendOutcome } from '../../src/domain/delivery-port.ts';
import type { ChannelRight } from '../../src/domain/discord-port.ts';
import deliver from '../../src/jobs/deliver.ts';
import deliverNotices from '../../src/jobs/deliver-notices.ts';
import deliverPrivate from '../../src/jobs/deliver-private.ts';
import { createDrain } from '../../src/jobs/delivery.ts';
import { toStoredInstant } from '../../src/lib/stored-instant.ts';
import { insertHelpRequest } from '../../src/store/help-store.ts';
import { findOutboxRecord } from '../../src/store/outbox-store.ts';
import { saveSetting } from '../../src/store/setting-store.ts';
import { updateStudyGroup } from '../../src/store/study-group-store.ts';
import { aDesk, sent, start } from '../support/delivery-desk.ts';
import { aChannel, aDiscord, aRole, nightSchool } from '../support/groups.ts';
import { joined } from '../support/progress-builders.ts';

test('what is due is sent once and noted as sent', async () => {
  const desk = await aDesk();
  await desk.order('night.w.1');
  await desk.run();
  await desk.run();
  expect(desk.calls).toEqual(['send night.w.1 channel']);
  expect(await desk.stateOf('night.w.1')).toBe('sent');
});

test('after a lost answer the bot looks first, and what it finds is not sent again', async () => {
  const desk = await aDesk();
  desk.answers.push({ kind: 'lost' });
  desk.looks.push({ kind: 'looked', found: new Map([['night.w.1', { channelId: 'study', messageId: '7' }]]) });
  await desk.order('night.w.1');
  await desk.run();
  expect(await desk.stateOf('night.w.1')).toBe('waiting');
  desk.pass({ minutes: 1 });
  await desk.run();
  expect(desk.calls).toEqual(['send night.w.1 channel', 'look night.w.1']);
  expect(await findOutboxRecord(desk.deps.db, 'night.w.1')).toMatchObject({ state: 'sent', messageId: '7' });
});

const inStudy = (key: string) => new Map([[key, { channelId: 'study', messageId: '7' }]]);
const twoChannels = [aChannel(), aChannel({ id: 'general', name: 'general' })];

test('what may stand in the channel that the group had before is looked for there, too', async () => {
  const desk = await aDesk({ discord: aDiscord({ channels: twoChannels }) });
  desk.answers.push({ kind: 'lost' });
  await desk.order('night.w.1');
  await desk.run();
  await updateStudyGroup(desk.deps.db, nightSchool(), { channelId: 'general' });
  desk.looks.push({ kind: 'looked', found: inStudy('night.w.1') });
  desk.pass({ minutes: 1 });
  await desk.run();
  expect(desk.lookedIn).toEqual(['study']);
  expect(desk.calls).toEqual(['send night.w.1 channel', 'look night.w.1']);
  expect(await findOutboxRecord(desk.deps.db, 'night.w.1')).toMatchObject({ state: 'sent', channelId: 'study' });
});

test('what was sent to three channels perhaps is looked for in all of them', async () => {
  const discord = aDiscord({ channels: [...twoChannels, aChannel({ id: 'lounge', name: 'lounge' })] });
  const desk = await aDesk({ discord });
  desk.answers.push({ kind: 'lost' }, { kind: 'lost' });
  await desk.order('night.w.1');
  for (const channelId of ['study', 'general', 'lounge']) {
    await updateStudyGroup(desk.deps.db, nightSchool(), { channelId });
    await desk.run();
    desk.pass({ minutes: 1 });
  }
  expect(desk.lookedIn).toEqual(['study', 'general', 'study', 'general', 'lounge']);
  expect(await desk.stateOf('night.w.1')).toBe('sent');
});

test.each([
  ['may not be read any more', 'uncertain', [aChannel({ missing: ['read-history'] })]],
  ['is gone', 'sent', []],
] as const)('what may stand in a former channel that %s is %s', async (_what, expected, former) => {
  const channels = [...twoChannels];
  const desk = await aDesk({ discord: aDiscord({ channels }) });
  desk.answers.push({ kind: 'lost' });
  await desk.order('night.w.1');
  await desk.run();
  await updateStudyGroup(desk.deps.db, nightSchool(), { channelId: 'general' });
  channels.splice(0, 1, ...former);
  desk.pass({ minutes: 1 });
  await desk.run();
  expect(await desk.stateOf('night.w.1')).toBe(expected);
});

/** A post that was sent perhaps, where nothing can be read. */
async function anUncertainPost(missing: ChannelRight[] = ['read-history']) {
  const desk = await aDesk({ discord: aDiscord({ channels: [aChannel({ missing })] }) });
  const decide = () =>
    decideUncertain(desk.deps, { groupId: 'night', key: 'night.w.1', isThere: false, actorId: 'mod', now: desk.now() });
  desk.answers.push({ kind: 'lost' });
  await desk.order('night.w.1', { notAfter: start.add({ hours: 168 }) });
  await desk.run();
  desk.pass({ minutes: 1 });
  await desk.run();
  await desk.run(); // The notice.
  expect(await desk.stateOf('night.w.1')).toBe('uncertain');
  return { ...desk, decide, missing };
}

const sendsOf = (calls: readonly string[], key: string) =>
  calls.filter((call) => call.startsWith(`send ${key}`)).length;

test('what a moderator wants to be posted is posted, however late they decide', async () => {
  const { decide, pass, run, calls, stateOf } = await anUncertainPost();
  pass({ hours: 200 });
  await decide();
  await run();
  expect(await stateOf('night.w.1')).toBe('sent');
  expect(sendsOf(calls, 'night.w.1')).toBe(2);
});

test('a post that gets lost again after a decision is told again', async () => {
  const { decide, pass, run, calls, answers, stateOf } = await anUncertainPost();
  await decide();
  answers.push({ kind: 'lost' });
  await run();
  pass({ minutes: 1 });
  await run();
  await run();
  expect(await stateOf('night.w.1')).toBe('uncertain');
  expect(calls.filter((call) => call.startsWith('send night.n.uncertain'))).toHaveLength(2);
});

test('a decision outlasts that the post is blocked in between', async () => {
  const { decide, pass, run, missing, stateOf } = await anUncertainPost();
  await decide();
  missing.push('send');
  await run();
  expect(await stateOf('night.w.1')).toBe('blocked missing-permission');
  missing.pop();
  pass({ hours: 7 });
  await run();
  expect(await stateOf('night.w.1')).toBe('sent');
});

/** A post whose answer was lost, just before the bot lost the right to send there. */
async function aLostAndBlockedPost(missing: ChannelRight[] = ['send']) {
  const rights: ChannelRight[] = [];
  const desk = await aDesk({ discord: aDiscord({ channels: [aChannel({ missing: rights })] }) });
  desk.answers.push({ kind: 'lost' });
  await desk.order('night.w.1', { notAfter: start.add({ hours: 168 }) });
  await desk.run();
  rights.push(...missing);
  desk.pass({ minutes: 1 });
  return desk;
}

test('what was sent perhaps is looked for also while nothing may be sent', async () => {
  const desk = await aLostAndBlockedPost();
  desk.looks.push({ kind: 'looked', found: inStudy('night.w.1') });
  await desk.run();
  expect(await desk.stateOf('night.w.1')).toBe('sent');
});

test.each([
  ['is not there', 'missed', ['send']],
  ['cannot be looked for', 'uncertain', ['send', 'read-history']],
] as const)('what %s while nothing may be sent is blocked, and %s in the end', async (_what, end, missing) => {
  const desk = await aLostAndBlockedPost([...missing]);
  await desk.run();
  expect(await desk.stateOf('night.w.1')).toBe('blocked missing-permission');
  desk.pass({ hours: 169 });
  await desk.run();
  expect(await desk.stateOf('night.w.1')).toBe(end);
});

test('what was never tried until it was too late is missed, and its notice says what was in the way', async () => {
  const desk = await aDesk({ discord: aDiscord({ channels: [aChannel({ missing: ['send'] })] }) });
  await desk.order('night.m.k', { order: { kind: 'milestones', codes: ['k'] }, notAfter: start.add({ hours: 168 }) });
  await desk.run();
  desk.pass({ hours: 169 });
  await desk.run();
  const notice = { kind: 'missed', codes: ['k'], problem: 'missing-permission' };
  expect((await findOutboxRecord(desk.deps.db, 'night.n.missed.m.k'))?.order).toEqual({ kind: 'notice', notice });
});

test('after a refusal that says that nothing was done there is nothing to look for', async () => {
  const desk = await aDesk();
  desk.answers.push({ kind: 'not-now', waitMs: 1000, isGlobal: false }, { kind: 'blocked', problem: 'missing-access' });
  await desk.order('night.w.1');
  await desk.run();
  desk.pass({ seconds: 2 });
  await desk.run();
  expect(await desk.stateOf('night.w.1')).toBe('blocked missing-access');
  expect(desk.calls.filter((call) => call.startsWith('look'))).toEqual([]);
});

test('a look without an answer is asked again, and nothing is sent before', async () => {
  const desk = await aDesk();
  desk.looks.push({ kind: 'no-answer' });
  await desk.order('night.w.1', { dueAt: start.subtract({ hours: 1 }) });
  await desk.run();
  expect(desk.calls).toEqual(['look night.w.1']);
  desk.pass({ minutes: 20 });
  await desk.run();
  expect(desk.calls).toEqual(['look night.w.1', 'look night.w.1', 'send night.w.1 channel']);
});

test('what no look could tell is looked for again when six hours are over, and sent where it is not there', async () => {
  const missing: ChannelRight[] = ['read-history'];
  const desk = await aDesk({ discord: aDiscord({ channels: [aChannel({ missing })] }) });
  desk.answers.push({ kind: 'lost' });
  await desk.order('night.w.1');
  await desk.run();
  desk.pass({ minutes: 1 });
  await desk.run();
  expect(await desk.stateOf('night.w.1')).toBe('uncertain');
  missing.pop();
  desk.pass({ hours: 5 });
  await desk.run();
  expect(await desk.stateOf('night.w.1')).toBe('uncertain');
  desk.pass({ hours: 2 });
  await desk.run();
  expect(await desk.stateOf('night.w.1')).toBe('sent');
  expect(desk.calls.filter((call) => call.includes(' night.w.1'))).toEqual([
    'send night.w.1 channel',
    'look night.w.1',
    'send night.w.1 channel',
  ]);
});

test('what no look could tell of a group that is archived stays as it is', async () => {
  const desk = await aDesk({ discord: aDiscord({ channels: [aChannel({ missing: ['read-history'] })] }) });
  await desk.order('night.w.1', { dueAt: start.subtract({ hours: 1 }) });
  await desk.run();
  await updateStudyGroup(desk.deps.db, nightSchool(), { archivedAt: desk.now() });
  desk.pass({ hours: 7 });
  await desk.run();
  expect(await desk.stateOf('night.w.1')).toBe('uncertain');
});

test.each([
  ['a week ago', '2026-02-23T17:00:00.000Z', ['look night.w.1', 'send night.w.1 channel']],
  ['two months ago', '2026-01-02T17:00:00.000Z', ['send night.w.1 channel']],
])('in a database that was put back %s', async (_when, restoredAt, calls) => {
  const desk = await aDesk();
  await saveSetting(desk.deps.db, '*', 'restored', `2026-01-01T03:00:00.000Z ${restoredAt}`);
  await desk.order('night.w.1');
  await desk.run();
  expect(desk.calls).toEqual(calls);
});

test.each([
  ['before the copy was made is looked for first', [30, 60], ['look night.w.1', 'send night.w.1 channel']],
  ['after it was put back is posted at once', [-60, -30], ['send night.w.1 channel']],
])('in a database that was put back, what a moderator wanted %s', async (_when, minutes, calls) => {
  const { deps, ...desk } = await anUncertainPost();
  await desk.decide();
  desk.missing.pop();
  const [madeAt, at] = minutes.map((after) => toStoredInstant(desk.now().add({ minutes: after })));
  await saveSetting(deps.db, '*', 'restored', `${madeAt} ${at}`);
  desk.calls.length = 0;
  desk.pass({ hours: 2 });
  await desk.run();
  expect(desk.calls).toEqual(calls);
});

test.each(['blocked', 'uncertain'] as const)(
  'what is %s goes also when its rights come back while it is looked at, as where Discord tells of several channels',
  async (state) => {
    const missing: ChannelRight[] = [state === 'blocked' ? 'send' : 'read-history'];
    const discord = aDiscord({ channels: [aChannel({ missing })] });
    let grant: Promise<void> | undefined;
    const isGranted = () => {
      desk.pass({ seconds: 1 });
      grant ??= retryBlocked(desk.deps, { serverId: 'study-hall', now: desk.now() });
      return missing.splice(0);
    };
    let reads = 0;
    const findChannel: typeof discord.findChannel = (serverId, id) => {
      reads += 1;
      const facts = discord.findChannel(serverId, id);
      return facts && reads === 2 ? { ...facts, missing: isGranted() } : facts;
    };
    const desk = await aDesk({ discord: { ...discord, findChannel } });
    await desk.order('night.w.1', { dueAt: start.subtract({ hours: 1 }) });
    await desk.run();
    expect(await desk.stateOf('night.w.1')).toMatch(state);
    reads = 1;
    await retryBlocked(desk.deps, { serverId: 'study-hall', now: desk.now() });
    await desk.run();
    await grant;
    desk.pass({ minutes: 1 });
    await desk.run();
    expect(await desk.stateOf('night.w.1')).toBe('sent');
  },
);

test('a send that hangs holds up no other', async () => {
  const desk = await aDesk();
  const hanging = Promise.withResolvers<SendOutcome>();
  desk.answers.push(hanging.promise);
  for (const key of ['night.w.1', 'night.w.2', 'night.w.3']) await desk.order(key);
  await desk.begin();
  await expect.poll(() => desk.stateOf('night.w.3')).toBe('sent');
  expect(await desk.stateOf('night.w.1')).toBe('waiting');
  await desk.begin(); // Somebody holds it: it is not claimed anew.
  hanging.resolve(sent);
  await deliver.settled(desk.deps);
  expect(await desk.stateOf('night.w.1')).toBe('sent');
  expect(desk.calls).toHaveLength(3);
});

test('notices that wait for private chats hold up no post', async () => {
  const desk = await aDesk();
  const hanging = Promise.withResolvers<SendOutcome>();
  const order = { kind: 'notice', notice: { kind: 'failed', key: 'night.w.1' } } as const;
  for (let index = 0; index < 120; index += 1) {
    desk.answers.push(hanging.promise);
    await desk.order(`night.n.${index}`, { order, dueAt: start.subtract({ hours: 1 }) });
  }
  void deliverNotices.run(desk.now(), desk.deps);
  await expect.poll(() => desk.calls.filter((call) => call.startsWith('send')).length).toBeGreaterThan(30);
  desk.answers.length = 0;
  await desk.order('night.w.1');
  await desk.begin();
  await expect.poll(() => desk.stateOf('night.w.1')).toBe('sent');
  hanging.resolve(sent);
  await deliverNotices.settled(desk.deps);
});

test('a closed private chat is given up, and told nobody', async () => {
  const desk = await aDesk({ discord: aDiscord({ channels: [] }) });
  desk.answers.push({ kind: 'failed', problem: 'closed-private-chat' });
  await desk.order('night.w.1');
  await desk.run();
  await desk.run();
  await desk.run();
  expect(desk.calls).toEqual(['send night.n.unknown-channel.w.1 private']);
  expect(await desk.stateOf('night.n.unknown-channel.w.1')).toBe('failed closed-private-chat');
});

test('a private message that names somebody who has left the server is not sent', async () => {
  const findPresence = async (_server: string, id: string) => (id === 'ada' ? 'gone' : 'there');
  const desk = await aDesk({ discord: { ...aDiscord(), findPresence } });
  const { deps } = desk;
  const [ada, grace] = [
    await joined(deps, { id: 'ada', userId: 'ada', joinedAt: start, seenAt: start }),
    await joined(deps, { id: 'grace', userId: 'grace', joinedAt: start, seenAt: start }),
  ];
  for (const member of [ada, grace]) await joinGroup(deps, { member, groupId: 'night', now: start });
  await changeCheckInSetting(deps, { member: grace, change: { helpsOthers: true }, now: start });
  const request = { id: 'help', memberId: ada.id, groupId: 'night', stepId: 'git', words: undefined, askedAt: start };
  await insertHelpRequest(deps.db, { ...request, settledAt: undefined });
  await desk.order('help.w.grace', {
    order: { kind: 'help-wish', requestId: 'help' },
    groupId: undefined,
    memberId: grace.id,
    userId: 'grace',
  });
  await deliverPrivate.run(start, deps);
  await deliverPrivate.settled(deps);
  expect(desk.calls).toEqual([]);
  expect(await desk.stateOf('help.w.grace')).toBe('dropped');
});

test.each([
  ['takes no private messages', 'moderator', ['private', 'channel']],
  ['had their data deleted', undefined, ['channel']],
])('where whoever set the group up %s, its channel is told', async (_who, actorId, places) => {
  const desk = await aDesk();
  await desk.deps.db
    .updateTable('study_group')
    .set({ actor_id: actorId ?? null })
    .execute();
  desk.answers.push(...places.slice(1).map(() => ({ kind: 'failed', problem: 'closed-private-chat' }) as const));
  await desk.order('night.n.1', { order: { kind: 'notice', notice: { kind: 'failed', key: 'night.w.1' } } });
  await desk.run();
  await desk.run();
  expect(desk.calls).toEqual(places.map((place) => `send night.n.1 ${place}`));
  expect(await desk.stateOf('night.n.1')).toBe('sent');
  await desk.order('night.n.2', { order: { kind: 'notice', notice: { kind: 'failed', key: 'night.w.2' } } });
  await desk.run();
  expect(desk.calls.at(-1)).toBe('send night.n.2 channel'); // It is known by now.
  const problems = (await checkGroup(desk.deps, nightSchool({ actorId }), desk.now())).problems;
  expect(problems).toContainEqual({ kind: 'no-reader' });
});

test('in a forum a chat that was closed is tried with each new notice, and once it takes one it counts as open', async () => {
  const desk = await aDesk({ discord: aDiscord({ channels: [aChannel({ kind: 'forum' })] }) });
  const check = async () => (await checkGroup(desk.deps, nightSchool(), desk.now())).problems.map(({ kind }) => kind);
  for (const key of ['night.n.1', 'night.n.2']) {
    desk.answers.push({ kind: 'failed', problem: 'closed-private-chat' });
    await desk.order(key, { order: { kind: 'notice', notice: { kind: 'failed', key: 'night.w.1' } } });
    for (let round = 0; round < 3; round += 1) await desk.run();
    expect(desk.calls.at(-1)).toBe(`send ${key} private`);
    expect(await desk.stateOf(key)).toBe('failed closed-private-chat');
    expect(await check()).toContain('no-reader');
    desk.pass({ hours: 1 });
  }
  await desk.order('night.n.3', { order: { kind: 'notice', notice: { kind: 'failed', key: 'night.w.1' } } });
  desk.answers.push({ kind: 'sent', channelId: 'chat', messageId: '2' });
  await desk.run();
  expect(desk.calls).toEqual(['1', '2', '3'].map((number) => `send night.n.${number} private`));
  expect(await desk.stateOf('night.n.3')).toBe('sent');
  expect(await check()).not.toContain('no-reader');
});

test.each([
  ['that comes late', undefined],
  ['whose answer was lost', { kind: 'lost' } as const],
])('a notice %s reaches moderators also where the bot may not read what stands there', async (_what, answer) => {
  const channels = [aChannel(), aChannel({ id: 'general', missing: ['read-history'] })];
  const desk = await aDesk({ discord: aDiscord({ channels }) });
  await updateStudyGroup(desk.deps.db, nightSchool({ noticeChannelId: 'general' }), {});
  const order = { kind: 'notice', notice: { kind: 'failed', key: 'night.w.1' } } as const;
  await desk.order('night.n.1', { order });
  if (answer) {
    desk.answers.push(answer);
    await desk.run();
  }
  desk.pass({ minutes: 10 });
  await desk.run();
  expect(await desk.stateOf('night.n.1')).toBe('sent');
});

test('that nobody checks in any more is said in front of nobody', async () => {
  const desk = await aDesk();
  await desk.deps.db.updateTable('study_group').set({ actor_id: null }).execute();
  await desk.order('night.n.1', { order: { kind: 'notice', notice: { kind: 'resting', periodId: 'night.c.1' } } });
  await desk.run();
  expect(desk.calls).toEqual([]);
});

test('when Discord asks for rest, nobody is written to privately for an hour', async () => {
  const desk = await aDesk({ discord: aDiscord({ channels: [] }) });
  desk.answers.push({ kind: 'resting' });
  const notice = { kind: 'notice', notice: { kind: 'failed', key: 'night.w.1' } } as const;
  for (const key of ['night.n.1', 'night.n.2']) await desk.order(key, { order: notice });
  await desk.run();
  await desk.run();
  desk.pass({ minutes: 59 });
  await desk.run();
  expect(desk.calls.length).toBeLessThanOrEqual(2); // The second may have been on its way already.
  desk.pass({ minutes: 2 });
  await desk.run();
  expect(await desk.stateOf('night.n.2')).toBe('sent');
  expect(await desk.stateOf('night.n.1')).toBe('sent');
});

test('moderators are told of a blocked post once, whatever else is blocked for the same reason', async () => {
  const desk = await aDesk({ discord: aDiscord({ channels: [aChannel({ missing: ['send'] })] }) });
  for (const key of ['night.w.1', 'night.w.2']) await desk.order(key);
  await desk.run();
  await desk.run();
  desk.pass({ hours: 7 });
  await desk.run();
  expect(desk.calls.filter((call) => call.startsWith('send night.n.'))).toHaveLength(1);
});

test.each([
  ['may be given', aRole(), true, sent, 'sent'],
  ['is meant for somebody who has left', aRole(), true, { kind: 'failed', problem: 'refused' }, 'failed refused'],
  ['stands too high', aRole({ isGivable: false }), true, sent, 'failed missing-permission'],
] as const)('a role that %s is settled', async (_what, role, has, answer, expected) => {
  const desk = await aDesk({ discord: aDiscord({ roles: [role] }) });
  desk.answers.push(answer);
  const order = { kind: 'role', roleId: role.id, has } as const;
  await desk.order('night.r.ada', { order, userId: 'ada' });
  await desk.run();
  await desk.run();
  expect(await desk.stateOf('night.r.ada')).toBe(expected);
  expect(desk.calls).toEqual([role.isGivable ? 'role ada true' : 'send night.n.role-withheld.r.ada private']);
});

test('an event of a milestone is made, and taken away when it is no longer to come', async () => {
  const desk = await aDesk();
  const at = '2026-04-02T16:00:00Z';
  await desk.order('night.v.p2', { order: { kind: 'event', code: 'p2', at } });
  await desk.order('night.v.p3', { order: { kind: 'event', code: 'p3' } });
  await desk.run();
  expect(desk.calls).toEqual([`event night.v.p2 ${at}`, 'event night.v.p3 gone']);
});

test('without the right to make events one waits, and costs no request', async () => {
  const desk = await aDesk({ discord: aDiscord({ mayCreateEvents: false }) });
  await desk.order('night.v.p2', { order: { kind: 'event', code: 'p2', at: '2026-04-02T16:00:00Z' } });
  await desk.run();
  expect(await desk.stateOf('night.v.p2')).toBe('blocked missing-permission');
  expect(desk.calls).toEqual([]);
});

test('what breaks is reported, tried again when its lease is over, and stops no other', async () => {
  const desk = await aDesk();
  const broken = Promise.reject(new Error('broken'));
  broken.catch(() => undefined);
  desk.answers.push(broken);
  for (const key of ['night.w.1', 'night.w.2']) await desk.order(key);
  await desk.run();
  expect(desk.errors).toEqual(['night.w.1: Error: broken']);
  expect(await desk.stateOf('night.w.2')).toBe('sent');
  desk.pass({ minutes: 3 });
  await desk.run();
  expect(desk.calls.slice(2)).toEqual(['look night.w.1', 'send night.w.1 channel']);
});

test('a bot that stops begins nothing more, and gives back what it had claimed', async () => {
  const desk = await aDesk();
  for (const key of ['night.w.1', 'night.w.2']) await desk.order(key);
  desk.stop();
  await desk.run();
  expect(desk.calls).toEqual([]);
  expect(await findNextDelivery(desk.deps, 'posts')).toEqual(start); // Not only when the lease is over.
});

test('a queue that is worked off without a pause began when its first part was claimed', () => {
  const drain = createDrain();
  const at = (seconds: number) => start.add({ seconds });
  expect([drain.note(at(0), true), drain.note(at(60), true), drain.note(at(170), false)]).toEqual([
    at(0),
    at(0),
    at(0),
  ]);
  expect(drain.note(at(171), false)).toEqual(at(171)); // The last claim had brought all there was.
});

test('a machine that slept begins anew', () => {
  const drain = createDrain();
  drain.note(start, true);
  const morning = start.add({ hours: 9 });
  expect(drain.note(morning, true)).toEqual(morning);
});
