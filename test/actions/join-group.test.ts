import { expect, test } from 'vitest';
import { deletePersonalData } from '../../src/actions/delete-personal-data.ts';
import type { Deps } from '../../src/actions/deps.ts';
import { editGroup } from '../../src/actions/edit-group.ts';
import { joinGroup, leaveGroup, removeFromGroup } from '../../src/actions/join-group.ts';
import { joinServer } from '../../src/actions/join-server.ts';
import { leave } from '../../src/actions/leave.ts';
import { noDiscord } from '../../src/domain/discord-port.ts';
import type { OutboxEntry } from '../../src/domain/outbox.ts';
import { listGroupChanges } from '../../src/store/group-change-store.ts';
import { findMember } from '../../src/store/member-store.ts';
import { findMembership, listMemberships } from '../../src/store/membership-store.ts';
import { insertOutboxEntry, listOutboxRecords } from '../../src/store/outbox-store.ts';
import { listGivenRoles } from '../../src/store/role-order-store.ts';
import { updateStudyGroup } from '../../src/store/study-group-store.ts';
import { instant } from '../support/builders.ts';
import { freshDeps } from '../support/database.ts';
import { groupSetUp } from '../support/groups.ts';
import { joined } from '../support/progress-builders.ts';

const monday = instant('2026-03-02T18:00Z');
const later = (minutes: number) => monday.add({ minutes });

/** A bot that may give and take these roles. */
async function depsGiving(...roleIds: readonly string[]) {
  const calls: string[] = [];
  const discord: Deps['discord'] = {
    ...noDiscord,
    takeRole: async ({ roleId }) => calls.push(`take ${roleId}`) > 0,
    findRole: (_serverId, id) => ({
      id,
      name: id,
      isMentionable: false,
      isPowerful: false,
      isGivable: roleIds.includes(id),
    }),
  };
  const deps = await freshDeps({ discord, wake: () => void calls.push('wake') });
  return { deps, calls };
}

/** Every order about a role, the oldest first: which, to whom, and whether it is still wanted. */
async function roleOrders(deps: Deps, ...groupIds: readonly string[]) {
  const records = (await Promise.all(groupIds.map((id) => listOutboxRecords(deps.db, id)))).flat();
  return records.flatMap(({ order, userId, state }) =>
    order.kind === 'role' ? [`${state}: ${order.has ? 'give' : 'take'} ${order.roleId} ${userId}`] : [],
  );
}

/** When data is deleted. */
const NOW = instant('2026-03-20T12:00Z');

test('joining twice joins once, and says so', async () => {
  const { deps, calls } = await depsGiving('early-birds');
  const group = await groupSetUp(deps, { memberRoleId: 'early-birds' });
  const member = await joined(deps);
  expect(await joinGroup(deps, { member, groupId: 'early', now: monday })).toEqual({ kind: 'joined', group });
  expect(await joinGroup(deps, { member, groupId: 'early', now: later(1) })).toEqual({ kind: 'already', group });
  expect(await listMemberships(deps.db, 'early')).toHaveLength(1);
  expect(await roleOrders(deps, 'early')).toEqual(['waiting: give early-birds ada']);
  expect(calls).toEqual(['wake']);
});

test('two groups at once, each pressed twice, make one membership', async () => {
  const { deps } = await depsGiving();
  await groupSetUp(deps, { id: 'early' });
  await groupSetUp(deps, { id: 'late' });
  const member = await joined(deps);
  const presses = ['early', 'late', 'early', 'late'].map((groupId) =>
    joinGroup(deps, { member, groupId, now: monday }),
  );
  const kinds = (await Promise.all(presses)).map(({ kind }) => kind).sort();
  expect(kinds).toEqual(['already', 'in-another', 'in-another', 'joined']);
  const all = await Promise.all(['early', 'late'].map((id) => listMemberships(deps.db, id)));
  expect(all.flat()).toHaveLength(1);
});

test('two join cards at once, with another group each, make one member in one group', async () => {
  const { deps } = await depsGiving();
  await groupSetUp(deps, { id: 'early' });
  await groupSetUp(deps, { id: 'late' });
  const card = { trackId: undefined, hours: 10, zone: 'UTC' };
  const outcomes = await Promise.all(
    ['early', 'late'].map((groupId) =>
      joinServer(deps, { userId: 'ada', serverId: 'study-hall', card: { ...card, groupId }, now: monday }),
    ),
  );
  expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['already', 'joined']);
  expect(outcomes[0]?.group?.id).toBe(outcomes[1]?.group?.id);
});

test('changing leaves one group for the other; without saying so nobody is moved', async () => {
  const { deps } = await depsGiving('a', 'b');
  await groupSetUp(deps, { id: 'early', memberRoleId: 'a' });
  await groupSetUp(deps, { id: 'late', memberRoleId: 'b' });
  const member = await joined(deps);
  await joinGroup(deps, { member, groupId: 'early', now: monday });
  expect((await joinGroup(deps, { member, groupId: 'late', now: later(1) })).kind).toBe('in-another');
  expect((await findMembership(deps.db, member.id))?.groupId).toBe('early');

  expect((await joinGroup(deps, { member, groupId: 'late', now: later(2), isChange: true })).kind).toBe('joined');
  expect((await findMembership(deps.db, member.id))?.groupId).toBe('late');
  expect(await roleOrders(deps, 'early', 'late')).toEqual([
    'dropped: give a ada',
    'waiting: take a ada',
    'waiting: give b ada',
  ]);
});

test('whoever changes between groups with one role keeps it', async () => {
  const { deps } = await depsGiving('a');
  await groupSetUp(deps, { id: 'early', memberRoleId: 'a' });
  await groupSetUp(deps, { id: 'late', memberRoleId: 'a' });
  const member = await joined(deps);
  await joinGroup(deps, { member, groupId: 'early', now: monday });
  await joinGroup(deps, { member, groupId: 'late', now: later(1), isChange: true });
  expect(await roleOrders(deps, 'early', 'late')).toEqual(['dropped: give a ada', 'waiting: give a ada']);
});

test('a role that the bot may not manage is left alone', async () => {
  const { deps } = await depsGiving();
  await groupSetUp(deps, { memberRoleId: 'above-the-bot' });
  const member = await joined(deps);
  await joinGroup(deps, { member, groupId: 'early', now: monday });
  await leaveGroup(deps, { member, now: later(1) });
  expect(await roleOrders(deps, 'early')).toEqual([]);
});

test('a group that is archived, of another server or unknown cannot be joined', async () => {
  const { deps } = await depsGiving();
  await groupSetUp(deps, { id: 'over', archivedAt: monday });
  await groupSetUp(deps, { id: 'elsewhere', serverId: 'library' });
  const member = await joined(deps);
  for (const groupId of ['over', 'elsewhere', 'nothing']) {
    expect(await joinGroup(deps, { member, groupId, now: monday })).toEqual({ kind: 'not-there' });
    const card = { trackId: undefined, hours: 10, zone: 'UTC', groupId };
    const input = { userId: `new-to-${groupId}`, serverId: 'study-hall', card, now: monday };
    expect(await joinServer(deps, input)).toMatchObject({ kind: 'joined', group: undefined });
  }
});

test('whoever is in an archived group can join another one without being asked', async () => {
  const { deps } = await depsGiving('a');
  const early = await groupSetUp(deps, { id: 'early', memberRoleId: 'a' });
  await groupSetUp(deps, { id: 'late' });
  const member = await joined(deps);
  await joinGroup(deps, { member, groupId: 'early', now: monday });
  await updateStudyGroup(deps.db, early, { archivedAt: later(1) });
  expect((await joinGroup(deps, { member, groupId: 'late', now: later(2) })).kind).toBe('joined');
  expect(await roleOrders(deps, 'early')).toEqual(['dropped: give a ada', 'waiting: take a ada']);
});

test('leaving twice leaves once; coming back at once wants the role again', async () => {
  const { deps } = await depsGiving('a');
  const group = await groupSetUp(deps, { memberRoleId: 'a' });
  const member = await joined(deps);
  await joinGroup(deps, { member, groupId: 'early', now: monday });
  const leaving = await Promise.all([1, 2].map(() => leaveGroup(deps, { member, now: later(1) })));
  expect(leaving).toEqual([{ kind: 'left', group }, { kind: 'in-none' }]);
  expect(await findMember(deps.db, 'study-hall', 'ada')).toMatchObject({ leftAt: undefined });
  await joinGroup(deps, { member, groupId: 'early', now: later(2) });
  expect(await roleOrders(deps, 'early')).toEqual([
    'dropped: give a ada',
    'dropped: take a ada',
    'waiting: give a ada',
  ]);
});

const aReminder = (overrides: Partial<OutboxEntry>): OutboxEntry => ({
  key: 'reminder',
  marks: ['reminder'],
  order: { kind: 'welcome' },
  serverId: 'study-hall',
  groupId: undefined,
  memberId: 'member-ada',
  userId: 'ada',
  dueAt: later(60),
  notAfter: undefined,
  ...overrides,
});

test('with the group goes what was about to be sent about the member there, and nothing else', async () => {
  const { deps } = await depsGiving();
  await groupSetUp(deps, { id: 'early' });
  await groupSetUp(deps, { id: 'late' });
  const member = await joined(deps);
  await joined(deps, { id: 'member-grace', userId: 'grace' });
  await joinGroup(deps, { member, groupId: 'early', now: monday });
  await insertOutboxEntry(deps.db, aReminder({ key: 'early.1', groupId: 'early' }), monday);
  await insertOutboxEntry(deps.db, aReminder({ key: 'early.2', groupId: 'early', memberId: 'member-grace' }), monday);
  await insertOutboxEntry(deps.db, aReminder({ key: 'late.1', groupId: 'late' }), monday);
  const states = async () =>
    (await deps.db.selectFrom('outbox').select(['key', 'state']).orderBy('key').execute()).map(Object.values);

  await leaveGroup(deps, { member, now: later(1) });
  expect(await states()).toEqual([
    ['early.1', 'dropped'],
    ['early.2', 'waiting'],
    ['late.1', 'waiting'],
  ]);
  await leave(deps, { userId: 'ada', serverId: 'study-hall', now: later(2) });
  expect(await states()).toEqual([
    ['early.1', 'dropped'],
    ['early.2', 'waiting'],
    ['late.1', 'dropped'],
  ]);
});

test('another members’ role changes what waits about roles, and leaves every card and reminder waiting', async () => {
  const { deps } = await depsGiving('a', 'b');
  await groupSetUp(deps, { memberRoleId: 'a' });
  const member = await joined(deps);
  await joinGroup(deps, { member, groupId: 'early', now: monday });
  const about = { groupId: 'early', memberId: member.id, serverId: 'study-hall', dueAt: monday, notAfter: undefined };
  const entries: readonly Pick<OutboxEntry, 'key' | 'order' | 'userId'>[] = [
    { key: 'early.card', order: { kind: 'card', checkInId: 'check-in' }, userId: undefined },
    { key: 'early.edit', order: { kind: 'card-edit', checkInId: 'check-in' }, userId: undefined },
    { key: 'early.nudge', order: { kind: 'reminder', periodId: 'early.c.1', step: 'nudge' }, userId: 'ada' },
  ];
  for (const entry of entries) await insertOutboxEntry(deps.db, { ...about, ...entry, marks: [entry.key] }, monday);
  await editGroup(deps, { groupId: 'early', change: { memberRoleId: 'b' }, actorId: 'mod', now: later(1) });
  expect(await roleOrders(deps, 'early')).toEqual([
    'dropped: give a ada',
    'waiting: take a ada',
    'waiting: give b ada',
  ]);
  const others = (await listOutboxRecords(deps.db, 'early')).filter(({ order }) => order.kind !== 'role');
  expect(others.map(({ key, state }) => `${state}: ${key}`).sort()).toEqual([
    'waiting: early.card',
    'waiting: early.edit',
    'waiting: early.nudge',
  ]);
});

test('whoever leaves Cairn leaves the group and its role, and coming back finds the group', async () => {
  const { deps } = await depsGiving('a');
  await groupSetUp(deps, { memberRoleId: 'a' });
  const member = await joined(deps);
  await joinGroup(deps, { member, groupId: 'early', now: monday });
  await leave(deps, { userId: 'ada', serverId: 'study-hall', now: later(1) });
  expect(await findMembership(deps.db, member.id)).toBeUndefined();
  expect(await roleOrders(deps, 'early')).toEqual(['dropped: give a ada', 'waiting: take a ada']);

  const card = { trackId: undefined, hours: 10, zone: 'UTC', groupId: 'early' };
  const back = await joinServer(deps, { userId: 'ada', serverId: 'study-hall', card, now: later(2) });
  expect(back).toMatchObject({ kind: 'came-back', group: { id: 'early' }, member: { id: member.id } });
});

test('a moderator takes somebody out once, the log says who did it, and the member stays one', async () => {
  const { deps } = await depsGiving('a');
  await groupSetUp(deps, { memberRoleId: 'a' });
  const member = await joined(deps);
  await joinGroup(deps, { member, groupId: 'early', now: monday });
  const input = { groupId: 'early', memberId: member.id, actorId: 'mod', now: later(1) };
  const outcomes = await Promise.all([removeFromGroup(deps, input), removeFromGroup(deps, input)]);
  expect(outcomes.map(({ kind }) => kind)).toEqual(['removed', 'not-in-group']);
  expect(await findMember(deps.db, 'study-hall', 'ada')).toMatchObject({ leftAt: undefined });
  expect(await listGroupChanges(deps.db, 'early', 10)).toMatchObject([
    { actorId: 'mod', change: { kind: 'member-removed' } },
  ]);
  expect(await roleOrders(deps, 'early')).toEqual(['dropped: give a ada', 'waiting: take a ada']);
});

test('nobody is taken out of a group that they are not in', async () => {
  const { deps } = await depsGiving();
  await groupSetUp(deps, { id: 'early' });
  await groupSetUp(deps, { id: 'late' });
  const member = await joined(deps);
  await joinGroup(deps, { member, groupId: 'early', now: monday });
  const input = { groupId: 'late', actorId: 'mod', now: later(1) };
  for (const memberId of [member.id, 'nobody']) {
    expect(await removeFromGroup(deps, { ...input, memberId })).toEqual({ kind: 'not-in-group' });
  }
  expect((await findMembership(deps.db, member.id))?.groupId).toBe('early');
});

test('when data is deleted the role is taken away at once, and no row is left to say whose it was', async () => {
  const { deps, calls } = await depsGiving('a');
  await groupSetUp(deps, { memberRoleId: 'a' });
  const member = await joined(deps);
  await joinGroup(deps, { member, groupId: 'early', now: monday });
  await deps.db.updateTable('outbox').set({ state: 'sent' }).execute();
  expect(await listGivenRoles(deps.db, { userId: 'ada' })).toMatchObject([{ roleId: 'a', isSettled: true }]);

  await deletePersonalData(deps, { userId: 'ada' }, NOW);
  expect(calls).toEqual(['wake', 'take a']);
  expect(await listOutboxRecords(deps.db, 'early')).toEqual([]);
  expect(await listMemberships(deps.db, 'early')).toEqual([]);
});
