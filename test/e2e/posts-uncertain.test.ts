import { expect, test } from 'vitest';
import type { MessageView } from '../../playground/people/reading.ts';
import { updateStudyGroup } from '../../src/store/study-group-store.ts';
import { instant } from '../support/builders.ts';
import { aCourse, type Course } from '../support/course.ts';

const POSTING = /^POST \/channels\/\d+\/(messages|threads)$/;
const anHourLater = instant('2026-02-23T18:00Z');

const stateOf = async (course: Course) => (await course.outbox()).find(({ key }) => key === 'group1.m.w')?.state;

/** The bot may not read what stands in the channel, and does not hear whether its first post arrived. */
async function anUncertainPost({
  isThere,
  noticed,
}: {
  readonly isThere: boolean;
  readonly noticed?: string | undefined;
}) {
  const course = await aCourse();
  const { time, playground, db, group, notices } = course;
  if (noticed) await updateStudyGroup(db, group, { noticeChannelId: playground.channel(noticed).id });
  playground.controls.overwrite('study', playground.world.application.botId, { deny: ['ReadMessageHistory'] });
  if (isThere) playground.controls.loseAnswer(POSTING);
  else playground.controls.drop(POSTING);
  await time.travelTo(anHourLater);
  expect(await stateOf(course)).toBe('uncertain');
  expect(notices()).toEqual([expect.stringContaining('cannot tell')]);
  const grace = playground.person('Grace');
  const reader = noticed ? grace.in(noticed) : grace.privately;
  const notice = reader.read().find(({ text }) => text.includes('cannot tell')) as MessageView;
  return { ...course, course, grace: reader, notice };
}

test.each([
  ['in the channel for them', 'general'],
  ['privately', undefined],
] as const)(
  'a moderator is told %s, has it posted, and it appears once however often they press',
  async (_where, noticed) => {
    const { course, time, grace, notice, posts } = await anUncertainPost({ isThere: false, noticed });
    expect(posts()).toHaveLength(0);

    expect((await grace.press('Post it', notice)).text).toContain('Good: I post it now.');
    await time.bot.idle();
    expect(await stateOf(course)).toBe('sent');
    for (const button of ['Post it', 'It is there']) {
      expect((await grace.press(button, notice)).text).toContain('That was settled before.');
    }
    await time.travelTo(instant('2026-02-24T18:00Z'));
    expect(posts().map(({ marks }) => marks)).toEqual([['group1.m.w']]);
  },
);

test.each([
  ['in the channel for them', 'general'],
  ['privately', undefined],
] as const)('a moderator is told %s, says that it is there, and it counts as sent', async (_where, noticed) => {
  const { course, time, grace, notice, posts } = await anUncertainPost({ isThere: true, noticed });

  expect((await grace.press('It is there', notice)).text).toContain('Good: it counts as posted.');
  expect(await stateOf(course)).toBe('sent');
  for (const button of ['It is there', 'Post it']) {
    expect((await grace.press(button, notice)).text).toContain('That was settled before.');
  }
  await time.travelTo(instant('2026-02-24T18:00Z'));
  expect(posts().map(({ marks }) => marks)).toEqual([['group1.m.w']]);
});

test('nobody else decides: not by the notice in a channel that all can read, and not by a copy of it in private', async () => {
  const { course, playground, notice, posts } = await anUncertainPost({ isThere: false, noticed: 'general' });
  const ada = playground.person('Ada');
  for (const button of ['Post it', 'It is there']) {
    const answer = await ada.in('general').press(button, notice);
    expect(answer.private).toBe(true);
    expect(answer.text).toContain('for the moderators of that study group');
  }
  const help = await ada.privately.slash('help');
  const copied = await ada.privately.forge(help, 'setup:post-it:group1.m.w');
  expect(copied.text).toContain('for the moderators of that study group');
  expect(await stateOf(course)).toBe('uncertain');
  expect(posts()).toHaveLength(0);
});

test('a moderator who is one no longer decides nothing, also in private', async () => {
  const { course, playground, grace, notice } = await anUncertainPost({ isThere: true });
  playground.controls.takeRole(playground.person('Grace'), 'Moderators');
  expect((await grace.press('Post it', notice)).text).toContain('for the moderators of that study group');
  expect(await stateOf(course)).toBe('uncertain');
});

test.each([true, false])(
  'once the history may be read again it is looked for and settled by itself (it is there: %s)',
  async (isThere) => {
    const { course, time, playground, grace, notice, posts, notices } = await anUncertainPost({ isThere });
    playground.controls.overwrite('study', playground.world.application.botId, {});
    await expect.poll(() => stateOf(course)).toBe('sent');
    expect(posts().map(({ marks }) => marks)).toEqual([['group1.m.w']]);
    expect((await grace.press('Post it', notice)).text).toContain('That was settled before.');
    await time.travelTo(instant('2026-02-24T18:00Z'));
    expect(posts()).toHaveLength(1);
    expect(notices()).toHaveLength(1);
  },
);

test('while the history may not be read nobody is told again, and the decision stays open', async () => {
  const { course, time, grace, notice, posts, notices } = await anUncertainPost({ isThere: false });
  await time.travelTo(instant('2026-03-01T12:00Z'));
  expect(await stateOf(course)).toBe('uncertain');
  expect(notices()).toHaveLength(1);
  await grace.press('Post it', notice);
  await time.bot.idle();
  expect(posts()).toHaveLength(1);
});
