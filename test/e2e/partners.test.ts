import { expect, test } from 'vitest';
import { instant } from '../support/builders.ts';
import { Rhythm } from '../support/rhythm.ts';
import type { Person } from '../support/student.ts';

/** Four hours before a week ends, on Sunday. */
const NUDGE = instant('2026-03-08T19:00Z');

/** Ada and Ben, of one group, in its first week. */
async function aPair() {
  const rhythm = await Rhythm.begin();
  await rhythm.time.moveTo(instant('2026-03-04T12:00Z'));
  const join = async (name: string): Promise<Person> => {
    await rhythm.member(name);
    return rhythm.playground.person(name).in('study');
  };
  return { rhythm, ada: await join('Ada'), ben: await join('Ben') };
}

/** Asked by the command, answered on the private note. */
async function pairUp({ rhythm, ada, ben }: Awaited<ReturnType<typeof aPair>>): Promise<void> {
  await ada.slash('group partner', { member: ben });
  await rhythm.time.bot.idle();
  await ben.privately.press('Yes, gladly', lastOf(ben)?.id);
  await rhythm.time.bot.idle();
}

async function checkIn(person: Person, did: string, boxes: string[] = []) {
  await person.slash('checkin');
  await person.fill({ did, boxes });
}

const messagesOf = (person: Person) => person.privately.read().filter(({ flags }) => flags === 0);
const lastOf = (person: Person) => messagesOf(person).at(-1);
const nudgesOf = (person: Person) =>
  messagesOf(person).flatMap(({ content }) => (content.includes('neither of you') ? content : []));

test('two pair up, read each other, are nudged once together, and end it', async () => {
  const pair = await aPair();
  const { rhythm, ada, ben } = pair;
  const asked = await ada.slash('group partner', { member: ben });
  expect(asked.text).toContain(`I ask <@${ben.id}> privately.`);
  await rhythm.time.bot.idle();
  expect(lastOf(ben)?.content).toBe(`<@${ada.id}> of **Spring cohort** would like to be your check-in partner.`);
  expect(messagesOf(ada)).toEqual([]);
  const yes = await ben.privately.press('Yes, gladly', lastOf(ben)?.id);
  expect(yes.text).toContain(`You and <@${ada.id}> are partners.`);
  await rhythm.time.bot.idle();
  expect(lastOf(ada)?.content).toBe(`<@${ben.id}> of **Spring cohort** is your check-in partner now.`);

  await rhythm.time.travelTo(NUDGE.subtract({ minutes: 1 }));
  expect([nudgesOf(ada), nudgesOf(ben)]).toEqual([[], []]);
  await rhythm.time.travelTo(NUDGE.add({ minutes: 30 }));
  expect(nudgesOf(ada)).toEqual([
    `You and <@${ben.id}>: neither of you has checked in for **Week of 2 March** yet. Do it together?`,
  ]);
  expect(nudgesOf(ben)).toEqual([expect.stringContaining(`You and <@${ada.id}>:`)]);

  // The next week one of them has said something: there is nothing to do together.
  await rhythm.time.travelTo(instant('2026-03-14T12:00Z'));
  await checkIn(ben, 'Read about indexes.');
  await rhythm.time.travelTo(NUDGE.add({ hours: 7 * 24 + 1 }));
  expect([nudgesOf(ada).length, nudgesOf(ben).length]).toEqual([1, 1]);

  await ada.slash('group partner');
  await ada.press('End it');
  expect((await ada.press('End it')).text).toContain('It is ended. Nobody is told');
  await rhythm.time.travelTo(NUDGE.add({ hours: 14 * 24 + 1 }));
  expect([nudgesOf(ada).length, nudgesOf(ben).length]).toEqual([1, 1]);
}, 60_000);

test('a private check-in is read by the partner only if that was ticked, and by nobody when it is ended', async () => {
  const pair = await aPair();
  const { rhythm, ada, ben } = pair;
  await pairUp(pair);
  await checkIn(ben, 'For me alone.', ['private']);
  expect((await ada.slash('group partner')).text).toContain('Nothing that you can read yet.');

  await checkIn(ben, 'For us two.', ['private', 'My partner may read it, too']);
  const seen = await ada.slash('group partner');
  expect(seen.text).toContain('**Week of 2 March**: For us two.');
  const read = seen.message?.controls.find(({ label }) => label === 'Read a check-in')?.options[0]?.value ?? '';
  expect((await ada.choose('Read a check-in', [read])).text).toContain('> For us two.');
  expect(rhythm.threads.flatMap(({ messages }) => messages)).toEqual([]);

  await ben.slash('group partner');
  await ben.press('End it');
  await ben.press('End it');
  expect((await ada.slash('group partner')).text).toContain('You have no partner just now.');
  expect((await ada.forge(ada.screen ?? '', 'group:partner-reads', [read])).text).not.toContain('For us two.');
}, 60_000);

test('nobody is nudged together with somebody who has left the server', async () => {
  const pair = await aPair();
  const { rhythm, ada, ben } = pair;
  await pairUp(pair);
  rhythm.playground.controls.removeMember(ben);
  await rhythm.time.travelTo(NUDGE.add({ minutes: 30 }));
  expect([nudgesOf(ada), nudgesOf(ben)]).toEqual([[], []]);
  expect((await ada.slash('group partner')).text).toContain('You have no partner just now.');
}, 60_000);

test('killed while a nudge is sent, the bot sends each of the two theirs once', async () => {
  const pair = await aPair();
  const { rhythm, ada, ben } = pair;
  const { time, playground } = rhythm;
  await pairUp(pair);
  for (const [week, point] of (['before-work', 'after-work', 'after-answer'] as const).entries()) {
    await time.travelTo(NUDGE.add({ hours: 7 * 24 * week }).subtract({ minutes: 5 }));
    const { bot } = time;
    const chats = messagesOf(ben)[0]?.channelId;
    playground.controls.interrupt(new RegExp(`^POST /channels/${chats}/messages$`), point, () => {
      bot.process.kill('SIGKILL');
    });
    const moving = time.moveTo(time.now().add({ minutes: 6 })).catch(() => undefined); // It ends on the way.
    await Promise.all([bot.exited, moving]);
    playground.controls.clearFaults();
    time.passTo(time.now().add({ minutes: 3 }));
    await time.start();
    await time.travelTo(time.now().add({ minutes: 20 }));
    expect([point, nudgesOf(ada).length, nudgesOf(ben).length]).toEqual([point, week + 1, week + 1]);
  }
}, 60_000);
