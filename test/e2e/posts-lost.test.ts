import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { announceMilestone } from '../../src/actions/announce-milestone.ts';
import { decideUncertain } from '../../src/actions/decide-uncertain.ts';
import { copyDatabase } from '../../src/store/backup.ts';
import { backupName } from '../../src/store/backup-folder.ts';
import { findOutboxRecord } from '../../src/store/outbox-store.ts';
import { putInPlace } from '../../src/store/restore.ts';
import { updateStudyGroup } from '../../src/store/study-group-store.ts';
import { instant } from '../support/builders.ts';
import { insertPlannedGroup } from '../support/cohorts.ts';
import { aCourse, type Course } from '../support/course.ts';
import { depsOn, openTestDatabase } from '../support/database.ts';
import { realContent } from '../support/real-content.ts';

const POSTING = /^POST \/channels\/\d+\/(messages|threads)$/;
const firstDue = instant('2026-02-23T17:00Z');
const anHourLater = instant('2026-02-23T18:00Z');

const stateOf = async (course: Course, key = 'group1.m.w') =>
  (await course.outbox()).find((record) => record.key === key)?.state;

const requestsTo = ({ playground }: Course, method: string, path: RegExp) =>
  playground.requests.filter((request) => request.method === method && path.test(request.path)).length;

test.each(['study', 'announcements', 'forum'])('#%s: an answer that is lost makes no second post', async (channel) => {
  const course = await aCourse({ channel });
  course.playground.controls.loseAnswer(POSTING);
  await course.time.moveTo(firstDue);
  expect(await stateOf(course)).toBe('waiting');
  await course.time.travelTo(anHourLater);
  expect(course.posts()).toHaveLength(1);
  expect(await stateOf(course)).toBe('sent');
  expect(requestsTo(course, 'POST', /messages|threads/)).toBe(1);
});

// A forum knows no nonces: there nobody could prevent it.
test.each(['study', 'announcements'])('#%s: a request that is doubled on its way makes one post', async (channel) => {
  const course = await aCourse({ channel });
  course.playground.controls.double(POSTING);
  await course.time.travelTo(anHourLater);
  expect(course.posts()).toHaveLength(1);
  expect(await stateOf(course)).toBe('sent');
});

test.each([
  ['study', 'general'],
  ['forum', 'study'],
])('#%s: after a lost answer the post is not made again in #%s, where the group has moved since', async (from, to) => {
  const course = await aCourse({ channel: from });
  const { time, playground, db, group } = course;
  playground.controls.loseAnswer(POSTING);
  await time.moveTo(firstDue);
  await updateStudyGroup(db, group, { channelId: playground.channel(to).id });
  await time.travelTo(anHourLater);
  expect(course.posts()).toHaveLength(1);
  expect(await stateOf(course)).toBe('sent');
});

test.each(['study', 'announcements', 'forum'])('#%s: a request that got lost is made again', async (channel) => {
  const course = await aCourse({ channel });
  const { controls } = course.playground;
  controls.drop(POSTING);
  controls.fail(POSTING, 500, { times: 2 });
  controls.fail(POSTING, 503);
  await course.time.travelTo(anHourLater);
  expect(course.posts()).toHaveLength(1);
  expect(await stateOf(course)).toBe('sent');
});

test('in a forum, a thread that lost its first message keeps no other post away', async () => {
  const course = await aCourse({ channel: 'forum' });
  const { time, playground, db, group } = course;
  await insertPlannedGroup(db, { ...group, id: 'group2' });
  playground.controls.fail(POSTING, 500);
  await time.moveTo(firstDue);
  const [post] = course.posts();
  expect(course.posts()).toHaveLength(1);
  playground.controls.removeMessage(post?.channelId ?? '');
  await time.travelTo(anHourLater);
  expect(course.posts()).toHaveLength(1);
  expect([await stateOf(course), (await findOutboxRecord(db, 'group2.m.w'))?.state]).toEqual(['sent', 'sent']);
});

test('while no look is answered nothing is sent, and once it is too late the moderators decide', async () => {
  const course = await aCourse();
  const { time, playground, posts, notices } = course;
  playground.controls.loseAnswer(POSTING);
  playground.controls.fail(/^GET .*messages/, 500, { times: 100_000 });
  await time.moveTo(firstDue);
  time.passTo(instant('2026-03-02T16:30Z'));
  await time.travelTo(instant('2026-03-02T20:00Z'));
  expect(posts().map(({ marks }) => marks[0])).toEqual(['group1.m.w', 'group1.m.k']);
  expect(await stateOf(course)).toBe('uncertain');
  expect(notices()).toEqual([expect.stringContaining('cannot tell')]);
});

test('a look that is refused for good is no proof: a moderator decides', async () => {
  const course = await aCourse();
  course.playground.controls.loseAnswer(POSTING);
  course.playground.controls.fail(/^GET .*messages/, 400);
  await course.time.travelTo(anHourLater);
  expect(course.posts()).toHaveLength(1);
  expect(await stateOf(course)).toBe('uncertain');
});

test('where Discord asks to wait, the bot waits, and looks for nothing: nothing was sent', async () => {
  const course = await aCourse();
  course.playground.controls.fail(POSTING, 429, { retryAfter: 30 });
  await course.time.moveTo(firstDue);
  expect(course.posts()).toHaveLength(0);
  await course.time.moveTo(firstDue.add({ seconds: 20 }));
  expect(course.posts()).toHaveLength(0);
  await course.time.moveTo(firstDue.add({ seconds: 40 }));
  expect(course.posts()).toHaveLength(1);
  expect(requestsTo(course, 'GET', /messages/)).toBe(0);
});

test('an answer that is late, with the bot killed while it waits, makes no second post', async () => {
  const course = await aCourse();
  const { time, playground } = course;
  playground.controls.delay(POSTING, 2500);
  void time.moveTo(firstDue).catch(() => undefined);
  await expect.poll(() => playground.requests.some(({ path }) => path.endsWith('/messages'))).toBe(true);
  await time.bot.stop('SIGKILL');
  time.passTo(firstDue.add({ seconds: 130 }));
  await time.start();
  await time.bot.idle();
  await new Promise((resolve) => setTimeout(resolve, 2600)); // The first request does its work only now.
  await time.travelTo(anHourLater);
  expect(course.posts()).toHaveLength(1);
});

test('while Discord is away the waits grow, and after a week the moderators hear of it', async () => {
  const course = await aCourse();
  const { time, playground, posts, notices } = course;
  playground.controls.fail(POSTING, 500, { times: 100_000 });
  await time.travelTo(firstDue.add({ hours: 12 }));
  const tries = requestsTo(course, 'POST', /messages/);
  expect(tries).toBeGreaterThan(10);
  expect(tries).toBeLessThan(100);
  time.passTo(instant('2026-03-02T17:10Z'));
  await time.moveTo(instant('2026-03-02T17:10Z'));
  playground.controls.clearFaults();
  await time.travelTo(instant('2026-03-02T20:00Z'));
  expect(posts().map(({ marks }) => marks[0])).toEqual(['group1.m.k']);
  expect(notices()).toEqual([expect.stringContaining('Too late')]);
});

test.each([true, false])(
  'without Read Message History nothing is sent twice: a moderator decides (it is there: %s)',
  async (isThere) => {
    const course = await aCourse();
    const { time, playground, db, group, posts, notices } = course;
    playground.controls.overwrite('study', playground.world.application.botId, { deny: ['ReadMessageHistory'] });
    if (isThere) playground.controls.loseAnswer(POSTING);
    else playground.controls.drop(POSTING);
    await time.travelTo(anHourLater);
    expect(posts()).toHaveLength(isThere ? 1 : 0);
    expect(await stateOf(course)).toBe('uncertain');
    expect(notices()).toEqual([expect.stringContaining('cannot tell')]);

    const decision = { groupId: group.id, key: 'group1.m.w', isThere, actorId: 'grace', now: time.now() };
    expect(await decideUncertain(depsOn(db), decision)).toEqual({ kind: 'decided' });
    expect(await decideUncertain(depsOn(db), { ...decision, isThere: false })).toEqual({ kind: 'not-uncertain' });
    await time.bot.tick();
    await time.bot.idle();
    expect(posts()).toHaveLength(1);
    expect(await stateOf(course)).toBe('sent');
  },
);

test('two bots on one database post once', { timeout: 60_000 }, async () => {
  const course = await aCourse();
  const { time, posts } = course;
  await time.start();
  await time.travelTo(instant('2026-12-01T12:00Z'));
  expect(posts()).toHaveLength(10);
});

test('a backup of weeks ago that is put back knows what was posted since, and tells nobody that it is missing', {
  timeout: 60_000,
}, async () => {
  const course = await aCourse();
  const { time, db, posts, notices } = course;
  const { databaseFile } = time.bot;
  const copy = join(dirname(databaseFile), backupName('by-hand', time.now()));
  await copyDatabase(databaseFile, copy);
  await time.travelTo(instant('2026-03-20T12:00Z'));
  const before = posts();
  expect(before).toHaveLength(2);

  expect(await time.bot.stop()).toBe(0);
  await db.destroy();
  await putInPlace(copy, databaseFile, time.now());
  rmSync(copy);
  await time.start();
  await time.travelTo(instant('2026-03-25T12:00Z'));
  expect({ posts: posts(), notices: notices() }).toEqual({ posts: before, notices: [] });
  const restored = openTestDatabase(databaseFile);
  const states = await restored
    .selectFrom('outbox')
    .select(['key', 'state'])
    .where('operation', '=', 'milestones')
    .orderBy('key')
    .execute();
  expect(states.map(({ key, state }) => `${key} ${state}`)).toEqual(['group1.m.k sent', 'group1.m.w sent']);
});

test.each(['study', 'forum'])('#%s: a backup that is put back knows yesterday’s posts again', async (channel) => {
  const course = await aCourse({ channel });
  const { time, db, group, posts, notices } = course;
  const { databaseFile } = time.bot;
  await time.travelTo(instant('2026-03-01T12:00Z'));
  const copy = join(dirname(databaseFile), backupName('by-hand', time.now()));
  await copyDatabase(databaseFile, copy);

  await time.travelTo(instant('2026-03-03T12:00Z'));
  const deps = { ...depsOn(db), content: realContent() };
  const input = { groupId: group.id, actorId: 'grace', now: time.now(), note: undefined };
  await announceMilestone(deps, { ...input, id: { kind: 'part', part: 2 } });
  await time.bot.tick();
  await time.travelTo(instant('2026-03-04T12:00Z'));
  const before = posts();
  expect(before).toHaveLength(3);

  expect(await time.bot.stop()).toBe(0);
  await db.destroy();
  await putInPlace(copy, databaseFile, time.now());
  rmSync(copy);
  await time.start();
  await time.travelTo(instant('2026-04-20T12:00Z'));
  expect(posts()).toEqual(before);
  expect(notices()).toEqual([]);
  await time.travelTo(instant('2026-05-20T12:00Z'));
  expect(posts()).toHaveLength(4);
});
