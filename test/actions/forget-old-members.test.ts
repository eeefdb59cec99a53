import { expect, test } from 'vitest';
import type { Deps } from '../../src/actions/deps.ts';
import { findStanding } from '../../src/actions/find-standing.ts';
import { forgetOldMembers } from '../../src/actions/forget-old-members.ts';
import { noteServerRemoval, noteServers } from '../../src/actions/note-server-removal.ts';
import { planMilestones } from '../../src/actions/plan-milestones.ts';
import { noDiscord } from '../../src/domain/discord-port.ts';
import { Temporal } from '../../src/lib/temporal.ts';
import { insertGroupBreak } from '../../src/store/group-break-store.ts';
import { savePrivateChatChoice } from '../../src/store/member-store.ts';
import { insertOutboxEntry } from '../../src/store/outbox-store.ts';
import { instant } from '../support/builders.ts';
import { freshDeps } from '../support/database.ts';
import { eightMonths, groupSetUp } from '../support/groups.ts';
import { everyRow, insertMemberEverywhere } from '../support/people-in-database.ts';
import { aMember } from '../support/progress-builders.ts';

const seen = instant('2026-03-02T12:00Z');
const ada = aMember({ seenAt: seen });
const grace = aMember({ id: 'member-grace', userId: 'grace', seenAt: instant('2027-03-02T12:00Z') });

async function depsWith(...members: readonly ReturnType<typeof aMember>[]) {
  const asked: string[] = [];
  const discord: Deps['discord'] = {
    ...noDiscord,
    removeMessage: async ({ messageId }) => asked.push(messageId) > 0,
    takeRole: async ({ roleId }) => asked.push(roleId) > 0,
  };
  const deps = await freshDeps({ discord });
  for (const member of members) await insertMemberEverywhere(deps.db, member);
  const members_ = async () => (await everyRow(deps.db)).filter(({ table }) => table === 'member');
  return { deps, asked, who: async () => (await members_()).map(({ row }) => row.user_id).sort() };
}

test.each([
  { now: '2028-03-02T11:59:59Z', left: ['ada', 'grace'] },
  { now: '2028-03-02T12:00Z', left: ['grace'] },
  { now: '2029-03-02T12:00Z', left: [] },
])('24 months after they were seen last a member is forgotten: at $now there are $left', async ({ now, left }) => {
  const { deps, who } = await depsWith(ada, grace);
  await forgetOldMembers(deps, instant(now));
  expect(await who()).toEqual(left);
});

test('with a forgotten member everything about them goes, also what they shared and the role they were given', async () => {
  const { deps, asked } = await depsWith(ada, grace);
  expect(await forgetOldMembers(deps, instant('2028-03-02T12:00Z'))).toEqual({ members: 1, servers: 0 });
  expect(JSON.stringify(await everyRow(deps.db))).not.toContain('ada');
  expect(asked).toEqual(['message-member-ada', 'role-1']);
});

test('being seen again counts from then on', async () => {
  const { deps, who } = await depsWith(ada);
  await findStanding(deps, { userId: 'ada', serverId: 'study-hall', now: seen.add({ hours: 24 }) });
  await forgetOldMembers(deps, instant('2028-03-02T12:00Z'));
  expect(await who()).toEqual(['ada']);
});

test('the host may keep members for another span', async () => {
  const { deps, who } = await depsWith(ada);
  const strict = { ...deps, retention: { ...deps.retention, memberMonths: 1 } };
  await forgetOldMembers(strict, instant('2026-04-02T11:59Z'));
  expect(await who()).toEqual(['ada']);
  await forgetOldMembers(strict, instant('2026-04-02T12:00Z'));
  expect(await who()).toEqual([]);
});

test('90 days after a server removed the bot all that was kept for it is deleted, and nothing of others', async () => {
  const elsewhere = aMember({ id: 'in-library', serverId: 'library' });
  const { deps } = await depsWith(ada, grace, elsewhere);
  await savePrivateChatChoice(deps.db, 'stranger', 'study-hall');
  await noteServerRemoval(deps, 'study-hall', seen);
  const before = await everyRow(deps.db);

  expect(await forgetOldMembers(deps, seen.add({ hours: 24 * 90 - 1 }))).toEqual({ members: 0, servers: 0 });
  expect(await everyRow(deps.db)).toEqual(before);

  expect(await forgetOldMembers(deps, seen.add({ hours: 24 * 90 }))).toEqual({ members: 2, servers: 1 });
  const left = await everyRow(deps.db);
  expect(JSON.stringify(left)).not.toContain('study-hall');
  expect(left.filter(({ row }) => JSON.stringify(row).includes('in-library'))).toEqual(
    before.filter(({ row }) => JSON.stringify(row).includes('in-library')),
  );
});

test('with a forgotten server go its groups, also archived ones, with their dates, breaks and posts', async () => {
  const { deps } = await depsWith();
  for (const [id, serverId, archivedAt] of [
    ['here', 'study-hall', undefined],
    ['over', 'study-hall', seen],
    ['elsewhere', 'library', undefined],
  ] as const) {
    const group = await groupSetUp(deps, { id, serverId, archivedAt });
    await planMilestones(deps.db, group, eightMonths(), seen);
    const key = `${id}.m.k`;
    const about = { groupId: id, memberId: undefined, userId: undefined, dueAt: seen, notAfter: undefined };
    const order = { kind: 'milestones', codes: ['k'] } as const;
    // What names its group alone goes with it, too.
    await insertOutboxEntry(deps.db, { key, marks: [key], order, ...about, serverId: undefined }, seen);
    await deps.db.updateTable('milestone').set({ fate: 'posted', post_key: key }).where('group_id', '=', id).execute();
    const days = { firstDay: Temporal.PlainDate.from('2026-12-21'), lastDay: Temporal.PlainDate.from('2027-01-03') };
    const rest = { id: `rest-${id}`, groupId: id, kind: 'break', shifts: true, recordedAt: seen, ...days } as const;
    await insertGroupBreak(deps.db, rest);
  }
  const ofLibrary = (await everyRow(deps.db)).filter(({ row }) => JSON.stringify(row).includes('elsewhere'));
  await noteServerRemoval(deps, 'study-hall', seen);
  await forgetOldMembers(deps, seen.add({ hours: 24 * 90 }));
  expect(await everyRow(deps.db)).toEqual(ofLibrary);
});

test('a server that comes back in time keeps everything, and its days begin anew', async () => {
  const { deps, who } = await depsWith(ada);
  await noteServerRemoval(deps, 'study-hall', seen);
  await noteServers(deps, ['library', 'study-hall']);
  await forgetOldMembers(deps, seen.add({ hours: 24 * 91 }));
  expect(await who()).toEqual(['ada']);

  await noteServerRemoval(deps, 'study-hall', seen.add({ hours: 24 * 91 }));
  await forgetOldMembers(deps, seen.add({ hours: 24 * 180 }));
  expect(await who()).toEqual(['ada']);
});

test('being told twice that a server removed the bot does not lengthen its days', async () => {
  const { deps, who } = await depsWith(ada);
  await noteServerRemoval(deps, 'study-hall', seen);
  await noteServerRemoval(deps, 'study-hall', seen.add({ hours: 24 * 80 }));
  await forgetOldMembers(deps, seen.add({ hours: 24 * 90 }));
  expect(await who()).toEqual([]);
});

test('a large server is forgotten in rounds, and its last row only at the end', async () => {
  const crowd = Array.from({ length: 130 }, (_, index) => aMember({ id: `m-${index}`, userId: `user-${index}` }));
  const { deps, who } = await depsWith(...crowd);
  await noteServerRemoval(deps, 'study-hall', seen);
  const due = seen.add({ hours: 24 * 90 });

  expect(await forgetOldMembers(deps, due)).toEqual({ members: 100, servers: 0 });
  expect(await who()).toHaveLength(30);
  expect(await forgetOldMembers(deps, due)).toEqual({ members: 30, servers: 1 });
  expect(await everyRow(deps.db)).toEqual([]);
  expect(await forgetOldMembers(deps, due)).toEqual({ members: 0, servers: 0 });
});
