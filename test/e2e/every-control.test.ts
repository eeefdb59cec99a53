import { expect, test } from 'vitest';
import type { Playground } from '../../playground/start.ts';
import { bitsOf } from '../../playground/world/permission-flags.ts';
import { loadCommands } from '../../src/discord/registry.ts';
import { toStoredInstant } from '../../src/lib/stored-instant.ts';
import { Temporal } from '../../src/lib/temporal.ts';
import type { Db } from '../../src/store/database.ts';
import { everyControlOf, firstAndLast, isForModerators, walkEverything } from '../support/crawl.ts';
import { openTestDatabase } from '../support/database.ts';
import { startBot } from '../support/hosted-bot.ts';
import { aPlayground } from '../support/playground.ts';

type Person = ReturnType<Playground['person']>;

const broken = /Something broke on my side|older version of this screen/;
/** A Tuesday everywhere: the grace of last week lasts, so what belongs to it is there, whatever day the test runs on. */
const NOW = Temporal.Instant.from('2026-03-03T11:30Z');
const daysAgo = (days: number) => toStoredInstant(NOW.subtract({ hours: days * 24 }));

async function joined(person: Person): Promise<Person> {
  await person.slash('join');
  await person.press('Start');
  return person;
}

/** A member who joined ten weeks ago, did nothing since, and was last seen so many days ago. */
const joinedLongAgo = (db: Db, seenDaysAgo: number) => async (person: Person) => {
  await joined(person);
  const them = db.selectFrom('member').select('id').where('user_id', '=', person.id);
  await db
    .updateTable('pace_change')
    .set({ valid_from: daysAgo(70) })
    .where('member_id', 'in', them)
    .execute();
  const times = { joined_at: daysAgo(70), seen_at: daysAgo(seenDaysAgo) };
  await db.updateTable('member').set(times).where('user_id', '=', person.id).execute();
  return person;
};

/** A member of two servers, in the private chat, where it is not known which one is meant. */
const joinedTwice = (playground: Playground) => async (person: Person) => {
  await joined(person);
  playground.controls.addMember(person, 'Night school');
  await joined(person.in(playground.channel('study', 'Night school')));
  return person.privately;
};

/** A member who noted a pause, which can be taken back. */
const rested = (db: Db) => async (person: Person) => {
  await joinedLongAgo(db, 1)(person);
  await person.slash('plan');
  await person.press('I was away');
  await person.fill({ from: 'yesterday', to: 'yesterday' });
  return person;
};

/** A member who rated themselves twice, so that there is growth to see. */
async function rated(person: Person): Promise<Person> {
  await joined(person);
  await person.slash('readiness', { check: 'build-api' });
  await person.press('With help');
  await person.press('Alone');
  return person;
}

/** A server with two study groups. */
async function addDaySchool(playground: Playground): Promise<void> {
  playground.controls.addServer('Day school');
  playground.controls.addRole('Moderators', { permissions: bitsOf('ManageGuild'), server: 'Day school' });
  const grace = playground.person('Grace');
  playground.controls.addMember(grace, 'Day school');
  playground.controls.giveRole(grace, 'Moderators', 'Day school');
  const there = grace.in(playground.channel('study', 'Day school'));
  for (const channel of ['study', 'general']) {
    await there.slash('setup new', { channel });
    await there.press('Set up');
  }
}

/** Somebody new there. */
const atDaySchool = (playground: Playground) => async (person: Person) => {
  playground.controls.addMember(person, 'Day school');
  return person.in(playground.channel('study', 'Day school'));
};

/** A member there who learns alone. */
const learningAlone = (playground: Playground) => async (person: Person) => {
  const there = await atDaySchool(playground)(person);
  await there.slash('join');
  await there.choose('Which study group?', 'Alone for now');
  await there.press('Start');
  return there;
};

/**
 * What no command shows to one person alone: it stands on a group's posts and cards or in private messages, or needs a
 * partner, weeks of check-ins or several groups to look after. The tests of each press it there.
 */
const elsewhere = [
  ...['checkin:blockers', 'checkin:read', 'checkin:hide', 'checkin:show'],
  ...['group:partner-yes', 'group:partner-no', 'group:partner-end', 'group:ask-end'],
  ...['group:ask-help', 'group:through', 'group:help'],
  ...['group:next', 'group:manage', 'group:partner-reads', 'settings:snooze', 'settings:no-reminders'],
];

test('no button, select, form or choice anywhere is dead, for a stranger or for a member', async () => {
  const offset = NOW.epochMilliseconds - Date.now();
  const playground = await aPlayground({ clock: { now: () => Date.now() + offset } });
  playground.controls.addServer('Night school');
  const bot = await startBot(playground, { offset });
  await addDaySchool(playground);
  const db = openTestDatabase(bot.databaseFile);
  const registry = await loadCommands(new URL('../../commands/', import.meta.url));
  const only = (...names: readonly string[]) => names.flatMap((name) => registry.get(name) ?? []);
  const commands = [...registry.values()];

  const shared = { playground, broken, depth: 6, pick: firstAndLast };
  const walks = [
    await walkEverything({ ...shared, commands }),
    await walkEverything({ ...shared, commands, arrive: joined }),
    await walkEverything({ ...shared, commands: only('join'), depth: 2, arrive: atDaySchool(playground) }),
    await walkEverything({ ...shared, commands: only('group'), depth: 3, arrive: learningAlone(playground) }),
    await walkEverything({
      ...shared,
      commands: only('group', 'settings'),
      depth: 5,
      arrive: async (person) => joined(await atDaySchool(playground)(person)),
    }),
    await walkEverything({ ...shared, commands: only('plan'), depth: 3, arrive: rested(db) }),
    await walkEverything({ ...shared, commands: only('readiness'), depth: 3, arrive: rated }),
    await walkEverything({ ...shared, commands: only('plan'), depth: 4, arrive: joinedLongAgo(db, 1) }),
    await walkEverything({ ...shared, commands: only('progress'), depth: 3, arrive: joinedLongAgo(db, 30) }),
    await walkEverything({ ...shared, commands: only('done', 'settings'), depth: 3, arrive: joinedTwice(playground) }),
    await walkEverything({ ...shared, commands: only('help'), depth: 3, arrive: joinedTwice(playground) }),
  ];

  expect(walks.flatMap(({ problems }) => problems)).toEqual([]);
  const reached = new Set(walks.flatMap(({ used }) => [...used].map((key) => key.split('=')[0])));
  const forMembers = everyControlOf(commands.filter((command) => !isForModerators(command)));
  expect(forMembers.filter((control) => !reached.has(control))).toEqual(elsewhere);
  expect(bot.log()).not.toContain('An answer failed');
}, 600_000);
