import { expect, test } from 'vitest';
import type { Playground } from '../../playground/start.ts';
import { bitsOf } from '../../playground/world/permission-flags.ts';
import { loadCommands } from '../../src/discord/registry.ts';
import type { OutboxState } from '../../src/domain/outbox.ts';
import { Temporal } from '../../src/lib/temporal.ts';
import type { Db } from '../../src/store/database.ts';
import { insertOutboxEntry } from '../../src/store/outbox-store.ts';
import { everyControlOf, isForModerators, walkEverything } from '../support/crawl.ts';
import { openTestDatabase } from '../support/database.ts';
import { startBot } from '../support/hosted-bot.ts';
import { aPlayground } from '../support/playground.ts';

type Person = ReturnType<Playground['person']>;

const broken = /Something broke on my side|older version of this screen/;

/** A Tuesday, whatever day the test runs on. */
const NOW = Temporal.Instant.from('2026-03-03T11:30Z');

/** A moderator of a server of their own, with a group that they are in and whose posts wait for them. */
const moderating = (playground: Playground, db: Db) => async (person: Person) => {
  const { name } = playground.controls.addServer(`Server of ${person.name}`);
  playground.controls.addRole('Moderators', { permissions: bitsOf('ManageGuild'), server: name });
  playground.controls.addRole('Learners', { server: name });
  playground.controls.addMember(person, name);
  playground.controls.giveRole(person, 'Moderators', name);
  const there = person.in(playground.channel('study', name));
  await there.slash('setup new', { channel: 'study' });
  await there.choose('Change…', 'ping');
  await there.choose('Choose', ['Learners']);
  await there.press('Set up');
  const groups = db.selectFrom('study_group').where('name', '=', name);
  const { id } = await groups.select('id').executeTakeFirstOrThrow();
  await there.slash('join');
  await there.press('Start');
  await insertPost(db, { groupId: id, code: 'k', state: 'uncertain' });
  await insertPost(db, { groupId: id, code: 'p1', state: 'blocked' });
  return there;
};

/** The same, after part 3 was posted. */
const moderatingLater = (playground: Playground, db: Db) => async (person: Person) => {
  const there = await moderating(playground, db)(person);
  const groups = db.selectFrom('study_group').where('name', '=', `Server of ${person.name}`);
  const { id } = await groups.select('id').executeTakeFirstOrThrow();
  const post_key = await insertPost(db, { groupId: id, code: 'p3', state: 'sent' });
  const isPart = { kind: 'part', part: 3, group_id: id } as const;
  const parts = db.updateTable('milestone').set({ fate: 'posted', post_key });
  await parts.where((expression) => expression.and(isPart)).execute();
  return there;
};

/** The same with a second group. */
const moderatingTwo = (playground: Playground, db: Db) => async (person: Person) => {
  const there = await moderating(playground, db)(person);
  await there.slash('setup new', { channel: 'general' });
  await there.press('Set up');
  return there;
};

interface Post {
  readonly groupId: string;
  readonly code: string;
  readonly state: OutboxState;
}

/** A post as delivery left it. Returns its key. */
async function insertPost(db: Db, { groupId, code, state }: Post): Promise<string> {
  const now = NOW;
  const key = `${groupId}.m.${code}`;
  const about = { serverId: undefined, groupId, memberId: undefined, userId: undefined };
  const entry = { key, marks: [key], order: { kind: 'milestones', codes: [code] }, ...about } as const;
  await insertOutboxEntry(db, { ...entry, dueAt: now.add({ hours: 1 }), notAfter: undefined }, now);
  await db.updateTable('outbox').set({ state }).where('key', '=', key).execute();
  return key;
}

/** What comes after a save, stands on a notice alone, or needs periods that are over. The tests of each press it there. */
const elsewhere = ['setup:undo', 'setup:wake', 'setup:report-list', 'setup:report-file', 'setup:quiet'];

test('no button, select, form or choice of a moderator is dead', async () => {
  const offset = NOW.epochMilliseconds - Date.now();
  const playground = await aPlayground({ clock: { now: () => Date.now() + offset } });
  const bot = await startBot(playground, { offset });
  const db = openTestDatabase(bot.databaseFile);
  const registry = await loadCommands(new URL('../../commands/', import.meta.url));
  const commands = [...registry.values()].filter(isForModerators);

  const shared = { playground, broken, commands, isModerator: true };
  const [edit, choosing] = [/^\/(setup edit|milestone announce)/, /^\/milestone log|^\/setup check/];
  const walks = [
    await walkEverything({ ...shared, depth: 4, arrive: moderating(playground, db) }),
    await walkEverything({ ...shared, depth: 5, arrive: moderatingLater(playground, db), from: edit }),
    await walkEverything({ ...shared, depth: 2, arrive: moderatingTwo(playground, db), from: choosing }),
  ];

  expect(walks.flatMap(({ problems }) => problems)).toEqual([]);
  const reached = new Set(walks.flatMap(({ used }) => [...used].map((key) => key.split('=')[0])));
  expect(everyControlOf(commands).filter((control) => !reached.has(control))).toEqual(elsewhere);
  expect(bot.log()).not.toContain('An answer failed');
}, 600_000);
