import { expect, test } from 'vitest';
import { findPrivateChat, savePrivateChat } from '../../src/store/check-in-setting-store.ts';
import { instant } from '../support/builders.ts';
import { aCourse } from '../support/course.ts';
import { join, type Person } from '../support/student.ts';

const FRIDAY = instant('2026-03-06T12:00Z');

/** Of the group's first week, and of its second one. */
const PROMPT = instant('2026-03-08T17:00Z');
const NEXT_PROMPT = instant('2026-03-15T17:00Z');

const OPENING = /^POST \/users\/@me\/channels$/;

/** A group in which these people want one reminder a week. */
async function aRemindedGroup(...names: string[]) {
  const { time, playground, db } = await aCourse({ from: FRIDAY });
  const people = names.map((name) => playground.person(name));
  for (const person of people) {
    await join(person);
    await person.slash('settings');
    await person.choose('Reminders', 'light');
  }
  const counts = () => people.map((person) => remindersOf(person).length);
  const opened = () => playground.requests.filter(({ method, path }) => OPENING.test(`${method} ${path}`)).length;
  return { time, playground, db, people, counts, opened };
}

const remindersOf = (person: Person) => person.privately.read().filter(({ flags }) => flags === 0);

test('where Discord asks for rest, no chat is opened for an hour, and then everybody is written to once', async () => {
  const { time, playground, counts, opened } = await aRemindedGroup('Ada', 'Ben', 'Cleo', 'Dan');
  playground.controls.fail(OPENING, 400, { code: 40_003 });
  await time.travelTo(PROMPT.add({ minutes: 1 }));
  expect([counts(), opened()]).toEqual([[0, 0, 0, 0], 1]);
  await time.travelTo(PROMPT.add({ minutes: 55 }));
  expect([counts(), opened()]).toEqual([[0, 0, 0, 0], 1]);
  await time.travelTo(PROMPT.add({ minutes: 75 }));
  expect(counts()).toEqual([1, 1, 1, 1]);
}, 60_000);

test('a chat that Discord does not know any more is opened anew, for looking as for writing', async () => {
  const { time, playground, db, people, counts } = await aRemindedGroup('Ada', 'Ben');
  await time.travelTo(PROMPT.add({ minutes: 1 }));
  expect(counts()).toEqual([1, 1]);
  for (const { id } of people) {
    await savePrivateChat(db, id, { channelId: '1', closedAt: undefined, toldAt: undefined, missed: [] });
  }
  playground.controls.loseAnswer(/^POST \/channels\/\d{5,}\/messages$/); // It is looked for before the next attempt.
  await time.travelTo(NEXT_PROMPT.add({ minutes: 30 }));
  expect(counts()).toEqual([2, 2]);
  for (const person of people) {
    expect((await findPrivateChat(db, person.id)).channelId).toBe(remindersOf(person)[0]?.channelId);
  }
}, 60_000);
