import { expect, test } from 'vitest';
import { findMembership } from '../../src/store/membership-store.ts';
import { instant } from '../support/builders.ts';
import { realRoadmap } from '../support/real-content.ts';
import { Rhythm } from '../support/rhythm.ts';
import type { Person } from '../support/student.ts';

const [FIRST] = realRoadmap().steps;
const STEP = FIRST?.id ?? '';

/** A group in its first week, in which Hal, Ivy and Jo are through with the first step, and willing to help. */
async function aWillingGroup() {
  const rhythm = await Rhythm.begin();
  const { playground, time } = rhythm;
  await time.moveTo(instant('2026-03-04T12:00Z'));
  const join = async (name: string): Promise<Person> => {
    await rhythm.member(name);
    return playground.person(name).in('study');
  };
  const willing = async (name: string): Promise<Person> => {
    const person = await join(name);
    await person.slash('checkin');
    await person.fill({ did: 'Done with it.', boxes: [person.form?.fields.at(-1)?.options[0]?.label ?? ''] });
    await person.slash('settings');
    await person.press('I am willing to help');
    return person;
  };
  const ada = await join('Ada');
  const helpers = { hal: await willing('Hal'), ivy: await willing('Ivy'), jo: await willing('Jo') };
  await time.travelTo(time.now().add({ minutes: 1 })); // The cards wait for their thread.
  const says = async (words: string) => {
    await ada.slash('step', { step: STEP });
    await ada.press('I’m stuck');
    return ada.fill({ words });
  };
  const newest = () => rhythm.threads[0]?.messages.at(-1);
  const isInGroup = async (name: string) => (await findMembership(rhythm.db, `member-${name}`)) !== undefined;
  return { rhythm, ada, ...helpers, says, newest, isInGroup };
}

const wishesOf = (person: Person) => person.privately.read().filter(({ labels }) => labels.includes('I can help'));

test('whoever is stuck is offered helpers, has them asked privately, and meets the one who says yes', async () => {
  const { rhythm, ada, hal, ivy, jo, says, newest, isInGroup } = await aWillingGroup();
  const { playground, time } = rhythm;
  playground.controls.removeMember(ivy);
  const offered = await says('Why is my *join* slow? @everyone');
  expect(offered.text).toContain(`Willing to help, and through with this step: <@${jo.id}> and <@${hal.id}>.`);
  expect(await isInGroup('Ivy')).toBe(false);

  playground.controls.removeMember(jo); // After they were offered.
  expect((await ada.press('Ask them privately')).text).toContain('I ask them privately.');
  await time.bot.idle();
  expect([wishesOf(ivy), wishesOf(jo)]).toEqual([[], []]);
  const [wish, ...more] = wishesOf(hal);
  expect(more).toEqual([]);
  expect(wish?.content).toBe(
    `<@${ada.id}> of **Spring cohort** is stuck with **${FIRST?.title}**. You are through with it: can you help?`,
  );
  expect(wish?.text).toContain('> Why is my \\*join\\* slow? @everyone');
  expect(wish?.pings).toMatchObject({ users: [], roles: [], everyone: false });

  const thanks = await hal.privately.press('I can help', wish?.id);
  expect(thanks.text).toContain('Thank you! I bring you and');
  await hal.privately.press('I can help', wish?.id);
  await time.bot.idle();
  expect(newest()?.content).toBe(`<@${ada.id}>, <@${hal.id}> can help you.`);
  expect(newest()?.pings.users).toEqual([ada.id, hal.id]);
  expect(rhythm.threads[0]?.messages).toHaveLength(4); // Three cards and this.
}, 60_000);

test('the group is asked in its thread; whoever left the server meanwhile is brought together with nobody', async () => {
  const { rhythm, ada, hal, jo, says, newest, isInGroup } = await aWillingGroup();
  await says('');
  await ada.press('Ask the group');
  await rhythm.time.bot.idle();
  const call = newest();
  expect(call?.content).toBe(`<@${ada.id}> would be glad of a hand with **${FIRST?.title}**.`);
  expect(call?.pings.users).toEqual([]);
  const inThread = (person: Person) => person.in({ id: call?.channelId ?? '' });
  expect((await inThread(ada).press('I can help', call?.id)).text).toContain('That is your own.');
  await inThread(hal).press('I can help', call?.id);
  await rhythm.time.bot.idle();
  expect(newest()?.content).toBe(`<@${ada.id}>, <@${hal.id}> can help you.`);

  rhythm.playground.controls.removeMember(ada);
  expect((await inThread(jo).press('I can help', call?.id)).text).toContain('This is settled');
  await rhythm.time.bot.idle();
  expect(newest()?.content).toContain(hal.id);
  expect(await isInGroup('Ada')).toBe(false);
}, 60_000);

test('whoever leaves the server while a message that names them waits is not named in it', async () => {
  const { rhythm, ada, hal, ivy, jo, says, newest } = await aWillingGroup();
  const { playground, time } = rhythm;
  await says('');
  playground.controls.fail(/^POST \/users\/@me\/channels$/, 400, { code: 40_003 });
  await ada.press('Ask them privately');
  await time.bot.idle();
  playground.controls.removeMember(ada);
  await time.travelTo(time.now().add({ hours: 2 }));
  expect([hal, ivy, jo].flatMap(wishesOf).map(({ content }) => content)).toEqual([]);
  expect(newest()?.content).not.toContain('can help you');
}, 60_000);
