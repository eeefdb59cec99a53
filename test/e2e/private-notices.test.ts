import { expect, test } from 'vitest';
import { instant } from '../support/builders.ts';
import { aCourse, type Course } from '../support/course.ts';

const POSTING = /^POST \/channels\/\d+\/(messages|threads)$/;
const anHourLater = instant('2026-02-23T18:00Z');

/** The answer to the first post got lost, nobody can look for it, and Grace is asked in her private chat. */
async function aCourseInDoubt() {
  const course = await aCourse();
  const { time, playground, owner } = course;
  playground.controls.overwrite('study', playground.world.application.botId, { deny: ['ReadMessageHistory'] });
  playground.controls.drop(POSTING);
  await time.travelTo(anHourLater);
  const grace = owner.privately;
  const notice = grace.read().find(({ text }) => text.includes('cannot tell'));
  if (!notice) throw new Error('Grace was told nothing.');
  return { ...course, grace, notice };
}

const stateOf = async (course: Course) => (await course.outbox()).find(({ key }) => key === 'group1.m.w')?.state;

test('the buttons of a notice work in the private chat, and so do those of the screens that they lead to', async () => {
  const course = await aCourseInDoubt();
  const { time, posts, grace, notice } = course;
  expect((await grace.press('Check the group', notice)).text).toContain('Spring cohort');
  expect((await grace.press('Back to the group')).text).toContain('Spring cohort');
  expect((await grace.press('Post it', notice)).text).toContain('Spring cohort');
  await time.bot.tick();
  await time.bot.idle();
  expect(posts()).toHaveLength(1);
  expect(await stateOf(course)).toBe('sent');
});

test('whoever moderates no longer is refused in the private chat, too, and so is whoever has left', async () => {
  const course = await aCourseInDoubt();
  const { playground, grace, notice } = course;
  playground.controls.takeRole(grace, 'Moderators');
  expect((await grace.press('Post it', notice)).text).toContain('for the moderators of that study group');
  playground.controls.removeMember(grace);
  expect((await grace.press('Check the group', notice)).text).toContain('I do not find that study group here');
  expect(await stateOf(course)).toBe('uncertain');
});
