import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { instant } from '../support/builders.ts';
import { Rhythm } from '../support/rhythm.ts';
import { sampleOf } from '../support/sample.ts';

const SENDING = /^POST \/channels\/\d+\/messages$/;
const STARTING = /^POST \/channels\/\d+\/messages\/\d+\/threads$/;
const FORUM_POST = /^POST \/channels\/\d+\/threads$/;
const EDITING = /^PATCH \/channels\/\d+\/messages\/\d+$/;
const REMOVING = /^DELETE \/channels\/\d+\/messages\/\d+$/;
/** Killed after the work, the bot does not know what it did: that is the sample. */
const points = sampleOf(['after-work', 'before-work', 'after-answer'] as const);

/** Ends the bot at this point of the first such request, and starts it again three minutes later. */
async function killAt(rhythm: Rhythm, what: RegExp, point: (typeof points)[number], act: () => Promise<unknown>) {
  const { time, playground } = rhythm;
  const { bot } = time;
  playground.controls.interrupt(what, point, () => void bot.process.kill('SIGKILL'));
  const acting = act().catch(() => undefined); // It ends on the way.
  await Promise.race([bot.exited, acting]);
  bot.process.kill('SIGKILL');
  await bot.exited;
  await sleep(30); // What it had sent may still be on its way.
  playground.controls.clearFaults();
  time.passTo(time.now().add({ seconds: 180 }));
  await time.start();
  await time.bot.idle();
  await time.travelTo(time.now().add({ minutes: 10 }));
}

test.each(points)('killed %s of anything, a week still stands there once', { timeout: 300_000 }, async (point) => {
  const rhythm = await Rhythm.begin();
  const [ada, ben] = [await rhythm.member('Ada'), await rhythm.member('Ben')];
  await rhythm.travelTo('2026-03-04T12:00Z');
  await killAt(rhythm, SENDING, point, () => rhythm.checkIn(ada, 1));
  await killAt(rhythm, EDITING, point, () => rhythm.checkIn(ada, 1, { did: 'Other words.' }));
  expect(rhythm.threads.map(({ messages }) => messages.map(({ text }) => text.includes('Other words.')))).toEqual([
    [true],
  ]);
  await killAt(rhythm, REMOVING, point, () => rhythm.takeBack(ada, 1));
  expect(rhythm.threads[0]?.messages).toEqual([]);
  await killAt(rhythm, SENDING, point, () => rhythm.time.moveTo(instant('2026-03-08T17:01Z')));
  await killAt(rhythm, SENDING, point, () => rhythm.checkIn(ben, 1));
  await killAt(rhythm, SENDING, point, () => rhythm.time.moveTo(instant('2026-03-11T17:01Z')));
  expect(rhythm.posts.map(({ content }) => content.split('**: ')[1] ?? content.split(': ')[1])).toHaveLength(3);
  expect(rhythm.threads.map(({ messages }) => messages.length)).toEqual([1]);
  expect(await rhythm.promptStates()).toEqual(['posted', 'due']);
});

test.each(points)('killed %s of starting the thread, there is one thread', async (point) => {
  const rhythm = await Rhythm.begin();
  const ada = await rhythm.member('Ada');
  await rhythm.travelTo('2026-03-08T16:00Z');
  await killAt(rhythm, STARTING, point, () => rhythm.time.moveTo(instant('2026-03-08T17:00Z')));
  await rhythm.checkIn(ada, 1);
  expect(rhythm.posts).toHaveLength(1);
  expect(rhythm.threads.map(({ messages }) => messages.length)).toEqual([1]);
  expect(await rhythm.promptStates()).toEqual(['posted']);
});

test('answers that are lost make nothing twice', async () => {
  const rhythm = await Rhythm.begin({ channel: 'forum' });
  const ada = await rhythm.member('Ada');
  await rhythm.travelTo('2026-03-04T12:00Z');
  for (const lost of [FORUM_POST, SENDING, SENDING, SENDING]) rhythm.playground.controls.loseAnswer(lost);
  await rhythm.checkIn(ada, 1);
  await rhythm.travelTo('2026-03-11T18:00Z');
  expect(rhythm.threads.map(({ messages }) => messages.length)).toEqual([4]);
  expect(await rhythm.states(1)).toEqual(['k sent', 'p sent', 'r sent', 's sent']);
});

test('a card whose answer is lost, and whose author takes it back meanwhile, is found and goes', async () => {
  const rhythm = await Rhythm.begin();
  const [ada, ben] = [await rhythm.member('Ada'), await rhythm.member('Ben')];
  await rhythm.travelTo('2026-03-04T12:00Z');
  await rhythm.checkIn(ben, 1);
  rhythm.playground.controls.loseAnswer(SENDING);
  await rhythm.checkIn(ada, 1);
  expect(rhythm.threads[0]?.messages).toHaveLength(2);
  await rhythm.takeBack(ada, 1);
  await rhythm.travelTo('2026-03-04T13:00Z');
  expect(rhythm.threads[0]?.messages).toHaveLength(1);
});
