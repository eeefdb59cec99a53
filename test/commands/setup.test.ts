import { expect, test } from 'vitest';
import type { Deps } from '../../src/actions/deps.ts';
import { savePrivateChat } from '../../src/store/check-in-setting-store.ts';
import { listGroupChanges } from '../../src/store/group-change-store.ts';
import { listMilestones } from '../../src/store/milestone-store.ts';
import { listOutboxRecords } from '../../src/store/outbox-store.ts';
import { insertStudyGroup, listStudyGroups } from '../../src/store/study-group-store.ts';
import { aContentSource, instant } from '../support/builders.ts';
import { freshDeps } from '../support/database.ts';
import { aChannel, aDiscord, aRole, eightMonths, nightSchool } from '../support/groups.ts';
import { aCaller, aReader } from '../support/reader.ts';
import { labelsOf, problemsOf, textOf } from '../support/view-text.ts';

const forum = aChannel({
  id: 'forum',
  name: 'forum',
  kind: 'forum',
  demandsTag: true,
  tags: [
    { id: 'tag-1', name: 'question' },
    { id: 'tag-2', name: 'news' },
  ],
});
const channels = [
  aChannel(),
  aChannel({ id: 'general', name: 'general' }),
  aChannel({ id: 'news', name: 'news', kind: 'announcement' }),
  aChannel({ id: 'voice', kind: undefined }),
  forum,
];
const roles = [
  aRole(),
  aRole({ id: 'admins', isPowerful: true, isGivable: false }),
  aRole({ id: 'above', isGivable: false }),
  aRole({ id: 'quiet', isMentionable: false }),
];
const grace = aCaller({ userId: 'grace', managesServer: true });

async function aModerator(discord = aDiscord({ channels, roles }), caller = grace) {
  const deps = await freshDeps({ content: aContentSource(eightMonths()), discord });
  return { deps, moderator: await aReader(deps, caller) };
}

test('a group is set up with one press: everything is preselected', async () => {
  const { deps, moderator } = await aModerator();
  const card = await moderator.slash('setup new', { channel: 'general' });
  expect(problemsOf(card)).toEqual([]);
  expect(textOf(card)).toMatchInlineSnapshot(`
    "## Set up a study group
    **Study hall** in <#general>
    Start: <t:1773057600:D>, for 8 months (15 hours a week)
    Posts at 18:00
    It is **18:00** for you (Europe/London).
    Check-in: once a week
    Moderators: whoever manages the server
    When something goes wrong, I tell whoever set the group up, privately
    -# Not used: members’ role, ping, scheduled events
    -# Everything is preselected. Change what you like, then press **Set up**."
  `);
  expect(labelsOf(card)).toMatchInlineSnapshot(`
    [
      "Change…",
      "Name",
      "Start",
      "Pace",
      "Time of the posts",
      "Time zone",
      "Check-in",
      "Channel",
      "Moderators’ role",
      "Members’ role",
      "Role to ping",
      "Channel for notices to moderators",
      "Scheduled events",
      "Set up",
      "No, it is another time",
    ]
  `);
  expect(textOf(await moderator.press('Set up'))).toMatchInlineSnapshot(`
    "**Study hall** is set up.
    **Next dates**
    - The group sets out: <t:1773079200:f>
    - Month 1 of 8: Month of 1: <t:1773079200:f>
    - Month 2 of 8: Month of 2: <t:1775754000:f>
    - Foundation lies behind the group: <t:1778346000:f>
    - and 11 more
    Shall I post a card with **Join** in <#general>?"
  `);

  const [group] = await listStudyGroups(deps.db, 'study-hall');
  expect(group).toMatchObject({ name: 'Study hall', channelId: 'general', actorId: 'grace', showsEvents: false });
  expect(group?.schedule.startDay.toString()).toBe('2026-03-09');
  expect(await listMilestones(deps.db, group?.id ?? '')).toHaveLength(16);
  const log = await listGroupChanges(deps.db, group?.id ?? '', 10);
  expect(log.map(({ change, actorId }) => [change.kind, actorId])).toEqual([['set-up', 'grace']]);
});

test('the same card pressed twice, also at the same moment, makes one group', async () => {
  const { deps, moderator } = await aModerator();
  await moderator.slash('setup new', { channel: 'general' });
  const answers = await Promise.all([moderator.use('setup:make:id-1:ask'), moderator.use('setup:make:id-1:ask')]);
  expect(answers.map((answer) => answer.kind === 'show' && textOf(answer.view).split('\n')[0])).toEqual([
    '**Study hall** is set up.',
    '**Study hall** was set up already. There is one of it, not two.',
  ]);
  expect(await listStudyGroups(deps.db, 'study-hall')).toHaveLength(1);
});

test('the card with Join is ordered once, however often it is pressed; a later screen may order the next', async () => {
  const { deps, moderator } = await aModerator();
  await moderator.slash('setup new', { channel: 'general' });
  await moderator.press('Set up');
  const id = 'id1';
  expect(textOf(await moderator.press('Post a Join card'))).toContain('is on its way to <#general>');
  const again = await moderator.use(`setup:welcome:${id}:1`);
  expect(again.kind === 'show' && textOf(again.view)).toContain('I post it once');
  expect((await listOutboxRecords(deps.db, id)).map(({ key, order }) => [key, order.kind])).toEqual([
    [`${id}.w.1`, 'welcome'],
  ]);
  await moderator.press('Back to the group');
  await moderator.press('Post a Join card');
  expect(await listOutboxRecords(deps.db, id)).toHaveLength(2);
});

test('everything on the card can be changed, each on a screen or form of its own', async () => {
  const { deps, moderator } = await aModerator();
  await moderator.slash('setup new', { channel: 'general' });
  const type = async (field: string, text: string) =>
    moderator.fill(await moderator.openForm('Change…', field), { place: text });
  const choose = async (field: string, value: string) => {
    await moderator.choose('Change…', field);
    expect(problemsOf(moderator.view)).toEqual([]);
    return moderator.choose('Choose', value);
  };
  await type('name', '  Evening   *class* ');
  await type('start', '24.12.');
  await type('time', '6:30 pm');
  await type('zone', 'Katmandu');
  await moderator.choose('What time is it for the group?', 'Asia/Kathmandu');
  await choose('pace', '16');
  await choose('rhythm', 'daily');
  await choose('channel', 'forum');
  await choose('tag', 'tag-2');
  await choose('moderators', 'quiet');
  await choose('members', 'learners');
  await choose('ping', 'learners');
  await choose('notices', 'news');
  await choose('events', 'yes');
  expect(textOf(moderator.view)).toMatchInlineSnapshot(`
    "## Set up a study group
    **Evening \\*class\\*** in <#forum>
    Start: <t:1766556900:D>, for 16 months (8 hours a week)
    Posts at 18:30
    It is **23:45** for you (Asia/Kathmandu).
    Check-in: every day
    Tag of its posts: news
    Moderators: <@&quiet>, and whoever manages the server
    Members get the role <@&learners>
    Posts ping <@&learners>
    I tell moderators in <#news> when something goes wrong
    The next milestones are scheduled events of the server
    -# Everything is preselected. Change what you like, then press **Set up**."
  `);
  await moderator.press('Set up');

  const [group] = await listStudyGroups(deps.db, 'study-hall');
  expect(group).toMatchObject({
    name: 'Evening *class*',
    channelId: 'forum',
    channelKind: 'forum',
    forumTagId: 'tag-2',
    moderatorRoleId: 'quiet',
    memberRoleId: 'learners',
    pingRoleId: 'learners',
    noticeChannelId: 'news',
    showsEvents: true,
  });
  const { schedule } = group ?? nightSchool();
  expect(`${schedule.startDay} ${schedule.postTime} ${schedule.zone} ${schedule.months} ${schedule.rhythm}`).toBe(
    '2025-12-24 18:30:00 Asia/Kathmandu 16 daily',
  );
});

test('what is set can be taken away again', async () => {
  const { moderator } = await aModerator();
  await moderator.slash('setup new', { channel: 'general' });
  for (const [field, value] of [
    ['ping', 'learners'],
    ['notices', 'news'],
  ] as const) {
    await moderator.choose('Change…', field);
    await moderator.choose('Choose', value);
  }
  expect(textOf(moderator.view)).toContain('Posts ping <@&learners>');
  await moderator.choose('Change…', 'ping');
  expect(textOf(await moderator.press('No role'))).not.toContain('Posts ping');
  await moderator.choose('Change…', 'notices');
  expect(textOf(await moderator.press('No channel'))).toContain('privately');
});

test.each([
  { field: 'members', value: 'admins', says: '<@&admins> allows moderating or managing the server' },
  { field: 'members', value: 'above', says: 'drag it above that one' },
  { field: 'members', value: 'gone', says: 'not there any more' },
  { field: 'members', value: 'study-hall', says: 'everybody in the server' },
  { field: 'moderators', value: 'study-hall', says: 'everybody in the server' },
  { field: 'ping', value: 'study-hall', says: 'everybody in the server' },
  { field: 'channel', value: 'voice', says: 'text channel, an announcement channel or a forum' },
  { field: 'channel', value: 'channel-of-another-server', says: 'text channel, an announcement channel or a forum' },
  { field: 'notices', value: 'forum', says: 'text or an announcement channel' },
])('$value is no $field: the reason is said and nothing changes', async ({ field, value, says }) => {
  const { moderator } = await aModerator();
  const before = textOf(await moderator.slash('setup new', { channel: 'general' }));
  await moderator.choose('Change…', field);
  expect(textOf(await moderator.choose('Choose', value))).toContain(says);
  expect(textOf(await moderator.press('Back to the card'))).toBe(before);
});

test.each([
  { field: 'name', typed: '\u200B', says: 'at least one visible character' },
  { field: 'name', typed: 'n'.repeat(51), says: 'at most 50' },
  { field: 'start', typed: '4/5', says: 'which day “4/5” is' },
  { field: 'start', typed: '2031-01-01', says: 'more than two years away' },
  { field: 'start', typed: '2024-01-01', says: 'at its end already' },
  { field: 'time', typed: 'dawn', says: 'which time “dawn” is' },
  { field: 'zone', typed: 'Qqqqqqq', says: 'no place like' },
])('"$typed" is refused as $field and comes back to be corrected', async ({ field, typed, says }) => {
  const { moderator } = await aModerator();
  await moderator.slash('setup new', { channel: 'general' });
  const answer = await moderator.fill(await moderator.openForm('Change…', field), { place: typed });
  expect(answer).toMatchObject({ kind: 'refused', problem: expect.stringContaining(says) });
});

test('a missing permission is named in Discord’s words; what is needed must be there first', async () => {
  const missing = aDiscord({ channels: [aChannel({ missing: ['send', 'attach-files', 'read-history'] })], roles });
  const { deps, moderator } = await aModerator(missing);
  const card = await moderator.slash('setup new', { channel: 'study' });
  expect(textOf(card)).toContain(
    'I lack **Send Messages** and **Attach Files** in <#study>. No post arrives without that.',
  );
  expect(textOf(card)).toContain('I lack **Read Message History** in <#study>. All else works, but after a failure');
  expect(labelsOf(card)).not.toContain('Set up');
  await moderator.use('setup:make:id-1:sure');
  expect(await listStudyGroups(deps.db, 'study-hall')).toEqual([]);
});

test('in a forum the permissions have the names that Discord shows there', async () => {
  const { moderator } = await aModerator(aDiscord({ channels: [{ ...forum, missing: ['send', 'send-in-threads'] }] }));
  const card = textOf(await moderator.slash('setup new', { channel: 'forum' }));
  expect(card).toContain('**Create Posts**');
  expect(card).toContain('**Send Messages in Posts**');
});

test('where only something optional is missing, the group is set up all the same', async () => {
  const discord = aDiscord({ channels: [aChannel({ missing: ['create-threads'] })], roles, mayCreateEvents: false });
  const { deps, moderator } = await aModerator(discord);
  await moderator.slash('setup new', { channel: 'study' });
  for (const [field, value] of [
    ['ping', 'quiet'],
    ['events', 'yes'],
  ] as const) {
    await moderator.choose('Change…', field);
    await moderator.choose('Choose', value);
  }
  expect(textOf(moderator.view)).toContain('I cannot ping <@&quiet>');
  expect(textOf(moderator.view)).toContain('**Create Events**');
  await moderator.press('Set up');
  expect(await listStudyGroups(deps.db, 'study-hall')).toHaveLength(1);
});

/** A private message to this person was refused. */
async function refusedPrivately(deps: Deps, userId: string) {
  const closedAt = instant('2026-03-01T12:00Z');
  await savePrivateChat(deps.db, userId, { channelId: undefined, closedAt, toldAt: closedAt, missed: [] });
}

test('for a forum the card advises a channel for notices, until there is one', async () => {
  const { moderator } = await aModerator();
  const advice = 'A forum takes no notices: a **Channel for notices** is surer.';
  expect(textOf(await moderator.slash('setup new', { channel: 'general' }))).not.toContain(advice);
  expect(textOf(await moderator.slash('setup new', { channel: 'forum' }))).toContain(
    `I tell whoever set the group up, privately. ${advice}`,
  );
  await moderator.choose('Change…', 'notices');
  expect(textOf(await moderator.choose('Choose', 'news'))).not.toContain(advice);
});

test('whoever is known to take no private messages reads it on the card of a forum, with the cure', async () => {
  const { deps, moderator } = await aModerator();
  await refusedPrivately(deps, 'grace');
  const card = textOf(await moderator.slash('setup new', { channel: 'forum' }));
  expect(card).toContain('nobody would hear of it');
  expect(card).toContain('Choose a **Channel for notices**, or let them allow private messages from this server.');
  expect(card).not.toContain('I tell whoever set the group up, privately');
  await moderator.choose('Change…', 'notices');
  expect(textOf(await moderator.choose('Choose', 'news'))).not.toContain('nobody would hear of it');
});

test('the card of a change goes by whoever set the group up, not by whoever changes it', async () => {
  const { deps, moderator } = await aModerator();
  await insertStudyGroup(deps.db, nightSchool({ channelId: 'forum', channelKind: 'forum', actorId: 'mia' }));
  await refusedPrivately(deps, 'grace');
  expect(textOf(await moderator.slash('setup edit'))).not.toContain('nobody would hear of it');
  await refusedPrivately(deps, 'mia');
  expect(textOf(await moderator.slash('setup edit'))).toContain('nobody would hear of it');
});

test('a second group in the same channel is asked about first', async () => {
  const { deps, moderator } = await aModerator();
  await insertStudyGroup(deps.db, nightSchool({ channelId: 'general' }));
  expect(textOf(await moderator.slash('setup new', { channel: 'general' }))).toContain(
    '<#general> is the channel of **Night school** already',
  );
  expect(textOf(await moderator.press('Set up'))).toContain('Do you want one more group there?');
  expect(await listStudyGroups(deps.db, 'study-hall')).toHaveLength(1);
  expect(textOf(await moderator.press('Set up one more'))).toContain('is set up');
  expect(await listStudyGroups(deps.db, 'study-hall')).toHaveLength(2);
});
