import { expect, test } from 'vitest';
import { updateStudyGroup } from '../../src/store/study-group-store.ts';
import { instant } from '../support/builders.ts';
import { aCourse, type Course } from '../support/course.ts';

test('a moderator sees the calendar, previews, moves, announces and plans a break, and the posts follow', async () => {
  const course = await aCourse({ group: { id: 'abcdefabcdef' } });
  const { time, playground, posts } = course;
  const grace = playground.person('Grace');

  expect((await grace.slash('milestone list')).text).toContain('One week to go');
  const preview = await grace.slash('milestone preview', { milestone: 'w' });
  await time.travelTo(instant('2026-02-24T12:00Z'));
  expect(posts().map(({ content }) => content)).toEqual(['**Spring cohort** sets out on Monday 2 March.']);
  expect(preview.text).toContain(posts()[0]?.content);

  await grace.slash('milestone move', { milestone: 'p2', to: '2026-04-09' });
  await grace.slash('milestone announce', { milestone: 'k', note: 'See you *all* @everyone' });
  await grace.press('Yes, post it now');
  await time.moveTo(time.now());
  expect(posts().map(({ marks }) => marks)).toEqual([['abcdefabcdef.m.w'], ['abcdefabcdef.m.k', 'abcdefabcdef.m.p1']]);
  expect(posts()[1]?.pinged).toEqual([]);

  await time.travelTo(instant('2026-04-10T12:00Z'));
  expect(
    posts()
      .slice(2)
      .map(({ marks, at }) => `${marks[0]} ${at}`),
  ).toEqual(['abcdefabcdef.m.e1 2026-04-02T16:00', 'abcdefabcdef.m.p2 2026-04-09T16:00']);

  await grace.slash('milestone break', { from: '2026-04-20', to: '2026-05-03' });
  await grace.press('Yes, plan this break');
  await time.moveTo(time.now());
  expect(posts().at(-1)?.content).toBe('**Spring cohort** rests from Monday 20 April to Sunday 3 May.');
  const ada = playground.person('Ada');
  await ada.press('I rest longer', ada.read('study').at(-1));
  await time.travelTo(instant('2026-05-20T12:00Z'));
  expect(posts().at(-1)?.at).toBe('2026-05-16T16:00');
  expect((await grace.slash('milestone list')).text).toContain('[posted](https://discord.com/channels/');
  expect(course.notices()).toEqual([]);
}, 60_000);

test('nobody else comes near it: the command is not offered, and a forged press is refused', async () => {
  const { playground, db } = await aCourse();
  const grace = playground.person('Grace');
  const screen = await grace.slash('milestone list');
  const ada = playground.person('Ada');
  expect(ada.commands()).not.toContain('milestone');
  await ada.slash('help');
  const answer = await ada.forge(ada.screen ?? screen, 'milestone:pause:group1');
  expect(answer.text).toContain('This is for the moderators');
  expect(await db.selectFrom('group_break').selectAll().execute()).toEqual([]);
});

test('while the group rests nothing is posted, and afterwards there is no burst', async () => {
  const { time, playground, posts } = await aCourse();
  const grace = playground.person('Grace');
  await time.travelTo(instant('2026-03-10T12:00Z'));
  const before = posts().length;
  await grace.slash('milestone pause');
  await time.travelTo(instant('2026-06-10T12:00Z'));
  expect(posts()).toHaveLength(before);
  await grace.slash('milestone resume');
  await grace.press('Keep the dates');
  await time.travelTo(instant('2026-07-03T12:00Z'));
  expect(
    posts()
      .slice(before)
      .map(({ marks }) => marks[0]),
  ).toEqual(['group1.m.e2']);
}, 60_000);

/** Every message of the bot that tells of the break in April, with its buttons. */
function breakNotices({ playground, group }: Course) {
  const { messages, threads } = playground.channel(group.channelId);
  return [...messages, ...threads.flatMap((thread) => thread.messages)]
    .filter(({ text }) => text.includes('Monday 20 April'))
    .map(({ text, controls }) => ({ text, labels: controls.map(({ label }) => label) }));
}

async function planABreak({ playground }: Course) {
  const grace = playground.person('Grace');
  await grace.slash('milestone break', { from: '2026-04-20', to: '2026-05-03' });
  await grace.press('Yes, plan this break');
  return grace;
}

test.each(['study', 'announcements', 'forum'])(
  '#%s: a break that is taken back says so where it was announced, and nobody is pinged again',
  async (channel) => {
    const course = await aCourse({ channel });
    const { time, playground, db, group, posts, notices } = course;
    const role = playground.controls.addRole('Cohort', { mentionable: true });
    await updateStudyGroup(db, group, { pingRoleId: role.id });
    const grace = await planABreak(course);
    await time.moveTo(time.now());
    expect(posts().map(({ pinged }) => pinged)).toEqual([[role.id]]);
    expect(breakNotices(course)[0]?.labels).toContain('I rest longer');

    await grace.press('Undo');
    await time.moveTo(time.now());
    const [notice, ...others] = breakNotices(course);
    expect(others).toEqual([]);
    expect(notice?.text).toContain('**Spring cohort**: the break from Monday 20 April to Sunday 3 May was taken back.');
    expect(notice?.text).not.toContain('<@&');
    expect(notice?.labels).not.toContain('I rest longer');
    await time.travelTo(instant('2026-02-24T12:00Z'));
    expect(posts().map(({ marks }) => marks[0])).toEqual([expect.stringContaining('group1.b.'), 'group1.m.w']);
    expect(notices()).toEqual([]);
  },
);

test('a break that is taken back before its notice is known to be there is looked for, and corrected where it is found', async () => {
  const course = await aCourse();
  const { time, playground } = course;
  playground.controls.loseAnswer(/^POST \/channels\/\d+\/messages$/);
  const grace = await planABreak(course);
  await time.bot.idle();
  expect(breakNotices(course)).toHaveLength(1);
  await grace.press('Undo');
  await time.travelTo(time.now().add({ hours: 1 }));
  expect(breakNotices(course).map(({ text }) => text.includes('was taken back'))).toEqual([true]);
});

test('a break that is taken back before its notice left is told nobody', async () => {
  const course = await aCourse();
  const { time, playground } = course;
  playground.controls.drop(/^POST \/channels\/\d+\/messages$/);
  const grace = await planABreak(course);
  await time.bot.idle();
  await grace.press('Undo');
  await time.travelTo(time.now().add({ hours: 1 }));
  expect(breakNotices(course)).toEqual([]);
  expect((await course.outbox()).map(({ state }) => state)).toEqual(['dropped']);
});
