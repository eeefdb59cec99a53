import { expect, test } from 'vitest';
import { instant } from '../support/builders.ts';
import { aCourse } from '../support/course.ts';

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
