import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { findMembership } from '../../src/store/membership-store.ts';
import { instant } from '../support/builders.ts';
import { aCourse, type Course } from '../support/course.ts';
import { sampleOf } from '../support/sample.ts';
import type { Person } from '../support/student.ts';

/** A Friday; the group's first Sunday prompt is due on the 8th at 17:00 UTC. */
const FRIDAY = instant('2026-03-06T12:00Z');
const PROMPT = instant('2026-03-08T17:00Z');

/** Ada has joined the group and wants a reminder. */
async function aRemindedCourse(strength = 'light') {
  const course = await aCourse({ from: FRIDAY });
  const ada = course.playground.person('Ada');
  await ada.slash('join');
  await ada.press('Start');
  await ada.slash('settings');
  await ada.choose('Reminders', strength);
  return { course, ada };
}

const remindersOf = (ada: Person) => ada.privately.read().filter(({ flags }) => flags === 0);

const memberOf = ({ db }: Course) => db.selectFrom('member').selectAll().executeTakeFirstOrThrow();

test('a reminder comes privately with the prompt, and its buttons put it off and end it', async () => {
  const { course, ada } = await aRemindedCourse('standard');
  await course.time.travelTo(PROMPT.add({ minutes: 1 }));
  const [first] = remindersOf(ada);
  expect(first?.text).toMatch(/^\*\*Week of 2 March\*\* with \*\*Spring cohort\*\*: how did it go\?/);
  expect(first?.labels).toEqual(['Check in', 'Later', 'No more reminders']);

  const later = await ada.privately.press('Later', first?.id);
  expect(later.text).toContain('Fine, I come back');
  expect(remindersOf(ada)[0]?.text).toBe(first?.text); // It stays as it was: the answer is beside it.
  await course.time.travelTo(PROMPT.add({ hours: 24, minutes: 2 }));
  const [, second, ...more] = remindersOf(ada);
  expect(second?.text).toContain('You asked me to come back: **Week of 2 March**');
  expect(more).toEqual([]);

  const off = await ada.privately.press('No more reminders', second?.id);
  expect(off.text).toContain('You get no more reminders.');
  expect((await memberOf(course)).reminders).toBe('off');
  await ada.privately.press('Turn them on again');
  expect((await memberOf(course)).reminders).toBe('standard');
});

test('whoever takes no private messages is told at their next command, once, and can turn them on again', async () => {
  const { course, ada } = await aRemindedCourse();
  course.playground.controls.setAcceptsPrivateMessages(ada, false);
  await course.time.travelTo(PROMPT.add({ minutes: 1 }));
  expect(remindersOf(ada)).toEqual([]);
  expect((await memberOf(course)).reminders).toBe('off');

  const told = await ada.slash('roadmap');
  expect(told.message?.private).toBe(true);
  expect(told.text).toContain('I could not write to you');
  expect((await ada.press('Go on')).text).toContain('Foundation');
  expect((await ada.slash('roadmap')).text).not.toContain('I could not write to you');

  course.playground.controls.setAcceptsPrivateMessages(ada, true);
  await ada.slash('settings');
  await ada.choose('Reminders', 'light');
  await course.time.travelTo(PROMPT.add({ hours: 7 * 24, minutes: 1 }));
  expect(remindersOf(ada)).toHaveLength(1);
});

test('whoever leaves while they are written to has their reminders off, and hears of it when they come back', async () => {
  const { course, ada } = await aRemindedCourse();
  const { controls } = course.playground;
  controls.interrupt('POST /users/@me/channels', 'after-answer', () => controls.removeMember(ada));
  await course.time.travelTo(PROMPT.add({ minutes: 1 }));
  expect(remindersOf(ada)).toEqual([]);
  expect((await memberOf(course)).reminders).toBe('off');
  const { problem } = await course.db
    .selectFrom('outbox')
    .select('problem')
    .where('operation', '=', 'reminder')
    .executeTakeFirstOrThrow();
  expect(problem).toBe('closed-private-chat');
  controls.addMember(ada);
  expect((await ada.slash('roadmap')).text).toContain('So I have turned your reminders off');
});

test('whoever has left the server is not written to, and is in the group no more', async () => {
  const { course, ada } = await aRemindedCourse();
  const { id: memberId } = await memberOf(course);
  course.playground.controls.removeMember(ada);
  await course.time.travelTo(PROMPT.add({ minutes: 1 }));
  expect(remindersOf(ada)).toEqual([]);
  expect(await findMembership(course.db, memberId)).toBeUndefined();
  expect((await memberOf(course)).left_at).toBeNull(); // Their progress waits for them.
});

test.each(sampleOf(['after-work', 'before-work', 'after-answer'] as const))(
  'killed %s of the private message, the bot sends it once',
  async (point) => {
    const { course, ada } = await aRemindedCourse();
    const { time, playground } = course;
    await time.travelTo(PROMPT.subtract({ minutes: 1 }));
    const { bot } = time;
    const chat = ada.privately.read; // The chat is opened by the bot: only messages in private chats are interrupted.
    expect(chat()).toEqual([]);
    const chatId = [...playground.world.channels.values()].find(({ serverId }) => serverId === null)?.id;
    const sending = new RegExp(`^POST /channels/${chatId}/messages$`);
    playground.controls.interrupt(sending, point, () => void bot.process.kill('SIGKILL'));
    const moving = time.moveTo(PROMPT).catch(() => undefined); // It ends on the way.
    await Promise.race([bot.exited, moving]);
    await bot.exited;
    await sleep(30);
    playground.controls.clearFaults();
    time.passTo(time.now().add({ seconds: 180 }));
    await time.start();
    await time.bot.idle();
    await time.travelTo(time.now().add({ minutes: 10 }));
    expect(remindersOf(ada)).toHaveLength(1);
  },
);
