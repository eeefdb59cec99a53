import { describe, expect, test } from 'vitest';
import type { Deps } from '../../src/actions/deps.ts';
import type { Answer, Caller } from '../../src/discord/command.ts';
import { instant } from '../support/builders.ts';
import { insertPlannedGroup } from '../support/cohorts.ts';
import { freshDeps } from '../support/database.ts';
import { nightSchool } from '../support/groups.ts';
import { joined } from '../support/progress-builders.ts';
import { aCaller, aReader, ownCommands } from '../support/reader.ts';
import { realContent } from '../support/real-content.ts';
import { controlsOf, textOf } from '../support/view-text.ts';

const now = instant('2026-04-10T12:00Z');
const grace = aCaller({ userId: 'grace', roleIds: ['moderators'], now });

/** One custom id of each control of /milestone, as a moderator's screens have them. */
const ids: Readonly<Record<string, string>> = {
  list: 'milestone:list:night:0',
  show: 'milestone:show:night:p3',
  preview: 'milestone:preview:night:p3',
  log: 'milestone:log:night:0',
  undo: 'milestone:undo:night:some-change',
  'ask-announce': 'milestone:ask-announce:night:p3',
  'ask-note': 'milestone:ask-note:night:p3',
  announce: 'milestone:announce:night:p3:',
  'announce-again': 'milestone:announce-again:night:p3:1:',
  'ask-move': 'milestone:ask-move:night:p3',
  'move-anyway': 'milestone:move-anyway:night:p3:2026-06-20',
  skip: 'milestone:skip:night:p3',
  restore: 'milestone:restore:night:p3',
  pause: 'milestone:pause:night',
  'ask-resume': 'milestone:ask-resume:night',
  resume: 'milestone:resume:night:keep',
  'ask-break': 'milestone:ask-break:night',
  break: 'milestone:break:night:2026-04-20:2026-05-03',
};

const typed: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  list: {},
  preview: { milestone: 'p3' },
  announce: { milestone: 'p3' },
  move: { milestone: 'p3', to: '2026-05-09' },
  skip: { milestone: 'p3' },
  restore: { milestone: 'p3' },
  break: { from: '2026-04-20', to: '2026-05-03' },
  pause: {},
  resume: {},
  log: {},
};

const forms: Readonly<Record<string, { readonly id: string; readonly fields: Readonly<Record<string, string>> }>> = {
  note: { id: 'milestone:note:night:p3', fields: { note: 'Hello' } },
  move: { id: 'milestone:move:night:p3', fields: { to: '2026-05-09' } },
  break: { id: 'milestone:break:night', fields: { from: '2026-04-20', to: '2026-05-03' } },
};

const intruders: readonly { readonly who: string; readonly caller: Caller }[] = [
  { who: 'a member', caller: aCaller({ now }) },
  { who: 'a moderator of another group', caller: aCaller({ userId: 'alan', roleIds: ['other-moderators'], now }) },
  { who: 'who manages another server', caller: aCaller({ serverId: 'elsewhere', managesServer: true, now }) },
  { who: 'a moderator’s role of another server', caller: { ...grace, serverId: 'elsewhere' } },
  { who: 'somebody in the private chat', caller: { ...grace, serverId: undefined } },
];

async function theServer(): Promise<Deps> {
  const deps = await freshDeps({ content: realContent() });
  await insertPlannedGroup(deps.db, nightSchool(), now);
  const other = nightSchool({ id: 'early', name: 'Early birds', moderatorRoleId: 'other-moderators' });
  await insertPlannedGroup(deps.db, other, now);
  await joined(deps, { seenAt: now });
  return deps;
}

/** Everything that /milestone could change. */
async function stateOf({ db }: Deps) {
  return {
    milestones: await db.selectFrom('milestone').selectAll().where('group_id', '=', 'night').execute(),
    breaks: await db.selectFrom('group_break').selectAll().execute(),
    changes: await db.selectFrom('group_change').selectAll().execute(),
    outbox: await db.selectFrom('outbox').selectAll().execute(),
  };
}

const says = (answer: Answer) => (answer.kind === 'show' ? textOf(answer.view) : answer.kind);
const refusal = /^(This is for the moderators of that study group|I do not find|There is no study group)/;

test('these are all the controls and subcommands that there are', async () => {
  const command = (await ownCommands()).get('milestone');
  expect(Object.keys(command?.buttons ?? {}).sort()).toEqual(Object.keys(ids).sort());
  expect(Object.keys(command?.selects ?? {}).sort()).toEqual(['group', 'open']);
  expect(Object.keys(command?.forms ?? {}).sort()).toEqual(Object.keys(forms).sort());
  expect(Object.keys(command?.subcommands ?? {}).sort()).toEqual(Object.keys(typed).sort());
});

test.each(Object.entries(ids))('a moderator may use %s', async (_name, id) => {
  const moderator = await aReader(await theServer(), grace);
  expect(says(await moderator.use(id))).not.toMatch(refusal);
});

describe.each(intruders)('$who', ({ caller }) => {
  test.each(Object.entries(ids))('is refused at %s, and nothing changes', async (_name, id) => {
    const deps = await theServer();
    const before = await stateOf(deps);
    const intruder = await aReader(deps, caller);
    expect(says(await intruder.use(id))).toMatch(refusal);
    expect(await stateOf(deps)).toEqual(before);
  });

  test.each(Object.entries(forms))('is refused when they send the form %s', async (_name, { id, fields }) => {
    const deps = await theServer();
    const before = await stateOf(deps);
    const intruder = await aReader(deps, caller);
    const form = { custom_id: id, title: 'Forged', components: [] };
    expect(says(await intruder.fill(form, fields))).toMatch(refusal);
    expect(await stateOf(deps)).toEqual(before);
  });

  test.each(Object.entries(typed))('is refused at /milestone %s for that group', async (name, options) => {
    const deps = await theServer();
    const before = await stateOf(deps);
    const intruder = await aReader(deps, caller);
    expect(textOf(await intruder.slash(`milestone ${name}`, { ...options, group: 'night' }))).toMatch(refusal);
    expect(await stateOf(deps)).toEqual(before);
  });

  test('is refused when they choose from a list that is not theirs', async () => {
    const deps = await theServer();
    const before = await stateOf(deps);
    const intruder = await aReader(deps, caller);
    expect(says(await intruder.use('milestone:open:night', ['p3']))).toMatch(refusal);
    expect(await stateOf(deps)).toEqual(before);
  });

  test('is offered neither the group nor its milestones', async () => {
    const intruder = await aReader(await theServer(), caller);
    const names = (await intruder.suggestions('milestone list', 'group', '')).map(({ value }) => value);
    expect(names).not.toContain('night');
  });
});

test('what was typed before choosing a group is the typer’s own, and the group is checked again', async () => {
  const deps = await theServer();
  const both = { ...grace, roleIds: ['moderators', 'other-moderators'] };
  const moderator = await aReader(deps, both);
  const asked = await moderator.slash('milestone pause');
  const pick = controlsOf(asked).find(({ options }) => options.length > 0)?.id ?? '';
  const stranger = await aReader(deps, { ...both, userId: 'mallory' });
  expect(says(await stranger.use(pick, ['night']))).toContain('kept for a day');
  const demoted = await aReader(deps, { ...grace, roleIds: ['other-moderators'] });
  expect(says(await demoted.use(pick, ['night']))).toMatch(refusal);
  expect((await stateOf(deps)).breaks).toEqual([]);
});
