import { expect, test } from 'vitest';
import type { Playground } from '../../playground/start.ts';
import { bitsOf } from '../../playground/world/permission-flags.ts';
import { loadCommands, type Registry } from '../../src/discord/registry.ts';
import { toStoredInstant } from '../../src/lib/stored-instant.ts';
import { Temporal } from '../../src/lib/temporal.ts';
import type { Db } from '../../src/store/database.ts';
import { insertOutboxEntry } from '../../src/store/outbox-store.ts';
import { startBot } from '../support/bot-process.ts';
import { walkEverything } from '../support/crawl.ts';
import { openTestDatabase } from '../support/database.ts';
import { aPlayground } from '../support/playground.ts';

type Person = ReturnType<Playground['person']>;

const forModerators = /^(milestone|setup):/;
const broken = /Something broke on my side|older version of this screen/;
const daysAgo = (days: number) => toStoredInstant(Temporal.Now.instant().subtract({ hours: days * 24 }));

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

/** A moderator of a server of their own, with a group that they are in and whose posts wait for them. */
const moderating = (playground: Playground, db: Db) => async (person: Person) => {
  const { name } = playground.controls.addServer(`Server of ${person.name}`);
  playground.controls.addRole('Moderators', { permissions: bitsOf('ManageGuild'), server: name });
  playground.controls.addRole('Learners', { server: name });
  playground.controls.addMember(person, name);
  playground.controls.giveRole(person, 'Moderators', name);
  const there = person.in(playground.channel('study', name));
  await there.slash('setup new', { channel: 'study' });
  await there.press('Set up');
  const group = await db.selectFrom('study_group').selectAll().where('name', '=', name).executeTakeFirstOrThrow();
  await joined(there);
  await insertTroubles(db, group);
  return there;
};

/** A post that is perhaps there, and one that waits for a permission. */
async function insertTroubles(db: Db, { id, server_id }: { readonly id: string; readonly server_id: string }) {
  const now = Temporal.Now.instant();
  for (const [code, state] of [
    ['k', 'uncertain'],
    ['p1', 'blocked'],
  ] as const) {
    const key = `${id}.m.${code}`;
    const about = { serverId: server_id, groupId: id, memberId: undefined, userId: undefined };
    const entry = { key, marks: [key], order: { kind: 'milestones', codes: [code] }, ...about } as const;
    await insertOutboxEntry(db, { ...entry, dueAt: now.add({ hours: 1 }), notAfter: undefined }, now);
    await db.updateTable('outbox').set({ state }).where('key', '=', key).execute();
  }
}

function everyControlOf(registry: Registry): string[] {
  return [...registry].flatMap(([name, command]) =>
    [command.buttons, command.selects, command.forms].flatMap((kind) =>
      Object.keys(kind ?? {}).map((control) => `${name}:${control}`),
    ),
  );
}

test('no button, select, form or choice anywhere is dead, for a stranger or for a member', async () => {
  const playground = await aPlayground();
  playground.controls.addServer('Night school');
  const bot = await startBot(playground);
  const db = openTestDatabase(bot.databaseFile);
  const registry = await loadCommands(new URL('../../commands/', import.meta.url));
  const only = (...names: readonly string[]) => names.flatMap((name) => registry.get(name) ?? []);
  const commands = [...registry.values()];

  const shared = { playground, broken, depth: 6 };
  const walks = [
    await walkEverything({ ...shared, commands }),
    await walkEverything({ ...shared, commands, arrive: joined }),
    await walkEverything({ ...shared, commands: only('plan'), depth: 3, arrive: rested(db) }),
    await walkEverything({ ...shared, commands: only('readiness'), depth: 3, arrive: rated }),
    await walkEverything({ ...shared, commands: only('plan'), depth: 4, arrive: joinedLongAgo(db, 1) }),
    await walkEverything({ ...shared, commands: only('progress'), depth: 3, arrive: joinedLongAgo(db, 30) }),
    await walkEverything({ ...shared, commands: only('done', 'settings'), depth: 3, arrive: joinedTwice(playground) }),
  ];

  expect(walks.flatMap(({ problems }) => problems)).toEqual([]);
  const reached = new Set(walks.flatMap(({ used }) => [...used].map((key) => key.split('=')[0])));
  const forMembers = everyControlOf(registry).filter((control) => !forModerators.test(control));
  expect(forMembers.filter((control) => !reached.has(control))).toEqual([]);
  expect(bot.log()).not.toContain('An answer failed');
}, 240_000);

test('no button, select, form or choice of a moderator is dead', async () => {
  const playground = await aPlayground();
  const bot = await startBot(playground);
  const db = openTestDatabase(bot.databaseFile);
  const registry = await loadCommands(new URL('../../commands/', import.meta.url));
  const commands = ['setup', 'milestone'].flatMap((name) => registry.get(name) ?? []);

  const arrive = moderating(playground, db);
  const { used, problems } = await walkEverything({
    playground,
    broken,
    depth: 5,
    commands,
    arrive,
    isModerator: true,
  });

  expect(problems).toEqual([]);
  const reached = new Set([...used].map((key) => key.split('=')[0]));
  const controls = everyControlOf(registry).filter((control) => forModerators.test(control));
  expect(controls.filter((control) => !reached.has(control))).toEqual([]);
  expect(bot.log()).not.toContain('An answer failed');
}, 240_000);
