import { expect, test } from 'vitest';
import type { Deps } from '../../src/actions/deps.ts';
import { planMilestones } from '../../src/actions/plan-milestones.ts';
import { readRoadmap } from '../../src/actions/read-roadmap.ts';
import type { OutboxOrder, OutboxState } from '../../src/domain/outbox.ts';
import { listGroupChanges } from '../../src/store/group-change-store.ts';
import { insertMember } from '../../src/store/member-store.ts';
import { findMembership, insertMembership } from '../../src/store/membership-store.ts';
import { findMilestone, listMilestones } from '../../src/store/milestone-store.ts';
import { findOutboxRecord, insertOutboxEntry, listOutboxRecords } from '../../src/store/outbox-store.ts';
import { findStudyGroup, insertStudyGroup, listSchedules } from '../../src/store/study-group-store.ts';
import { aContentSource, instant } from '../support/builders.ts';
import { freshDeps } from '../support/database.ts';
import { aChannel, aDiscord, aRole, eightMonths, nightSchool } from '../support/groups.ts';
import { aMember } from '../support/progress-builders.ts';
import { aCaller, aReader } from '../support/reader.ts';
import { controlsOf, labelsOf, problemsOf, textOf } from '../support/view-text.ts';

const now = instant('2026-04-10T12:00Z');
const grace = aCaller({ userId: 'grace', roleIds: ['moderators'], now });
const discord = aDiscord({
  channels: [aChannel(), aChannel({ id: 'general', name: 'general', missing: ['embed-links'] })],
  roles: [aRole(), aRole({ id: 'alumni' }), aRole({ id: 'moderators' })],
});

/** Night school, which began five weeks ago, with its calendar. */
async function aServer(group = nightSchool({ memberRoleId: 'learners' })) {
  const deps = await freshDeps({ content: aContentSource(eightMonths()), discord });
  await insertStudyGroup(deps.db, group);
  await planMilestones(deps.db, group, readRoadmap(deps, 'en'), group.createdAt);
  return { deps, moderator: await aReader(deps, grace), group };
}

async function addMembers(deps: Deps, names: readonly string[]): Promise<void> {
  for (const userId of names) {
    const member = aMember({ id: `member-${userId}`, userId });
    await insertMember(deps.db, member);
    const membership = { id: `in-${userId}`, memberId: member.id, groupId: 'night', joinedAt: now, leftAt: undefined };
    await insertMembership(deps.db, membership);
  }
}

/** When what is blocked would be tried again by itself. */
const IN_HOURS = '2026-04-10T18:00:00.000Z';

/** Whether delivery takes it up at once. */
async function isDue(deps: Deps, key: string): Promise<boolean> {
  const row = await deps.db.selectFrom('outbox').select('next_attempt_at').where('key', '=', key).executeTakeFirst();
  return row !== undefined && row.next_attempt_at < IN_HOURS;
}

/** Something in the outbox, in the state in which delivery left it. */
async function addRecord(
  deps: Deps,
  key: string,
  state: OutboxState,
  more: { readonly order?: OutboxOrder; readonly problem?: string } = {},
): Promise<void> {
  const { order = { kind: 'milestones', codes: [key.split('.').at(-1) ?? ''] }, problem } = more;
  const about = { serverId: 'study-hall', groupId: 'night', memberId: undefined, userId: undefined };
  const dueAt = instant('2026-04-02T16:00Z');
  await insertOutboxEntry(deps.db, { key, marks: [key], order, ...about, dueAt, notAfter: undefined }, dueAt);
  const found = state === 'sent' ? { channel_id: 'study', message_id: '42' } : {};
  await deps.db
    .updateTable('outbox')
    .set({ state, problem: problem ?? null, next_attempt_at: IN_HOURS, ...found })
    .where('key', '=', key)
    .execute();
}

test('an edit shows every date that moves before it saves, and what was posted stays', async () => {
  const { deps, moderator } = await aServer();
  await addRecord(deps, 'night.m.k', 'sent');
  await deps.db
    .updateTable('milestone')
    .set({ fate: 'posted', post_key: 'night.m.k' })
    .where('kind', '=', 'kick-off')
    .execute();
  const before = await findMilestone(deps.db, 'night', { kind: 'kick-off', part: 0 });

  await moderator.slash('setup edit');
  expect(labelsOf(moderator.view)).not.toContain('See what changes');
  await moderator.fill(await moderator.openForm('Change…', 'start'), { place: '2026-03-16' });
  await moderator.fill(await moderator.openForm('Change…', 'name'), { place: 'Late school' });
  const review = await moderator.press('See what changes');
  expect(problemsOf(review)).toEqual([]);
  expect(textOf(review)).toMatchInlineSnapshot(`
    "## This is what changes
    - Name: Night school → Late school
    - Start: <t:1772449200:D> → <t:1773658800:D>
    **15 dates move**
    - One week to go: <t:1771866000:D> → <t:1773075600:D>
    - Month 1 of 8: Month of 1: <t:1772470800:D> → <t:1773680400:D>
    - Month 2 of 8: Month of 2: <t:1775145600:D> → <t:1776355200:D>
    - Foundation lies behind the group: <t:1777737600:D> → <t:1778947200:D>
    - Month 3 of 8: Month of 3: <t:1777737600:D> → <t:1778947200:D>
    - Month 4 of 8: Month of 4: <t:1780416000:D> → <t:1781625600:D>
    - Core lies behind the group: <t:1783008000:D> → <t:1784217600:D>
    - Half-way: <t:1783008000:D> → <t:1784217600:D>
    - Month 5 of 8: Month of 5: <t:1783008000:D> → <t:1784217600:D>
    - Month 6 of 8: Month of 6: <t:1785686400:D> → <t:1786896000:D>
    - Advanced lies behind the group: <t:1788364800:D> → <t:1789574400:D>
    - Month 7 of 8: Month of 7: <t:1788364800:D> → <t:1789574400:D>
    - Month 8 of 8: Month of 8: <t:1790956800:D> → <t:1792166400:D>
    - Professional lies behind the group: <t:1793638800:D> → <t:1794848400:D>
    - The end of the trail: <t:1793638800:D> → <t:1794848400:D>
    -# What was posted stays as it is."
  `);
  expect((await findStudyGroup(deps.db, 'night'))?.name).toBe('Night school');
  expect(await listSchedules(deps.db, 'night')).toHaveLength(1);

  expect(textOf(await moderator.press('Save'))).toMatch(/^Saved\.\n## Late school/);
  expect((await listSchedules(deps.db, 'night')).map(({ startDay }) => startDay.toString())).toEqual([
    '2026-03-02',
    '2026-03-16',
  ]);
  expect(await findMilestone(deps.db, 'night', { kind: 'kick-off', part: 0 })).toEqual(before);
  const [newest] = await listGroupChanges(deps.db, 'night', 1);
  expect(newest).toMatchObject({ actorId: 'grace', at: now, change: { kind: 'edited', fields: ['name', 'startDay'] } });
});

test('a later hour moves no day, and the preview says the hours', async () => {
  const { moderator } = await aServer();
  await moderator.slash('setup edit');
  await moderator.fill(await moderator.openForm('Change…', 'time'), { place: '20:00' });
  expect(textOf(await moderator.press('See what changes'))).toMatch(
    /Time of the posts: 18:00 → 20:00[\s\S]*<t:\d+:f> → <t:\d+:f>/,
  );
});

test('saving twice changes once, and what others changed meanwhile stays theirs', async () => {
  const { deps, moderator } = await aServer();
  const other = await aReader(deps, { ...grace, userId: 'linus' });
  await moderator.slash('setup edit');
  await moderator.fill(await moderator.openForm('Change…', 'name'), { place: 'Late school' });
  await other.slash('setup edit');
  await other.choose('Change…', 'rhythm');
  await other.choose('Choose', 'daily');
  await other.press('See what changes');
  await moderator.press('See what changes');
  const [first, second] = await Promise.all([moderator.use('setup:save:id-1'), moderator.use('setup:save:id-1')]);
  await other.press('Save');
  const heads = [first, second].map((answer) => answer?.kind === 'show' && textOf(answer.view).split('\n')[0]);
  expect(heads).toEqual(['Saved.', 'It was so already. Nothing was changed.']);
  const group = await findStudyGroup(deps.db, 'night');
  expect([group?.name, group?.schedule.rhythm]).toEqual(['Late school', 'daily']);
});

test('what was saved is taken back with one press, once, with its dates, its events and its role', async () => {
  const { deps, moderator } = await aServer();
  await addMembers(deps, ['ada']);
  const before = { group: await findStudyGroup(deps.db, 'night'), dates: await listMilestones(deps.db, 'night') };
  await moderator.slash('setup edit');
  await moderator.fill(await moderator.openForm('Change…', 'name'), { place: 'Late school' });
  await moderator.fill(await moderator.openForm('Change…', 'time'), { place: '20:00' });
  await moderator.choose('Change…', 'members');
  await moderator.choose('Choose', 'alumni');
  await moderator.press('See what changes');
  await moderator.press('Save');
  expect(await listMilestones(deps.db, 'night')).not.toEqual(before.dates);
  const undo = controlsOf(moderator.view).find(({ label }) => label === 'Undo')?.id ?? '';

  expect(textOf(await moderator.press('Undo'))).toMatch(/^Taken back\. It is as it was before\.\n## Night school/);
  const group = await findStudyGroup(deps.db, 'night');
  expect({ ...group, schedule: { ...group?.schedule, validFrom: undefined } }).toEqual({
    ...before.group,
    schedule: { ...before.group?.schedule, validFrom: undefined },
  });
  expect(await listMilestones(deps.db, 'night')).toEqual(before.dates);
  const open = (await listOutboxRecords(deps.db, 'night', 'role')).filter(({ state }) => state === 'waiting');
  expect(open.map(({ order }) => order)).toEqual(
    expect.arrayContaining([
      { kind: 'role', roleId: 'learners', has: true },
      { kind: 'role', roleId: 'alumni', has: false },
    ]),
  );
  expect(open).toHaveLength(2);

  expect(labelsOf(await moderator.slash('milestone log'))).not.toContainEqual(expect.stringMatching(/^Undo/));
  const again = await moderator.use(undo);
  expect(again.kind === 'show' && textOf(again.view)).toContain('That was taken back before.');
  expect(textOf(await moderator.slash('milestone log'))).toContain('took back: changed the settings: Name');
});

test('of what was saved nothing is taken back when some of it was changed again since', async () => {
  const { deps, moderator } = await aServer();
  const edit = async (name: string) => {
    await moderator.slash('setup edit');
    await moderator.fill(await moderator.openForm('Change…', 'name'), { place: name });
    await moderator.press('See what changes');
    await moderator.press('Save');
    return controlsOf(moderator.view).find(({ label }) => label === 'Undo')?.id ?? '';
  };
  const first = await edit('Late school');
  await edit('Later school');
  const answer = await moderator.use(first);
  expect(answer.kind === 'show' && textOf(answer.view)).toContain('That was changed again since then');
  expect((await findStudyGroup(deps.db, 'night'))?.name).toBe('Later school');
});

test('the log offers to take back the newest change that can be, and says which', async () => {
  const { deps, moderator } = await aServer();
  const earlier = await aReader(deps, { ...grace, now: now.subtract({ hours: 1 }) });
  await earlier.slash('milestone skip', { milestone: 'p5' });
  await moderator.slash('setup edit');
  await moderator.fill(await moderator.openForm('Change…', 'name'), { place: 'Late school' });
  await moderator.press('See what changes');
  await moderator.press('Save');

  await moderator.slash('milestone log');
  expect(textOf(await moderator.press('Undo: changed the settings: Name'))).toContain('Taken back.');
  expect((await findStudyGroup(deps.db, 'night'))?.name).toBe('Night school');
  await moderator.slash('milestone log');
  await moderator.press('Undo: skipped Month 5 of 8: Month of 5');
  expect(await findMilestone(deps.db, 'night', { kind: 'part', part: 5 })).toMatchObject({ fate: 'planned' });
});

test('another members’ role is given to everybody in the group, and the former one taken', async () => {
  const { deps, moderator } = await aServer();
  await addMembers(deps, ['ada', 'bob']);
  await moderator.slash('setup edit');
  await moderator.choose('Change…', 'members');
  await moderator.choose('Choose', 'alumni');
  await moderator.press('See what changes');
  await moderator.press('Save');
  const orders = (await listOutboxRecords(deps.db, 'night')).map(({ userId, order }) => [userId, order]);
  expect(orders).toHaveLength(4);
  expect(orders).toContainEqual(['ada', { kind: 'role', roleId: 'learners', has: false }]);
  expect(orders).toContainEqual(['bob', { kind: 'role', roleId: 'alumni', has: true }]);
});

test('events follow what is saved: switched on they are ordered, and archiving takes them away', async () => {
  const { deps, moderator } = await aServer();
  await moderator.slash('setup edit');
  await moderator.choose('Change…', 'events');
  await moderator.choose('Choose', 'yes');
  await moderator.press('See what changes');
  await moderator.press('Save');
  const events = async () =>
    (await listOutboxRecords(deps.db, 'night')).flatMap(({ order, state }) =>
      order.kind === 'event' ? [[order.code, order.at !== undefined, state]] : [],
    );
  expect(await events()).toEqual([
    ['p3', true, 'waiting'],
    ['p4', true, 'waiting'],
    ['p5', true, 'waiting'],
  ]);
  await moderator.press('Archive');
  await moderator.press('Archive it');
  expect((await events()).map(([, isShown]) => isShown)).toEqual([false, false, false]);
  await moderator.press('Undo');
  expect((await events()).map(([, isShown]) => isShown)).toEqual([true, true, true]);
});

test('another channel lets what was blocked try again at once', async () => {
  const { deps, moderator } = await aServer(nightSchool({ channelId: 'gone' }));
  await addRecord(deps, 'night.m.p2', 'blocked', { problem: 'unknown-channel' });
  await moderator.slash('setup edit');
  await moderator.choose('Change…', 'channel');
  await moderator.choose('Choose', 'study');
  await moderator.press('See what changes');
  await moderator.press('Save');
  expect(await isDue(deps, 'night.m.p2')).toBe(true);
});

test('a moderator decides about an uncertain post, once, and blocked ones are tried again', async () => {
  const { deps, moderator } = await aServer();
  await addRecord(deps, 'night.m.p1', 'uncertain');
  await addRecord(deps, 'night.m.p2', 'blocked', { problem: 'missing-permission' });
  await moderator.slash('setup check');
  expect(textOf(await moderator.press('It is there'))).toContain('it counts as posted');
  expect(textOf(moderator.view)).toMatch(/^Last post: Month 1 of 8.*\.$/m); // Nobody knows which message it is.
  expect(textOf(moderator.view)).not.toContain('undefined');
  expect((await findOutboxRecord(deps.db, 'night.m.p1'))?.state).toBe('sent');
  const late = await moderator.use('setup:post-it:night.m.p1');
  expect(late.kind === 'show' && textOf(late.view)).toContain('settled before');
  expect(await isDue(deps, 'night.m.p2')).toBe(false);
  expect(textOf(await moderator.press('Try again'))).toContain('I try again now.');
  expect(await isDue(deps, 'night.m.p2')).toBe(true);
});

test('the group as it stands, with the ways to look after it', async () => {
  const { moderator } = await aServer();
  const view = await moderator.slash('setup show');
  expect(problemsOf(view)).toEqual([]);
  expect(textOf(view)).toMatchInlineSnapshot(`
    "## Night school
    In <#study>
    Start: <t:1772449200:D>, for 8 months (15 hours a week)
    Posts at 18:00
    It is **14:00** there now (Europe/Berlin).
    Check-in: once a week
    Moderators: <@&moderators>, and whoever manages the server
    Members get the role <@&learners>
    When something goes wrong, I tell whoever set the group up, privately
    -# Not used: ping, scheduled events
    **Next dates**
    - Foundation lies behind the group: <t:1777737600:f>
    - Month 3 of 8: Month of 3: <t:1777737600:f>
    - Month 4 of 8: Month of 4: <t:1780416000:f>
    - Core lies behind the group: <t:1783008000:f>
    - and 8 more"
  `);
  expect(labelsOf(view)).toEqual(['All dates', 'Check', 'Change', 'Members', 'Report', 'Post a Join card', 'Archive']);
});

test('of several groups the caller says which, by name or from a list', async () => {
  const { deps, moderator } = await aServer();
  await insertStudyGroup(deps.db, nightSchool({ id: 'day', name: 'Day school' }));
  await insertStudyGroup(deps.db, nightSchool({ id: 'secret', name: 'Secret school', moderatorRoleId: 'others' }));
  expect(textOf(await moderator.slash('setup show', { group: 'day school' }))).toContain('## Day school');
  expect(textOf(await moderator.slash('setup show', { group: 'night' }))).toContain('## Night school');
  const which = await moderator.slash('setup check');
  expect(labelsOf(which)).toEqual(['Choose a group', 'Day school', 'Night school']);
  expect(textOf(await moderator.choose('Choose a group', 'Day school'))).toContain('## Check of Day school');
  expect(await moderator.suggestions('setup edit', 'group', 'SCHOOL')).toEqual([
    { name: 'Day school', value: 'day' },
    { name: 'Night school', value: 'night' },
  ]);
});

test('the check of a healthy group says that all is well', async () => {
  const { deps, moderator } = await aServer();
  await addRecord(deps, 'night.m.p1', 'sent');
  expect(textOf(await moderator.slash('setup check'))).toMatchInlineSnapshot(`
    "## Check of Night school
    I have all I need in <#study>.
    Last post: Month 1 of 8: Month of 1, <t:1775145600:f>. [Open it](https://discord.com/channels/study-hall/study/42)
    Next milestone: Foundation lies behind the group, <t:1777737600:f> (<t:1777737600:R>)
    Nothing went missing lately, and nothing is held up."
  `);
  expect(labelsOf(moderator.view)).toEqual(['Check again', 'Change', 'Back to the group']);
});

test('the check names what did not arrive, with the reason and the cure', async () => {
  const { deps, moderator } = await aServer(nightSchool({ channelId: 'general' }));
  await addRecord(deps, 'night.m.p2', 'blocked', { problem: 'missing-permission' });
  await addRecord(deps, 'night.m.p1', 'uncertain');
  await addRecord(deps, 'night.m.e1', 'uncertain');
  await addRecord(deps, 'night.m.k', 'failed', { problem: 'refused' });
  await addRecord(deps, 'night.b.x', 'missed', { order: { kind: 'break-notice', breakId: 'x' } });
  await deps.db
    .updateTable('milestone')
    .set({ fate: 'missed', due_at: '2026-03-20T17:00:00.000Z' })
    .where('kind', '=', 'half-way')
    .execute();
  const view = await moderator.slash('setup check');
  expect(problemsOf(view)).toEqual([]);
  expect(textOf(view)).toMatchInlineSnapshot(`
    "## Check of Night school
    - I lack **Embed Links** in <#general>. No post arrives without that.
    - Grant permissions there: **Edit Channel**, **Permissions**, my role. Then press **Check again**.
    Last post: none so far.
    Next milestone: Foundation lies behind the group, <t:1777737600:f> (<t:1777737600:R>)
    **What did not arrive**
    - **(1)** Month 1 of 8: Month of 1, due <t:1775145600:f>: perhaps it was sent, but I cannot see whether it is there. Please look into the channel.
    - **(2)** Foundation lies behind the group, due <t:1775145600:f>: perhaps it was sent, but I cannot see whether it is there. Please look into the channel.
    - Month 2 of 8: Month of 2, due <t:1775145600:f>, waits: I lack a permission. See above for which one.
    - The group sets out, due <t:1775145600:f>: Discord refused it for good. You can still announce it: /milestone announce.
    - The notice of a break, due <t:1775145600:f>: it would have come too late, so I left it out.
    - Half-way, due <t:1774026000:f>: it would have come too late, so I left it out. You can still announce it: /milestone announce."
  `);
  expect(labelsOf(view)).toMatchInlineSnapshot(`
    [
      "It is there (1)",
      "Post it (1)",
      "It is there (2)",
      "Post it (2)",
      "Try again",
      "Change",
      "Back to the group",
    ]
  `);
});

test('members are paged; somebody is taken out only after a question, and stays a member with their progress', async () => {
  const { deps, moderator } = await aServer();
  await addMembers(
    deps,
    Array.from({ length: 17 }, (_, index) => `user-${index + 1}`),
  );
  const first = await moderator.slash('setup members');
  expect(textOf(first)).toContain('17 members');
  expect(textOf(first)).toContain(`- <@user-1> since <t:${now.epochMilliseconds / 1000}:D>`);
  expect(textOf(first)).not.toContain('<@user-9>');
  expect(textOf(await moderator.press('Read on'))).toContain('<@user-9>');

  expect(textOf(await moderator.choose('Take somebody out of the group', 'stranger'))).toContain(
    '<@stranger> is not in this group.',
  );
  expect(textOf(await moderator.choose('Take somebody out of the group', 'user-3'))).toContain(
    'Their progress stays as it is',
  );
  expect(textOf(await moderator.press('Keep'))).toContain('17 members');
  await moderator.choose('Take somebody out of the group', 'user-3');
  expect(textOf(await moderator.press('Take out'))).toContain('16 members');
  expect(await findMembership(deps.db, 'member-user-3')).toBeUndefined();
  const again = await moderator.use('setup:remove:night:member-user-3');
  expect(again.kind === 'show' && textOf(again.view)).toContain('out of the group already');
  const log = await listGroupChanges(deps.db, 'night', 10);
  expect(log.map(({ change, actorId }) => [change.kind, actorId])).toEqual([['member-removed', 'grace']]);
});

test('archiving says what ends, drops what waits, deletes nothing, and can be undone', async () => {
  const { deps, moderator } = await aServer();
  await addMembers(deps, ['ada']);
  await addRecord(deps, 'night.w.1', 'waiting', { order: { kind: 'welcome' } });
  await addRecord(deps, 'night.m.p2', 'blocked', { problem: 'missing-permission' });
  await addRecord(deps, 'night.m.p1', 'uncertain');
  await addRecord(deps, 'night.m.k', 'sent');
  await addRecord(deps, 'night.r.x', 'waiting', { order: { kind: 'role', roleId: 'learners', has: false } });
  const milestones = await listMilestones(deps.db, 'night');
  expect(textOf(await moderator.slash('setup archive'))).toMatchInlineSnapshot(`
    "## Archive **Night school**?
    - 12 milestones that are still to come are not posted.
    - Posts that wait are dropped.
    - Its member is free to join another group.
    - Its members keep the role <@&learners>.
    - Nobody can join it, and it stands in no list any more.
    Nothing is deleted: posts stay in the channel, everybody keeps their progress. You can undo it right after."
  `);
  expect((await findStudyGroup(deps.db, 'night'))?.archivedAt).toBeUndefined();

  const states = async () =>
    Object.fromEntries((await listOutboxRecords(deps.db, 'night')).map(({ key, state }) => [key.slice(6), state]));
  expect(textOf(await moderator.press('Archive it'))).toContain('**Night school** is archived.');
  expect(await states()).toEqual({
    'w.1': 'dropped',
    'm.p2': 'dropped',
    'm.p1': 'uncertain',
    'm.k': 'sent',
    'r.x': 'waiting',
  });
  expect(textOf(await moderator.slash('setup show'))).toContain('There is no study group here');
  const twice = await moderator.use('setup:archive:night');
  expect(twice.kind === 'show' && textOf(twice.view)).toContain('archived already');

  const back = await moderator.use('setup:revive:night');
  expect(back.kind === 'show' && textOf(back.view)).toContain('**Night school** is back');
  expect(await states()).toEqual({
    'w.1': 'waiting',
    'm.p2': 'waiting',
    'm.p1': 'uncertain',
    'm.k': 'sent',
    'r.x': 'waiting',
  });
  expect(await findOutboxRecord(deps.db, 'night.w.1')).toMatchObject({ problem: undefined, settledAt: undefined });
  expect(await listMilestones(deps.db, 'night')).toEqual(milestones);
  expect((await findMembership(deps.db, 'member-ada'))?.groupId).toBe('night');
  const revived = await moderator.use('setup:revive:night');
  expect(revived.kind === 'show' && textOf(revived.view)).toContain('was not archived');
  const log = await listGroupChanges(deps.db, 'night', 10);
  expect(log.map(({ change }) => change.kind).sort()).toEqual(['archived', 'revived']);
});

test('a draft made in one server does nothing in another, though the same person manages both', async () => {
  const { deps } = await aServer();
  const here = await aReader(deps, aCaller({ managesServer: true, now }));
  await here.slash('setup new', { channel: 'study' });
  const there = await aReader(deps, aCaller({ managesServer: true, serverId: 'night-club', now }));
  const answer = await there.use('setup:make:id-1:sure');
  expect(answer.kind === 'show' && textOf(answer.view)).toContain('I do not find that study group here');
});
