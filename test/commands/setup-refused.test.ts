import { expect, test } from 'vitest';
import type { Deps } from '../../src/actions/deps.ts';
import type { Answer, Caller } from '../../src/discord/command.ts';
import type { Pressed } from '../../src/discord/pressed.ts';
import { insertDraft } from '../../src/store/draft-store.ts';
import { insertMember } from '../../src/store/member-store.ts';
import { insertMembership } from '../../src/store/membership-store.ts';
import { insertOutboxEntry } from '../../src/store/outbox-store.ts';
import { insertStudyGroup } from '../../src/store/study-group-store.ts';
import { aDraft } from '../support/builders.ts';
import { freshDeps } from '../support/database.ts';
import { aDiscord, nightSchool } from '../support/groups.ts';
import { everyRow } from '../support/people-in-database.ts';
import { aMember } from '../support/progress-builders.ts';
import { aCaller, ownCommands, performer } from '../support/reader.ts';
import { textOf } from '../support/view-text.ts';

/** What somebody would send to use each control: its custom id, and values of a select or fields of a form. */
const requests: Readonly<Record<string, { readonly id: string; readonly values?: string[]; readonly text?: string }>> =
  {
    card: { id: 'setup:card:DRAFT' },
    'wrong-time': { id: 'setup:wrong-time:DRAFT' },
    clear: { id: 'setup:clear:DRAFT:moderators' },
    make: { id: 'setup:make:DRAFT:sure' },
    review: { id: 'setup:review:DRAFT' },
    save: { id: 'setup:save:DRAFT' },
    change: { id: 'setup:change:DRAFT', values: ['name'] },
    set: { id: 'setup:set:DRAFT:moderators', values: ['students'] },
    type: { id: 'setup:type:DRAFT:name', text: 'Mine now' },
    welcome: { id: 'setup:welcome:night:1' },
    show: { id: 'setup:show:night' },
    edit: { id: 'setup:edit:night' },
    check: { id: 'setup:check:night' },
    'post-it': { id: 'setup:post-it:night.m.k' },
    'it-is-there': { id: 'setup:it-is-there:night.m.k' },
    'try-again': { id: 'setup:try-again:night' },
    members: { id: 'setup:members:night:0' },
    remove: { id: 'setup:remove:night:member-bob' },
    'ask-archive': { id: 'setup:ask-archive:night' },
    archive: { id: 'setup:archive:night' },
    revive: { id: 'setup:revive:night' },
    pick: { id: 'setup:pick:archive', values: ['night'] },
    person: { id: 'setup:person:night', values: ['bob'] },
    wake: { id: 'setup:wake:night' },
    report: { id: 'setup:report:night' },
    'report-list': { id: 'setup:report-list:night:0' },
    'report-file': { id: 'setup:report-file:night:1' },
    'report, as a list': { id: 'setup:report:night:0', values: ['night.c.1'] },
    quiet: { id: 'setup:quiet:night' },
    hidden: { id: 'setup:hidden:night:0' },
  };

const forgers: readonly (readonly [who: string, caller: Caller])[] = [
  ['a member without the role', aCaller({ roleIds: ['students'] })],
  ['a moderator of another group', aCaller({ roleIds: ['others'] })],
  [
    'somebody who manages another server',
    aCaller({ serverId: 'night-club', managesServer: true, roleIds: ['moderators'] }),
  ],
  ['somebody in the private chat', aCaller({ serverId: undefined, roleIds: ['moderators'] })],
];

/** Night school with a member and a waiting post, another group, and cards that the forger once had. */
async function aServer(forger: Caller): Promise<Deps> {
  const deps = await freshDeps({ discord: aDiscord() });
  const { db } = deps;
  await insertStudyGroup(db, nightSchool());
  await insertStudyGroup(db, nightSchool({ id: 'other', name: 'Other', moderatorRoleId: 'others' }));
  const bob = aMember({ id: 'member-bob', userId: 'bob' });
  await insertMember(db, bob);
  const joinedAt = forger.now;
  await insertMembership(db, { id: 'in', memberId: bob.id, groupId: 'night', joinedAt, leftAt: undefined });
  const nobody = { memberId: undefined, userId: undefined, serverId: 'study-hall', groupId: 'night' };
  const post = {
    key: 'night.m.k',
    marks: ['night.m.k'],
    order: { kind: 'milestones', codes: ['k'] },
    ...nobody,
  } as const;
  await insertOutboxEntry(db, { ...post, dueAt: forger.now, notAfter: undefined }, forger.now);
  const { userId, now } = forger;
  const draft = { userId, kind: 'setup-card', createdAt: now, expiresAt: now.add({ hours: 24 }) };
  const change = { name: 'Mine now' };
  await insertDraft(db, aDraft({ ...draft, id: 'edit-card', content: { kind: 'edit', groupId: 'night', change } }));
  await insertDraft(db, aDraft({ ...draft, id: 'new-card', content: newCard(nightSchool()) }));
  return deps;
}

function newCard({ schedule, ...place }: ReturnType<typeof nightSchool>) {
  const { validFrom, ...settings } = schedule;
  return { kind: 'new', serverId: 'study-hall', settings: { ...place, ...settings, name: 'Mine now' } };
}

const refusal =
  /for the moderators of that study group|I do not find that study group here|permission \*\*Manage Server\*\*/;

test('the table names every control of /setup', async () => {
  const { buttons, selects, forms } = (await ownCommands()).get('setup') ?? {};
  const controls = [buttons, selects, forms].flatMap((kind) => Object.keys(kind ?? {}));
  expect(
    Object.keys(requests)
      .map((name) => name.replace(/,.*/, ''))
      .sort(),
  ).toEqual(controls.sort());
});

/** Every use of every control, those of a card once for each of the two cards. */
function everyUse(cards: readonly string[]): Pressed[] {
  return Object.values(requests).flatMap(({ id, values, text }): Pressed[] => {
    const ids = id.includes('DRAFT') ? cards.map((card) => id.replace('DRAFT', card)) : [id];
    return ids.map((customId) => {
      if (text !== undefined) return { kind: 'form', customId, fields: { place: text } };
      return values ? { kind: 'select', customId, values, before: [] } : { kind: 'button', customId };
    });
  });
}

const said = (answer: Answer) => (answer.kind === 'show' ? textOf(answer.view) : answer.kind);

test.each(forgers)(
  '%s is refused at every control, with a friendly sentence, and nothing changes',
  async (_who, caller) => {
    const deps = await aServer(caller);
    const act = performer(await ownCommands(), deps, caller);
    const before = await everyRow(deps.db);
    for (const use of everyUse(['edit-card', 'new-card'])) {
      expect(said(await act(use)), JSON.stringify(use)).toMatch(refusal);
    }
    expect(await everyRow(deps.db)).toEqual(before);
  },
);

test.each(forgers)('%s is refused at every subcommand, and is told nothing of the group', async (_who, caller) => {
  const deps = await aServer(caller);
  const act = performer(await ownCommands(), deps, caller);
  const before = await everyRow(deps.db);
  const subcommands = Object.keys((await ownCommands()).get('setup')?.subcommands ?? {});
  expect(subcommands).toHaveLength(7);
  for (const subcommand of subcommands) {
    const options = subcommand === 'new' ? { channel: 'study' } : { group: 'night' };
    const text = said(await act({ kind: 'command', name: 'setup', subcommand, options }));
    expect(text, subcommand).toMatch(
      /no study group here that you look after|Which group|none of them|\*\*Manage Server\*\*/,
    );
    expect(text, subcommand).not.toContain('Night school');
  }
  expect(await everyRow(deps.db)).toEqual(before);
});

test('a card of somebody else opens for nobody, not even for another moderator', async () => {
  const caller = aCaller({ roleIds: ['moderators'] });
  const deps = await aServer(caller);
  const act = performer(await ownCommands(), deps, { ...caller, userId: 'eve' });
  const answer = await act({ kind: 'button', customId: 'setup:save:edit-card' });
  expect(answer.kind === 'show' && textOf(answer.view)).toContain('belongs to somebody else');
});

test('a moderator of the group, without Manage Server, may do all but set up a new one', async () => {
  const caller = aCaller({ roleIds: ['moderators'] });
  const registry = await ownCommands();
  for (const use of everyUse(['edit-card'])) {
    const act = performer(registry, await aServer(caller), caller); // Afresh: one of them ends their own moderating.
    expect(said(await act(use)), JSON.stringify(use)).not.toMatch(refusal);
  }
  const act = performer(registry, await aServer(caller), caller);
  for (const use of everyUse(['new-card']).filter((one) => JSON.stringify(one).includes('new-card'))) {
    expect(said(await act(use)), JSON.stringify(use)).toContain('**Manage Server**');
  }
});
