import { expect, test } from 'vitest';
import { instant } from '../support/builders.ts';
import { aCourse, type Course } from '../support/course.ts';

const WEDNESDAY = instant('2026-03-04T12:00Z');

type Person = ReturnType<Course['playground']['person']>;

/** A group that set out on Monday, in #study, and people who have joined it. */
async function aRunningCourse() {
  const course = await aCourse({ from: WEDNESDAY, group: { createdAt: instant('2026-02-01T12:00Z') } });
  const { playground, time } = course;
  const join = async (name: string): Promise<Person> => {
    const person = playground.person(name).in('study');
    await person.slash('join');
    await person.press('Start');
    return person;
  };
  /** The cards in the threads of #study, the oldest first. */
  const cards = () =>
    [...playground.world.messages.values()].filter(
      ({ components, readerId }) => !readerId && JSON.stringify(components).includes('checkin:hide:'),
    );
  const settle = () => time.moveTo(time.now());
  return { ...course, ada: await join('Ada'), bo: await join('Bo'), cards, settle };
}

async function checkIn(person: Person, fields: Parameters<Person['fill']>[0]) {
  await person.slash('checkin');
  return person.fill(fields);
}

test('a card appears in the thread, follows its author, and serves nobody else', async () => {
  const { ada, bo, cards, settle } = await aRunningCourse();
  await checkIn(ada, { did: '# Indexes\n@everyone [x](https://evil.example)', obstacle: 'Joins', boxes: ['help'] });
  await settle();
  const [card] = cards();
  expect(cards()).toHaveLength(1);
  const there = bo.in({ id: card?.channelId ?? '' });
  const shown = there.read().find(({ id }) => id === card?.id);
  expect(shown?.text).toContain(`<@${ada.id}> has checked in for **Week of 2 March**.`);
  expect(shown?.text).toContain('> \\# Indexes\n> @everyone \\[x\\](https://evil.example)');
  expect(card?.pings).toMatchObject({ users: [], roles: [], everyone: false });

  const refused = await there.press('Correct', shown);
  expect(refused.private).toBe(true);
  expect(refused.text).toContain('Only whoever wrote this check-in');
  expect((await there.press('Take back', shown)).text).toContain('Only whoever wrote this check-in');
  expect((await there.press('Hide', shown)).text).toContain('Only moderators of the group');

  const own = ada.in({ id: card?.channelId ?? '' });
  await own.press('Correct', shown);
  await own.fill({ did: 'Joins, at last.' });
  await settle();
  expect(cards()).toHaveLength(1);
  expect(JSON.stringify(cards()[0])).toContain('Joins, at last.');

  await own.press('Take back', cards()[0]?.id);
  await own.press('Take back');
  await settle();
  expect(cards()).toEqual([]);
  await checkIn(ada, {});
  await settle();
  expect(cards()).toHaveLength(1);
}, 60_000);

test('a moderator hides a card, its author is told privately, and it can be shown again', async () => {
  const { ada, cards, settle, playground } = await aRunningCourse();
  await checkIn(ada, { did: 'Something unkind.' });
  await settle();
  const grace = playground.person('Grace').in({ id: cards()[0]?.channelId ?? '' });
  await grace.press('Hide', cards()[0]?.id);
  await settle();
  expect(cards()).toEqual([]);
  const [note] = ada.privately.read();
  expect(note?.text).toContain('Your check-in for **Week of 2 March** in **Spring cohort** was hidden.');
  expect((await ada.privately.press('My check-ins', note)).text).toContain('It counts all the same.');

  await grace.press('Show it again');
  await settle();
  expect(cards()).toHaveLength(1);
  expect(ada.privately.read().filter(({ text }) => text.includes('was hidden'))).toHaveLength(1);
}, 60_000);

test('a long check-in is cut, and read whole by whoever reads the channel', async () => {
  const { ada, bo, cards, settle } = await aRunningCourse();
  await checkIn(ada, { did: '👩‍👩‍👧‍👦'.repeat(90), next: 'x\n'.repeat(200) });
  await settle();
  const [card] = cards();
  const there = bo.in({ id: card?.channelId ?? '' });
  const read = await there.press('Read all', card?.id);
  expect(read.private).toBe(true);
  expect(read.text).toContain('👩‍👩‍👧‍👦'.repeat(90));
}, 60_000);

test('only for me: nothing is seen in the channel, and what was seen goes', async () => {
  const { ada, cards, settle } = await aRunningCourse();
  await checkIn(ada, { did: 'For me.', boxes: ['private'] });
  await settle();
  expect(cards()).toEqual([]);
  await checkIn(ada, { boxes: [] });
  await settle();
  expect(cards()).toHaveLength(1);
  await checkIn(ada, { boxes: ['private'] });
  await settle();
  expect(cards()).toEqual([]);
}, 60_000);
