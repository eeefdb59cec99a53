import { expect, test } from 'vitest';
import { updateStudyGroup } from '../../src/store/study-group-store.ts';
import { instant } from '../support/builders.ts';
import { aCourse } from '../support/course.ts';

const wholeCourse = [
  ['group1.m.w'],
  ['group1.m.k', 'group1.m.p1'],
  ['group1.m.e1', 'group1.m.p2'],
  ['group1.m.p3'],
  ['group1.m.p4'],
  ['group1.m.e2', 'group1.m.h', 'group1.m.p5'],
  ['group1.m.p6'],
  ['group1.m.e3', 'group1.m.p7'],
  ['group1.m.p8'],
  ['group1.m.e4', 'group1.m.g'],
];

test.each(['study', 'announcements', 'forum'])(
  'a whole course arrives in #%s, each post once and at its hour',
  async (channel) => {
    const { time, playground, posts, notices, outbox } = await aCourse({ channel });
    await time.travelTo(instant('2026-12-01T12:00Z'));

    expect(posts().map(({ marks }) => marks)).toEqual(wholeCourse);
    expect(posts().map(({ at }) => at.slice(5))).toEqual([
      '02-23T17:00',
      '03-02T17:00',
      '04-02T16:00', // Summer time in Berlin.
      '05-02T16:00',
      '06-02T16:00',
      '07-02T16:00',
      '08-02T16:00',
      '09-02T16:00',
      '10-02T16:00',
      '11-02T17:00',
    ]);
    expect(notices()).toEqual([]);
    expect((await outbox()).every(({ state, messageId }) => state === 'sent' && messageId !== undefined)).toBe(true);
    const { threads } = playground.channel(channel);
    const prompted = 3; // Nobody checks in, so nobody is asked after that.
    expect(threads).toHaveLength(prompted + (channel === 'forum' ? 10 : 0));
  },
);

test('a role is pinged once for each post while it may be, and nobody is when it may not', async () => {
  const course = await aCourse();
  const { time, playground, db, group, posts } = course;
  const role = playground.controls.addRole('Cohort', { mentionable: true });
  await updateStudyGroup(db, group, { pingRoleId: role.id });
  await time.travelTo(instant('2026-03-03T12:00Z'));
  expect(posts().map(({ pinged }) => pinged)).toEqual([[role.id], [role.id]]);

  playground.controls.removeRole('Cohort');
  await time.travelTo(instant('2026-04-03T12:00Z'));
  expect(posts().at(-1)?.pinged).toEqual([]);
  expect(posts().at(-1)?.content).not.toContain('<@&');
});

test('after a few days without the bot what was missed is one post, marked as late, and what is older is reported', async () => {
  const { time, playground, posts, notices } = await aCourse();
  await time.bot.stop();
  time.passTo(instant('2026-03-02T20:00Z'));
  await time.start();
  await time.bot.idle();
  expect(posts().map(({ marks }) => marks)).toEqual([['group1.m.k', 'group1.m.p1']]);
  expect(posts()[0]?.content).toMatch(/late/i);
  expect(notices()).toHaveLength(1);
  expect(playground.violations).toEqual([]);
});

test('a clock that jumps by weeks makes no burst', async () => {
  const { time, posts, notices } = await aCourse();
  await time.moveTo(instant('2026-07-04T12:00Z'));
  expect(posts().map(({ marks }) => marks)).toEqual([['group1.m.e2', 'group1.m.h', 'group1.m.p5']]);
  expect(notices()).toHaveLength(1);
  await time.moveTo(instant('2026-03-04T12:00Z')); // And back.
  await time.travelTo(instant('2026-08-03T12:00Z'));
  expect(posts()).toHaveLength(2);
});

test('a group that is archived posts nothing more', async () => {
  const { time, db, group, posts } = await aCourse();
  await time.travelTo(instant('2026-03-03T12:00Z'));
  await updateStudyGroup(db, group, { archivedAt: time.now() });
  await time.travelTo(instant('2026-12-01T12:00Z'));
  expect(posts()).toHaveLength(2);
});
