import { expect, test } from 'vitest';
import { startBot } from '../support/hosted-bot.ts';
import { aPlayground } from '../support/playground.ts';
import { expectWhole, readMembers } from '../support/progress-history.ts';
import { eventOn, join, openTopics, TICKS, ticksOn } from '../support/student.ts';

async function anEvening() {
  const playground = await aPlayground();
  const bot = await startBot(playground);
  return { playground, bot, ada: playground.person('Ada') };
}

/** The only member in the database, whole. */
function onlyMember(databaseFile: string) {
  const [member, ...others] = readMembers(databaseFile);
  if (!member || others.length > 0) throw new Error(`There are ${others.length + 1} members, not one.`);
  expectWhole(member);
  return member;
}

test('every button that writes, pressed twice at once, does its work once', async () => {
  const { bot, ada } = await anEvening();
  const card = await ada.slash('join');
  const twice = (button: string, on: Awaited<ReturnType<typeof ada.slash>>) =>
    Promise.all([ada.press(button, on), ada.press(button, on)]);
  await twice('Start', card);
  expect(onlyMember(bot.databaseFile).events).toEqual([]);

  const done = await Promise.all([ada.slash('done', { step: 'http' }), ada.slash('done', { step: 'http' })]);
  const [finished, ...others] = done.filter((screen) => eventOn(screen) !== undefined);
  if (!finished || others.length > 0) throw new Error('The step was not finished once.');
  const eventId = eventOn(finished);
  await twice('Undo', finished);
  expect(onlyMember(bot.databaseFile).events.map(({ undoes }) => undoes)).toEqual([null, eventId]);
  expect(onlyMember(bot.databaseFile).standing.size).toBe(0);

  const step = await ada.slash('step', { step: 'http' });
  const topic = await ada.forge(step, 'step:topic:http:client-server');
  await twice('Done: tick it off', topic);
  const check = await ada.slash('readiness', { check: 'build-api' });
  await twice('With help', check);
  const { events, standing, ratings } = onlyMember(bot.databaseFile);
  expect([events.length, [...standing.keys()]]).toEqual([3, ['http/client-server']]);
  expect(ratings).toEqual([{ check: 'build-api', level: 'with-help' }]);
});

test('Go on, pressed twice at once and once more, does what was pressed before joining once', async () => {
  const { bot, ada } = await anEvening();
  await ada.slash('done');
  const joined = await ada.press('Start');
  const goOn = joined.message?.controls.find(({ label }) => label === 'Go on')?.customId ?? '';
  await Promise.all([ada.press('Go on', joined), ada.press('Go on', joined)]);
  const later = await ada.forge(await ada.slash('step'), goOn);

  expect(later.labels).toContain('All commands');
  expect(onlyMember(bot.databaseFile).events).toHaveLength(1);
});

test('two devices at once that tick different topics keep both', async () => {
  const { bot, ada } = await anEvening();
  await join(ada);
  const phone = (await openTopics(ada, 'http')).message;
  const laptop = await openTopics(ada, 'http');
  const [one = '', two = '', three = ''] = ticksOn(laptop).offered;
  if (!phone) throw new Error('The phone shows nothing.');

  await Promise.all([ada.choose(TICKS, [one, two], phone), ada.choose(TICKS, [three], laptop)]);
  expect([...onlyMember(bot.databaseFile).standing.keys()].toSorted()).toEqual([one, two, three].toSorted());
  expect(ticksOn(await openTopics(ada, 'http')).ticked).toEqual([one, two, three]);
});

test('a hundred members at once join, tick and finish, and each of them has exactly their own', {
  timeout: 60_000,
}, async () => {
  const { playground, bot } = await anEvening();
  const people = Array.from({ length: 100 }, (_, index) => playground.person(`Member ${index}`));
  await Promise.all(people.map(join));
  const screens = await Promise.all(people.map((person) => openTopics(person, 'http')));
  const wanted = screens.map((screen, index) =>
    ticksOn(screen).offered.filter((_, place) => (place + index) % 3 === 0),
  );
  await Promise.all(people.map((person, index) => person.choose(TICKS, wanted[index] ?? [], screens[index])));
  await Promise.all(people.map((person) => person.slash('done', { step: 'git-terminal' })));

  const members = new Map(readMembers(bot.databaseFile).map((member) => [member.userId, member]));
  expect(members.size).toBe(100);
  people.forEach(({ id }, index) => {
    const member = members.get(id);
    if (!member) throw new Error(`Member ${index} is gone.`);
    expectWhole(member);
    expect(member.events).toHaveLength(2);
    const ticks = [...member.standing.keys()].filter((itemId) => itemId.startsWith('http'));
    expect(ticks.toSorted()).toEqual(wanted[index]?.toSorted());
    expect(member.standing.get('git-terminal')?.state).toBe('done');
  });
});
