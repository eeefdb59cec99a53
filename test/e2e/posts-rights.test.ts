import { expect, test } from 'vitest';
import { createThread } from '../../playground/world/threads.ts';
import { listOutboxRecords } from '../../src/store/outbox-store.ts';
import { updateStudyGroup } from '../../src/store/study-group-store.ts';
import { instant } from '../support/builders.ts';
import { insertPlannedGroup } from '../support/cohorts.ts';
import { aCourse, type Course, type CourseOptions } from '../support/course.ts';

const POSTING = /^POST \/channels\/\d+\/(messages|threads)$/;
const beforeKickOff = instant('2026-03-01T12:00Z');
const afterKickOff = instant('2026-03-02T18:00Z');

/** The post of a week before is out; the next is due tomorrow. */
async function aCourseUnderWay(options: CourseOptions = {}): Promise<Course> {
  const course = await aCourse(options);
  await course.time.travelTo(beforeKickOff);
  return course;
}

const sends = ({ playground }: Course) =>
  playground.requests.filter(({ method, path }) => method === 'POST' && /\/(messages|threads)$/.test(path)).length;

const stateOf = async (course: Course) => (await course.outbox()).find(({ key }) => key === 'group1.m.k')?.state;

/** Changes one thing with `/setup edit`. */
async function change(owner: Course['owner'], field: string, value: string): Promise<void> {
  const there = owner.in('general');
  await there.slash('setup edit');
  await there.choose('Change…', field);
  await there.choose('Choose', value);
  await there.press('See what changes');
  expect((await there.press('Save')).text).toContain('Saved.');
}

test('a right that is taken costs no request, is told once, and the post comes by itself when it is given back', async () => {
  const course = await aCourseUnderWay();
  const { time, playground, posts, notices } = course;
  playground.controls.overwrite('study', playground.world.application.botId, { deny: ['SendMessages'] });
  const before = sends(course);
  await time.travelTo(instant('2026-03-04T12:00Z'));
  expect(await stateOf(course)).toBe('blocked');
  expect(sends(course) - before).toBe(1); // The notice.
  expect(notices()).toEqual([expect.stringContaining('I may not post in its channel')]);

  playground.controls.overwrite('study', playground.world.application.botId, {});
  await expect.poll(() => posts().length).toBe(2);
  await expect.poll(() => stateOf(course)).toBe('sent');
  expect(notices()).toHaveLength(1);
});

test('a right that is missing for longer than a post is of use is told as missed, once for each post', async () => {
  const course = await aCourseUnderWay();
  const { time, playground, posts, notices } = course;
  playground.controls.overwrite('study', playground.world.application.botId, { deny: ['ViewChannel'] });
  await time.travelTo(instant('2026-04-20T12:00Z'));
  expect(posts()).toHaveLength(1);
  expect(notices().filter((text) => /may not see/.test(text))).toHaveLength(1); // Not again each week.
  expect(notices().filter((text) => /Too late/.test(text))).toHaveLength(2);
});

test.each(['forum', 'study'])(
  '#%s: with as many open threads as a server may have, it waits until one is closed',
  async (channel) => {
    const course = await aCourseUnderWay({ channel });
    const { time, playground, notices } = course;
    const threads = () => playground.channel(channel).threads;
    await time.travelTo(instant('2026-03-08T12:00Z'));
    const place = playground.world.channels.get(playground.channel(channel).id);
    if (!place) throw new Error('There is no such channel.');
    const old = createThread(playground.world, place, { name: 'Old talk', ownerId: course.owner.id });
    playground.controls.fail(/^POST \/channels\/.*\/threads$/, 400, { code: 160006, times: 9 });
    await time.travelTo(instant('2026-03-08T20:00Z'));
    expect(notices()).toEqual([expect.stringContaining('as many open threads as Discord allows')]);

    playground.controls.clearFaults();
    playground.controls.setArchived(old.id, true);
    await expect.poll(() => threads().map(({ name }) => name)).toContain('Week of 2 March: check-ins');
    expect(playground.channel(channel).messages.filter(({ text }) => text.includes('Week of 2 March'))).toHaveLength(
      channel === 'study' ? 1 : 0,
    );
    expect(notices()).toHaveLength(1);
  },
);

test('a channel that is deleted is told, and the post appears in the one chosen instead', async () => {
  const course = await aCourseUnderWay();
  const { time, playground, owner, posts, notices } = course;
  playground.controls.removeChannel('study');
  await time.travelTo(afterKickOff);
  expect(notices()).toEqual([expect.stringContaining('its channel is gone')]);

  const { id: channelId } = playground.channel('general');
  await change(owner, 'channel', channelId);
  await expect.poll(() => posts().map((post) => post.channelId)).toEqual([channelId]);
  expect((await owner.in('general').slash('setup check')).text).toContain('I have all I need');
});

test('notices go to the channel for them', async () => {
  const course = await aCourseUnderWay();
  const { time, playground, db, group, notices } = course;
  const { id } = playground.channel('general');
  await updateStudyGroup(db, group, { noticeChannelId: id });
  playground.controls.removeChannel('study');
  await time.travelTo(afterKickOff);
  expect(notices()).toHaveLength(1);
  expect(playground.channel('general').messages).toHaveLength(1);
});

test('a forum that begins to ask for a tag waits for one', async () => {
  const course = await aCourseUnderWay({ channel: 'forum' });
  const { time, playground, group, owner, posts, notices } = course;
  playground.controls.setTagRequired('forum', true);
  await time.travelTo(afterKickOff);
  expect(notices()).toEqual([expect.stringContaining('asks for a tag')]);

  const tag = playground.controls.server().channels.get(group.channelId)?.forum?.tags[0];
  await change(owner, 'tag', tag?.id ?? '');
  await expect.poll(() => posts().length).toBe(2);
});

test('a server that removed the bot is left alone, and gets what is not too late when it invites it again', async () => {
  const course = await aCourseUnderWay();
  const { time, playground, posts } = course;
  playground.controls.kickBot();
  await time.travelTo(instant('2026-03-04T12:00Z'));
  expect(posts()).toHaveLength(1);
  expect(await stateOf(course)).toBeUndefined();

  playground.controls.inviteBot();
  await expect.poll(() => playground.requests.length).toBeGreaterThan(0);
  await time.travelTo(instant('2026-03-05T12:00Z'));
  expect(posts().map(({ marks }) => marks[0])).toEqual(['group1.m.w', 'group1.m.k']);
});

test('a bot that is removed before it hears of its post, and invited again, finds it and goes on with the course', async () => {
  const course = await aCourseUnderWay();
  const { time, playground, posts, notices } = course;
  playground.controls.interrupt(/^POST \/channels\/\d+\/messages$/, 'after-work', () => playground.controls.kickBot());
  await time.moveTo(instant('2026-03-02T17:00Z'));
  expect(posts()).toHaveLength(2);
  await time.travelTo(instant('2026-03-04T12:00Z'));
  expect(await stateOf(course)).toBe('blocked');

  playground.controls.inviteBot();
  await expect.poll(() => stateOf(course)).toBe('sent');
  await time.travelTo(instant('2026-06-03T12:00Z'));
  expect(posts().map(({ marks }) => marks[0])).toEqual([
    'group1.m.w',
    'group1.m.k',
    'group1.m.e1',
    'group1.m.p3',
    'group1.m.p4',
  ]);
  expect(notices()).toEqual([]);
});

test('an outage of Discord in a server is waited for', async () => {
  const course = await aCourseUnderWay();
  const { time, playground, posts, notices } = course;
  playground.controls.makeUnavailable();
  await time.travelTo(instant('2026-03-02T20:00Z'));
  expect(posts()).toHaveLength(1);
  playground.controls.makeAvailable();
  await time.travelTo(instant('2026-03-02T22:00Z'));
  expect(posts()).toHaveLength(2);
  expect(notices()).toEqual([]);
});

test('one broken group holds up no other', async () => {
  const course = await aCourseUnderWay();
  const { time, db, group, posts } = course;
  for (const id of ['group0', 'group2']) await insertPlannedGroup(db, { ...group, id });
  await updateStudyGroup(db, { ...group, id: 'group0' }, { channelId: '1' });
  await time.travelTo(afterKickOff);
  const kickOffs = posts().flatMap(({ marks }) => marks.filter((mark) => mark.endsWith('.m.k')));
  expect(kickOffs.toSorted()).toEqual(['group1.m.k', 'group2.m.k']);
  const broken = await listOutboxRecords(db, 'group0', 'milestones');
  expect(broken).toMatchObject([{ state: 'blocked', order: { codes: expect.arrayContaining(['k', 'p1']) } }]);
});

test('a moderators’ role that is deleted ends what its holders may do, and the check says so', async () => {
  const course = await aCourseUnderWay();
  const { playground, owner } = course;
  const { id: roleId } = playground.controls.addRole('Hosts');
  await change(owner, 'moderators', roleId);
  const host = playground.person('Hana', { roles: ['Hosts'] });
  await host.slash('group show');
  expect((await host.press('Manage')).text).toContain('Spring cohort');

  playground.controls.removeRole('Hosts');
  expect((await host.press('Check')).text).toContain('for the moderators of that study group');
  expect((await host.slash('group show')).labels).not.toContain('Manage');
  const check = await owner.slash('setup check');
  expect(check.text).toContain('The moderators’ role is not there any more');
});

test.each(['blocked', 'in retry'])(
  'an archived group posts nothing that was %s, and goes on when it is revived',
  async (how) => {
    const course = await aCourseUnderWay();
    const { time, playground, owner, posts } = course;
    const { botId } = playground.world.application;
    if (how === 'blocked') playground.controls.overwrite('study', botId, { deny: ['SendMessages'] });
    else playground.controls.fail(POSTING, 500, { times: 1000 });
    await time.travelTo(afterKickOff);
    expect(posts()).toHaveLength(1);
    const there = owner.in('general');
    await there.slash('setup archive');
    expect((await there.press('Archive it')).text).toContain('archived');
    playground.controls.overwrite('study', botId, {});
    playground.controls.clearFaults();
    await time.travelTo(instant('2026-03-04T12:00Z'));
    expect(posts()).toHaveLength(1);
    expect(await stateOf(course)).toBe('dropped');

    expect((await there.press('Undo')).text).toContain('Spring cohort');
    await expect.poll(() => posts().map(({ marks }) => marks[0])).toEqual(['group1.m.w', 'group1.m.k']);
    await time.travelTo(instant('2026-04-03T12:00Z'));
    expect(posts().flatMap(({ marks }) => marks)).toContain('group1.m.p2');
    expect(new Set(posts().flatMap(({ marks }) => marks)).size).toBe(posts().flatMap(({ marks }) => marks).length);
  },
);
