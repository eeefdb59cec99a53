import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { deletePersonalData } from '../../src/actions/delete-personal-data.ts';
import type { Deps } from '../../src/actions/deps.ts';
import { exportPersonalData } from '../../src/actions/export-personal-data.ts';
import { readPersonalData } from '../../src/actions/read-personal-data.ts';
import { noDiscord } from '../../src/domain/discord-port.ts';
import type { Member } from '../../src/domain/member.ts';
import { english } from '../../src/language/en/english.ts';
import { insertGroupChange } from '../../src/store/group-change-store.ts';
import { insertPublicMessage } from '../../src/store/public-message-store.ts';
import { exportText } from '../../src/views/settings-export-view.ts';
import { instant } from '../support/builders.ts';
import { freshDeps } from '../support/database.ts';
import { groupSetUp } from '../support/groups.ts';
import { everyRow, insertMemberEverywhere, type Row } from '../support/people-in-database.ts';
import { aMember } from '../support/progress-builders.ts';

const ada = aMember();
const adaElsewhere = aMember({ id: 'in-library', serverId: 'library' });
const grace = aMember({ id: 'member-grace', userId: 'grace' });

async function depsWith(members: readonly Member[], overrides: Partial<Deps> = {}): Promise<Deps> {
  const deps = await freshDeps({ newId: randomUUID, ...overrides });
  for (const member of members) await insertMemberEverywhere(deps.db, member);
  return deps;
}

/** A port to Discord that can take away all messages and roles but these. */
function portWithout(...unreachable: readonly string[]) {
  const asked: string[] = [];
  const takeAway = async (id: string) => {
    asked.push(id);
    return !unreachable.includes(id);
  };
  const discord: Deps['discord'] = {
    ...noDiscord,
    removeMessage: ({ messageId }) => takeAway(messageId),
    takeRole: ({ roleId }) => takeAway(roleId),
  };
  return { asked, discord };
}

type Cell = Awaited<ReturnType<typeof everyRow>>[number];
const names = (row: Row, ...sought: readonly string[]) =>
  sought.some((name) => JSON.stringify(Object.values(row)).includes(name));

/** What is left of all rows: those about the person are gone, and what they did as a moderator names nobody. */
function without(rows: readonly Cell[], ...person: readonly string[]): Cell[] {
  const unnamed = rows.map(({ table, row }) =>
    person.includes(String(row.actor_id)) ? { table, row: { ...row, actor_id: null } } : { table, row },
  );
  return unnamed.filter(({ row }) => !names(row, ...person));
}

/** Looks at every cell of every table, also inside texts: nothing may name the person. */
async function rowsNaming(deps: Deps, ...sought: readonly string[]) {
  return (await everyRow(deps.db)).filter(({ row }) => names(row, ...sought));
}

/** When data is deleted. */
const NOW = instant('2026-03-20T12:00Z');

test('the test member has a row in every table that holds something about a person', async () => {
  const deps = await depsWith([ada]);
  const { rows } = await sql<{ name: string }>`
    SELECT DISTINCT t.name FROM sqlite_schema t JOIN pragma_table_info(t.name) c
    WHERE t.type = 'table' AND c.name IN ('member_id', 'user_id', 'actor_id')`.execute(deps.db);
  const { tables } = await readPersonalData(deps, { userId: 'ada' });
  expect(tables.map(({ name }) => name).sort()).toEqual(rows.map(({ name }) => name).sort());
});

test('after deleting, no row of any table names the person, also as a moderator, and every row of others is as it was', async () => {
  const { discord, asked } = portWithout();
  const deps = await depsWith([ada, adaElsewhere, grace], { discord });
  const before = await everyRow(deps.db);

  const outcome = await deletePersonalData(deps, { userId: 'ada' }, NOW);

  expect(outcome).toMatchObject({ kind: 'deleted', unreachable: [], keptRoles: [] });
  expect(await rowsNaming(deps, 'ada', 'in-library')).toEqual([]);
  expect(await everyRow(deps.db)).toEqual(without(before, 'ada', 'in-library'));
  expect(asked.sort()).toEqual(['message-in-library', 'message-member-ada', 'role-1', 'role-2']);
});

test('a table that a later migration makes is counted, exported and deleted without a line of code', async () => {
  const deps = await depsWith([ada, grace]);
  await sql`CREATE TABLE bookmark (member_id TEXT NOT NULL REFERENCES member (id), words TEXT) STRICT`.execute(deps.db);
  await sql`INSERT INTO bookmark VALUES (${ada.id}, 'hers'), (${grace.id}, 'of another')`.execute(deps.db);

  expect((await readPersonalData(deps, { userId: 'ada' })).tables).toContainEqual({ name: 'bookmark', count: 1 });
  expect(await exportPersonalData(deps, { userId: 'ada' })).toContainEqual({
    name: 'bookmark',
    rows: [{ member_id: ada.id, words: 'hers' }],
  });
  await deletePersonalData(deps, { userId: 'ada' }, NOW);
  const left = (await everyRow(deps.db)).filter(({ table }) => table === 'bookmark');
  expect(left.map(({ row }) => row.words)).toEqual(['of another']);
});

test('rows that refer to each other in any order go together', async () => {
  const deps = await depsWith([ada]);
  await sql`CREATE TABLE aaa_first (member_id TEXT NOT NULL REFERENCES member (id), id TEXT PRIMARY KEY) STRICT`.execute(
    deps.db,
  );
  await sql`CREATE TABLE zzz_last (member_id TEXT NOT NULL REFERENCES member (id),
    first TEXT NOT NULL REFERENCES aaa_first (id)) STRICT`.execute(deps.db);
  await sql`INSERT INTO aaa_first VALUES (${ada.id}, 'one')`.execute(deps.db);
  await sql`INSERT INTO zzz_last VALUES (${ada.id}, 'one')`.execute(deps.db);

  await deletePersonalData(deps, { userId: 'ada' }, NOW);
  expect(await rowsNaming(deps, 'ada', 'one')).toEqual([]);
});

test('a row that would be left over stops the whole deletion instead of staying behind', async () => {
  const deps = await depsWith([ada]);
  await sql`CREATE TABLE revision (event_id TEXT NOT NULL REFERENCES progress_event (id)) STRICT`.execute(deps.db);
  await sql`INSERT INTO revision VALUES (${`event-${ada.id}`})`.execute(deps.db);
  const before = await everyRow(deps.db);

  await expect(deletePersonalData(deps, { userId: 'ada' }, NOW)).rejects.toThrow('FOREIGN KEY');
  expect(await everyRow(deps.db)).toEqual(before);
});

test('what is deleted of one server leaves the other as it is', async () => {
  const deps = await depsWith([ada, adaElsewhere, grace]);
  const before = await everyRow(deps.db);
  const ofLibrary = before.filter(({ row }) => names(row, 'library', 'group-2'));
  await deletePersonalData(deps, { userId: 'ada', serverId: 'study-hall' }, NOW);

  const left = await everyRow(deps.db);
  const naming = (...sought: readonly string[]) => left.filter(({ row }) => names(row, ...sought));
  expect(
    naming('ada')
      .filter(({ row }) => !names(row, 'library', 'group-2'))
      .map(({ table }) => table),
  ).toEqual(['draft', 'private_chat']);
  expect(naming('grace')).toEqual(before.filter(({ row }) => names(row, 'grace')));
  expect(left.filter(({ row }) => names(row, 'library', 'group-2'))).toEqual(ofLibrary);
  expect((await readPersonalData(deps, { userId: 'ada' })).serverIds).toEqual(['library']);
});

test('what belongs to no server goes with the last one', async () => {
  const deps = await depsWith([ada, adaElsewhere]);
  await deletePersonalData(deps, { userId: 'ada', serverId: 'study-hall' }, NOW);
  expect(await rowsNaming(deps, 'form:readiness:evidence')).toHaveLength(2);
  await deletePersonalData(deps, { userId: 'ada', serverId: 'library' }, NOW);
  expect(await rowsNaming(deps, 'form:readiness:evidence', 'ada', 'in-library')).toEqual([]);
});

test('shared screens and roles that cannot be reached are named, and everything is deleted all the same', async () => {
  const { discord } = portWithout('message-member-ada', 'role-1');
  const deps = await depsWith([ada], { discord });
  const outcome = await deletePersonalData(deps, { userId: 'ada' }, NOW);

  expect(outcome.kind === 'deleted' && outcome.unreachable.map(({ messageId }) => messageId)).toEqual([
    'message-member-ada',
  ]);
  expect(outcome.kind === 'deleted' && outcome.keptRoles.map(({ roleId }) => roleId)).toEqual(['role-1']);
  expect(await rowsNaming(deps, 'ada')).toEqual([]);
});

test('a role that may be under way while the rows go is taken away once more afterwards', async () => {
  const { discord, asked } = portWithout();
  const deps = await depsWith([ada], { discord });
  await deps.db.updateTable('outbox').set({ state: 'waiting' }).execute();
  await deletePersonalData(deps, { userId: 'ada' }, NOW);
  expect(asked).toEqual(['message-member-ada', 'role-1', 'role-1']);
});

test('a role that was taken away already is not asked for again; one that waits to be taken away is', async () => {
  const { discord, asked } = portWithout();
  const deps = await depsWith([ada, grace], { discord });
  await deps.db.updateTable('outbox').set({ state: 'sent', payload: '{"roleId":"role-1","has":false}' }).execute();
  await deletePersonalData(deps, { userId: 'ada' }, NOW);
  expect(asked).toEqual(['message-member-ada']);

  await deps.db.updateTable('outbox').set({ state: 'waiting', payload: '{"roleId":"role-2","has":false}' }).execute();
  await deletePersonalData(deps, { userId: 'grace' }, NOW);
  expect(asked).toContain('role-2');
});

test('a moderator who never joined can have their name taken off all that they did', async () => {
  const deps = await depsWith([grace]);
  await groupSetUp(deps, { id: 'early', actorId: 'mod' });
  const change = { kind: 'archived' } as const;
  await insertGroupChange(deps.db, { id: 'c', groupId: 'early', actorId: 'mod', at: ada.joinedAt, change });
  const before = await everyRow(deps.db);

  expect(await readPersonalData(deps, { userId: 'mod' })).toEqual({
    scope: { userId: 'mod' },
    serverIds: ['study-hall'],
    tables: [
      { name: 'group_change', count: 1, isKept: true },
      { name: 'study_group', count: 1, isKept: true },
    ],
  });
  await deletePersonalData(deps, { userId: 'mod', serverId: 'library' }, NOW);
  expect(await everyRow(deps.db)).toEqual(before);
  await deletePersonalData(deps, { userId: 'mod', serverId: 'study-hall' }, NOW);
  expect(await everyRow(deps.db)).toEqual(without(before, 'mod'));
});

test('a screen that is shared while the others are being removed is removed as well', async () => {
  const late = { messageId: 'late', channelId: 'c', serverId: 'study-hall', userId: 'ada', sharedAt: ada.joinedAt };
  const asked: string[] = [];
  const deps: Deps = await depsWith([ada], {
    discord: {
      ...noDiscord,
      async removeMessage({ messageId }) {
        asked.push(messageId);
        await insertPublicMessage(deps.db, late);
        return true;
      },
    },
  });
  await deletePersonalData(deps, { userId: 'ada' }, NOW);
  expect(asked).toEqual(['message-member-ada', 'late']);
});

test('deleting twice at once deletes once, and the second is told that there is nothing', async () => {
  const deps = await depsWith([ada, grace]);
  const outcomes = await Promise.all([1, 2].map(() => deletePersonalData(deps, { userId: 'ada' }, NOW)));
  expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['deleted', 'nothing-stored']);
});

test('an export holds every row about the person and none of anybody else', async () => {
  const deps = await depsWith([ada, adaElsewhere, grace]);
  const tables = await exportPersonalData(deps, { userId: 'ada' });
  const rows = tables.flatMap((table) => table.rows.map((row: Row) => ({ table: table.name, row })));
  const hers = await rowsNaming(deps, 'ada', 'in-library');

  const sorted = (list: readonly unknown[]) => list.map((item) => JSON.stringify(item)).sort();
  expect(sorted(rows)).toEqual(sorted(hers));
});

test('the exported file explains every table and every column in it', async () => {
  const deps = await depsWith([ada]);
  const tables = await exportPersonalData(deps, { userId: 'ada' });
  const file = JSON.parse(exportText('en', tables, instant('2026-03-02T12:00Z')));

  expect(file.about).toContain('stores about you');
  for (const { name, rows } of tables) {
    expect(english.settings.tables[name], `${name} has no words`).toBeDefined();
    expect(file.tables[name].about).toBe(english.settings.tables[name]);
    for (const column of Object.keys(rows[0] ?? {})) {
      expect(english.settings.columns[column], `${name}.${column} has no words`).toBeDefined();
      expect(file.tables[name].columns[column]).toBe(english.settings.columns[column]);
    }
  }
  expect(file.tables.progress_event.rows[0].changes).toEqual([{ itemId: 'git', from: 'open', to: 'done' }]);
});

test('nothing is stored about a stranger', async () => {
  const deps = await depsWith([ada]);
  expect(await readPersonalData(deps, { userId: 'nobody' })).toMatchObject({ serverIds: [], tables: [] });
  expect(await deletePersonalData(deps, { userId: 'nobody' }, NOW)).toEqual({ kind: 'nothing-stored' });
});
