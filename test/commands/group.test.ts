import { describe, expect, test } from 'vitest';
import type { Deps } from '../../src/actions/deps.ts';
import { joinGroup, leaveGroup } from '../../src/actions/join-group.ts';
import { planMilestones } from '../../src/actions/plan-milestones.ts';
import { setStepState } from '../../src/actions/set-step-state.ts';
import type { Caller } from '../../src/discord/command.ts';
import type { Member } from '../../src/domain/member.ts';
import type { StudyGroup } from '../../src/domain/study-group.ts';
import { Temporal } from '../../src/lib/temporal.ts';
import { insertGroupBreak } from '../../src/store/group-break-store.ts';
import { findMember, updateMember } from '../../src/store/member-store.ts';
import { findMembership } from '../../src/store/membership-store.ts';
import { updateStudyGroup } from '../../src/store/study-group-store.ts';
import { instant } from '../support/builders.ts';
import { freshDeps } from '../support/database.ts';
import { aSchedule, groupSetUp } from '../support/groups.ts';
import { joined } from '../support/progress-builders.ts';
import { aCaller, aPrivateCaller, aReader } from '../support/reader.ts';
import { realContent, realRoadmap } from '../support/real-content.ts';
import { controlsOf, labelsOf, problemsOf, textOf } from '../support/view-text.ts';

const content = realContent();
const now = instant('2026-05-10T18:00Z');
const caller = (overrides: Partial<Caller> = {}) => aCaller({ now, ...overrides });
const seen = { seenAt: now };

/** A group with its dates: in the third part on 10 May. */
async function datedGroup(deps: Deps, overrides: Partial<StudyGroup> = {}): Promise<StudyGroup> {
  const group = await groupSetUp(deps, overrides);
  await planMilestones(deps.db, group, realRoadmap(), group.createdAt);
  return group;
}

/** Members of a group, by their user ids; each has done so many steps. */
async function inGroup(deps: Deps, groupId: string, done: Readonly<Record<string, number>>): Promise<Member[]> {
  const members: Member[] = [];
  for (const [userId, steps] of Object.entries(done)) {
    const member = await joined(deps, { id: `member-${userId}`, userId, ...seen });
    await joinGroup(deps, { member, groupId, now });
    for (const { id } of realRoadmap().steps.slice(0, steps)) {
      await setStepState(deps, { member, language: 'en', now, step: id, to: 'done' });
    }
    members.push(member);
  }
  return members;
}

const defaults = (reader: Awaited<ReturnType<typeof aReader>>) =>
  controlsOf(reader.view).flatMap(({ options }) =>
    options.filter((option) => option.default).map(({ label }) => label),
  );

describe('the join card', () => {
  test('preselects the only group, with its hours, its zone, and who sees what in which channel', async () => {
    const deps = await freshDeps({ content });
    await datedGroup(deps, { schedule: aSchedule({ months: 16, zone: 'America/New_York' }) });
    const ada = await aReader(deps, caller());
    await ada.slash('join');
    expect(textOf(ada.view)).toContain('You learn with **Early birds**, in <#study>.');
    expect(textOf(ada.view)).toContain('the members of Early birds see which steps you have done');
    expect(textOf(ada.view)).toContain('Your check-ins stand in <#study> for whoever reads there');
    expect(textOf(ada.view)).toContain('(America/New_York)');
    expect(defaults(ada)).toEqual(['Early birds', 'Not sure yet', '8 hours a week']);
    expect(problemsOf(ada.view)).toEqual([]);
  });

  test('tells late joiners where the group is, and that they begin with the first step', async () => {
    const deps = await freshDeps({ content });
    await datedGroup(deps);
    const ada = await aReader(deps, caller());
    await ada.slash('join');
    const late =
      'It is in **month 3 of 8**, in Core Skills. You begin with the first step, and your dates are your own';
    expect(textOf(ada.view)).toContain(late);
    await ada.press('Start');
    expect(textOf(ada.view)).toContain('You learn with **Early birds**, in <#study>.');
    expect(textOf(ada.view)).toContain(late);
    expect(textOf(ada.view)).toContain('Tonight: **');
    expect((await findMembership(deps.db, 'id-2'))?.groupId).toBe('early');
  });

  test('of several offers all, and learning alone; hours and zone follow what is chosen', async () => {
    const deps = await freshDeps({ content });
    await datedGroup(deps);
    await datedGroup(deps, { id: 'owls', name: 'Night owls', schedule: aSchedule({ months: 16, zone: 'Asia/Tokyo' }) });
    const ada = await aReader(deps, caller({ channelId: 'elsewhere' }));
    await ada.slash('join');
    expect(defaults(ada)).toEqual(['Night owls', 'Not sure yet', '8 hours a week']);
    await ada.choose('Which study group?', 'Early birds');
    expect(defaults(ada)).toEqual(['Early birds', 'Not sure yet', '15 hours a week']);
    expect(textOf(ada.view)).toContain('(Europe/Berlin)');
    await ada.choose('Which study group?', 'Alone for now');
    expect(defaults(ada)).toEqual(['Alone for now', 'Not sure yet', '10 hours a week']);
    expect(textOf(ada.view)).toContain('You learn alone for now');
    await ada.press('Start');
    expect(textOf(ada.view)).not.toContain('Early birds');
  });

  test('whose group was archived meanwhile joins alone, and is told so', async () => {
    const deps = await freshDeps({ content });
    const group = await datedGroup(deps);
    const ada = await aReader(deps, caller());
    await ada.slash('join');
    await updateStudyGroup(deps.db, group, { archivedAt: now });
    await ada.press('Start');
    expect(textOf(ada.view)).toContain('The study group that you had chosen is not there any more');
  });

  test('is not asked of a member: /join offers a group to whoever is in none', async () => {
    const deps = await freshDeps({ content });
    const member = await joined(deps, seen);
    const ada = await aReader(deps, caller());
    await ada.slash('join');
    expect(labelsOf(ada.view)).not.toContain('Join Early birds');
    await datedGroup(deps);
    await ada.slash('join');
    expect(textOf(ada.view)).toContain('You have already joined here');
    await ada.press('Join Early birds');
    expect(textOf(ada.view)).toContain('You are in **Early birds** now.');
    expect((await findMembership(deps.db, member.id))?.groupId).toBe('early');
    await ada.slash('join');
    expect(labelsOf(ada.view)).not.toContain('Join Early birds');
    expect(textOf(ada.view)).toContain('You learn with **Early birds**');
  });
});

describe('a button of the group', () => {
  test('Join gives a stranger the card with that group, and after Start nothing is left to do', async () => {
    const deps = await freshDeps({ content });
    await datedGroup(deps);
    await datedGroup(deps, { id: 'owls', name: 'Night owls' });
    const ada = await aReader(deps, caller());
    const answer = await ada.use('group:join:early');
    expect(answer).toMatchObject({ kind: 'show', isPrivate: true });
    const card = await ada.slash('join');
    expect(textOf(card)).toContain('Night owls'); // Another card, without the button, knows nothing of it.
    if (answer.kind !== 'show') throw new Error(answer.kind);
    expect(textOf(answer.view)).toContain('You learn with **Early birds**');
    const start = controlsOf(answer.view).find(({ label }) => label === 'Start')?.id ?? '';
    const after = await ada.use(start);
    if (after.kind !== 'show') throw new Error(after.kind);
    expect(textOf(after.view)).toContain('You learn with **Early birds**');
    expect(labelsOf(after.view)).not.toContain('Go on');
  });

  test('My next step of a post gives a stranger the card with that group, and then their first topic', async () => {
    const deps = await freshDeps({ content });
    await datedGroup(deps);
    await datedGroup(deps, { id: 'owls', name: 'Night owls' });
    const ada = await aReader(deps, caller());
    const answer = await ada.use('group:next:early.m.p3:early.m.h');
    if (answer.kind !== 'show') throw new Error(answer.kind);
    expect(textOf(answer.view)).toContain('You learn with **Early birds**');
    const after = await ada.use(controlsOf(answer.view).find(({ label }) => label === 'Start')?.id ?? '');
    if (after.kind !== 'show') throw new Error(after.kind);
    const goOn = controlsOf(after.view).find(({ label }) => label === 'Go on')?.id ?? '';
    const next = await ada.use(goOn);
    if (next.kind === 'show') expect(textOf(next.view)).toContain('Topic 1 of');
  });

  test('shows a member their own next topic, wherever the group is', async () => {
    const deps = await freshDeps({ content });
    await datedGroup(deps);
    await inGroup(deps, 'early', { ada: 2 });
    const answer = await (await aReader(deps, caller())).use('group:next:early.m.p3');
    if (answer.kind !== 'show') throw new Error(answer.kind);
    expect(textOf(answer.view)).toContain('Topic 1 of');
    expect(textOf(answer.view)).toContain('Git and the terminal');
    expect(textOf(answer.view)).not.toContain('can be joined');
  });

  test('offers its group to a member who is in none, below their next topic', async () => {
    const deps = await freshDeps({ content });
    await datedGroup(deps);
    await datedGroup(deps, { id: 'owls', name: 'Night owls' });
    await joined(deps, seen);
    const answer = await (await aReader(deps, caller())).use('group:next:early.m.p3');
    if (answer.kind !== 'show') throw new Error(answer.kind);
    expect(textOf(answer.view)).toContain('Topic 1 of');
    expect(labelsOf(answer.view)).toContain('Join Early birds');
    expect(labelsOf(answer.view)).not.toContain('Join Night owls');
    expect(problemsOf(answer.view)).toEqual([]);
  });

  test('at the end of the road shows the readiness checks', async () => {
    const deps = await freshDeps({ content });
    await datedGroup(deps);
    await inGroup(deps, 'early', { ada: 15 });
    const answer = await (await aReader(deps, caller())).use('group:next:early.m.p3');
    if (answer.kind !== 'show') throw new Error(answer.kind);
    expect(textOf(answer.view)).toContain('You have walked the whole road');
  });
});

describe('/group show', () => {
  test('says where the group is, what comes next, and where the member is', async () => {
    const deps = await freshDeps({ content });
    await datedGroup(deps);
    await inGroup(deps, 'early', { grace: 1, linus: 3, ada: 1 });
    const ada = await aReader(deps, caller());
    await ada.slash('group show');
    expect(textOf(ada.view)).toMatchInlineSnapshot(`
      "## Study group Early birds
      -# At home in <#study> · 3 members
      **The group** is in Core Skills, on day 9 of month 3 of 8.
      Next: **Month 4 of 8: Who may do what, and does it work**, on <t:1780416000:D> (<t:1780416000:R>).
      **You** are at HTTP basics, with 1 of 15 steps done. Your way is your own.
      **How many have done which step**
      - Language basics: **3**
      - HTTP basics: **1**
      - Git and the terminal: **1**
      -# Of the 3 members who show the group which steps they have done."
    `);
    expect(problemsOf(ada.view)).toEqual([]);
    expect(await ada.isPublic('group show')).toBe(false);
    expect(ada.view.pictures?.[0]?.alt).toContain('The group: month 3 of 8. You are at HTTP');
    expect(labelsOf(ada.view)).toEqual(['My next topic', 'My progress', 'Partner', 'Settings', 'Home']);
    expect(textOf(await ada.press('My next topic'))).toContain('HTTP');
  });

  test('counts only those who show the group their steps, and nobody where they are fewer than three', async () => {
    const deps = await freshDeps({ content });
    await datedGroup(deps);
    const [, , linus] = await inGroup(deps, 'early', { ada: 1, grace: 2, linus: 3 });
    const ada = await aReader(deps, caller());
    await ada.slash('group show');
    expect(textOf(ada.view)).toContain('Of the 3 members who show');
    await updateMember(deps.db, linus?.id ?? '', { progressVisibility: 'nobody' });
    await ada.slash('group show');
    expect(textOf(ada.view)).toContain('3 members');
    expect(textOf(ada.view)).not.toContain('Of the');
    expect(textOf(ada.view)).toContain('once three members show the group their steps');
  });

  test('says before the start when it begins, after the end that it has arrived, and in between that it rests', async () => {
    const deps = await freshDeps({ content });
    const group = await datedGroup(deps);
    await inGroup(deps, 'early', { ada: 0 });
    const at = async (time: string) =>
      textOf(await (await aReader(deps, caller({ now: instant(time) }))).slash('group show'));
    expect(await at('2026-02-27T12:00Z')).toContain('**The group** sets out on <t:1772470800:D>.');
    await updateMember(deps.db, 'member-ada', { seenAt: instant('2026-11-20T12:00Z') });
    const end = await at('2026-11-20T12:00Z');
    expect(end).toContain('**The group** has come to the end of its trail.');
    expect(end).not.toContain('Next:');

    const firstDay = Temporal.PlainDate.from('2026-05-08');
    const rest = { groupId: group.id, firstDay, recordedAt: instant('2026-05-08T09:00Z'), shifts: true };
    await insertGroupBreak(deps.db, { ...rest, id: 'p', kind: 'pause', lastDay: undefined });
    await updateMember(deps.db, 'member-ada', { seenAt: instant('2026-06-10T18:00Z') });
    const paused = await at('2026-06-10T18:00Z');
    expect(paused).toContain('It rests until its moderators go on');
    expect(paused).toContain('month 3 of 8');
    expect(paused).toContain('day 7');
    expect(paused).not.toContain('Next:');
  });

  test('offers Manage to whoever moderates the group, and to nobody else', async () => {
    const deps = await freshDeps({ content });
    await datedGroup(deps, { moderatorRoleId: 'mods' });
    await inGroup(deps, 'early', { ada: 0 });
    const manage = async (overrides: Partial<Caller>) => {
      const view = await (await aReader(deps, caller(overrides))).slash('group show');
      return controlsOf(view).find(({ label }) => label === 'Manage')?.id;
    };
    expect(await manage({})).toBeUndefined();
    expect(await manage({ roleIds: ['others'] })).toBeUndefined();
    expect(await manage({ roleIds: ['mods'] })).toBe('setup:show:early');
    expect(await manage({ managesServer: true })).toBe('setup:show:early');
  });

  test('offers Manage for every group that somebody moderates, whichever they study in', async () => {
    const deps = await freshDeps({ content });
    await datedGroup(deps);
    await datedGroup(deps, { id: 'owls', name: 'Night owls', moderatorRoleId: 'mods' });
    await datedGroup(deps, { id: 'elsewhere', serverId: 'library', moderatorRoleId: 'mods' });
    const [ada] = await inGroup(deps, 'early', { ada: 0 });
    const shown = async (overrides: Partial<Caller>) => {
      const reader = await aReader(deps, caller(overrides));
      await reader.slash('group show');
      return reader;
    };
    expect(labelsOf((await shown({})).view)).not.toContain('Manage');
    const moderator = await shown({ roleIds: ['mods'] });
    expect(controlsOf(moderator.view).find(({ label }) => label === 'Manage')?.id).toBe('setup:show:owls');
    const manager = await shown({ managesServer: true });
    await manager.press('Manage a group');
    expect(textOf(await manager.choose('Choose a group', 'Night owls'))).toContain('Night owls');
    if (ada) await leaveGroup(deps, { member: ada, now });
    expect(textOf(await (await shown({ roleIds: ['mods'] })).press('Manage'))).toContain('Night owls');
  });

  test('offers Manage also to whoever has not joined, and the join card to everybody else', async () => {
    const deps = await freshDeps({ content });
    await datedGroup(deps, { moderatorRoleId: 'mods' });
    const moderator = await aReader(deps, caller({ roleIds: ['mods'] }));
    expect(labelsOf(await moderator.slash('group show'))).toEqual(['Manage', 'Join']);
    expect(textOf(await moderator.press('Manage'))).toContain('Early birds');
    const stranger = await aReader(deps, caller());
    expect(labelsOf(await stranger.slash('group show'))).not.toContain('Manage');
    const forged = await stranger.use('group:manage');
    expect(forged.kind === 'show' && textOf(forged.view)).toContain('no study group here that you look after');
  });

  test('works in the private chat like the other commands of members', async () => {
    const deps = await freshDeps({ content });
    await datedGroup(deps);
    await inGroup(deps, 'early', { ada: 0 });
    const ada = await aReader(deps, aPrivateCaller({ now }));
    expect(textOf(await ada.slash('group show'))).toContain('Study group Early birds');
  });

  test('offers the groups of this server, and of no other, to whoever is in none', async () => {
    const deps = await freshDeps({ content });
    await joined(deps, seen);
    const ada = await aReader(deps, caller());
    expect(textOf(await ada.slash('group show'))).toContain('There is no study group in this server yet');
    await datedGroup(deps, { id: 'elsewhere', serverId: 'library', name: 'Book worms' });
    await datedGroup(deps);
    await datedGroup(deps, { id: 'owls', name: 'Night owls' });
    await ada.slash('group show');
    expect(textOf(ada.view)).not.toContain('Book worms');
    await ada.choose('Choose a study group', 'Night owls');
    expect(textOf(ada.view)).toContain('You are in **Night owls** now.');
  });

  test('a group that was archived is none: its members learn on alone', async () => {
    const deps = await freshDeps({ content });
    const group = await datedGroup(deps);
    await inGroup(deps, 'early', { ada: 1 });
    await updateStudyGroup(deps.db, group, { archivedAt: now });
    const ada = await aReader(deps, caller());
    expect(textOf(await ada.slash('group show'))).toContain('You are in no study group');
    expect(textOf(await ada.slash('progress'))).toContain('1 of 15 steps done');
  });
});

describe('leaving and changing', () => {
  test('leaving asks first, says what goes, and coming back finds everything', async () => {
    const deps = await freshDeps({ content });
    await datedGroup(deps, { memberRoleId: '77' });
    await inGroup(deps, 'early', { ada: 2 });
    const ada = await aReader(deps, caller());
    await ada.slash('settings');
    await ada.press('Leave the group…');
    expect(textOf(ada.view)).toContain('You stay a member of Cairn');
    expect(textOf(ada.view)).toContain('The role <@&77> goes.');
    expect((await findMembership(deps.db, 'member-ada'))?.groupId).toBe('early');
    await ada.press('Leave the group');
    expect(textOf(ada.view)).toContain('You have left **Early birds**');
    expect(await findMembership(deps.db, 'member-ada')).toBeUndefined();
    expect((await findMember(deps.db, 'study-hall', 'ada'))?.leftAt).toBeUndefined();
    expect(textOf(await ada.press('Back to Early birds'))).toContain('with 2 of 15 steps done');
  });

  test('leaving twice changes nothing the second time, and says so', async () => {
    const deps = await freshDeps({ content });
    await datedGroup(deps);
    await inGroup(deps, 'early', { ada: 0 });
    const ada = await aReader(deps, caller());
    await ada.use('group:leave');
    for (const id of ['group:leave', 'group:ask-leave']) {
      const answer = await ada.use(id);
      if (answer.kind !== 'show') throw new Error(answer.kind);
      expect(textOf(answer.view)).toContain('You were in no study group any more');
    }
  });

  test('changing asks first, and staying changes nothing', async () => {
    const deps = await freshDeps({ content });
    await datedGroup(deps);
    await datedGroup(deps, { id: 'owls', name: 'Night owls' });
    await inGroup(deps, 'early', { ada: 0 });
    const ada = await aReader(deps, caller());
    await ada.slash('settings');
    await ada.press('Change the group…');
    await ada.press('Join Night owls');
    expect(textOf(ada.view)).toContain('Change to Night owls?');
    await ada.press('Stay in Early birds');
    expect(textOf(ada.view)).toContain('Study group Early birds');
    await ada.slash('settings');
    await ada.press('Change the group…');
    await ada.press('Join Night owls');
    await ada.press('Change to Night owls');
    expect(textOf(ada.view)).toContain('You are in **Night owls** now.');
    expect((await findMembership(deps.db, 'member-ada'))?.groupId).toBe('owls');
  });

  test('a copied id of a group elsewhere joins nothing', async () => {
    const deps = await freshDeps({ content });
    await datedGroup(deps, { id: 'elsewhere', serverId: 'library' });
    await joined(deps, seen);
    const ada = await aReader(deps, caller());
    for (const id of ['group:join:elsewhere', 'group:change:elsewhere']) {
      const answer = await ada.use(id);
      if (answer.kind !== 'show') throw new Error(answer.kind);
      expect(textOf(answer.view)).toContain('This study group is not there any more');
    }
    expect(await findMembership(deps.db, 'member-ada')).toBeUndefined();
  });
});

test('progress is shown to the same study group, to the server, or to nobody, as each member likes', async () => {
  const deps = await freshDeps({ content });
  const group = await datedGroup(deps);
  await datedGroup(deps, { id: 'owls', name: 'Night owls' });
  const [, grace] = await inGroup(deps, 'early', { ada: 0, grace: 2 });
  await inGroup(deps, 'owls', { linus: 0 });
  const sees = async (userId: string) =>
    textOf(await (await aReader(deps, caller({ userId }))).slash('progress', { member: 'grace' })).includes('2 of 15');
  const everybody = async () => [await sees('ada'), await sees('linus')];
  expect(await everybody()).toEqual([true, false]);
  await updateMember(deps.db, grace?.id ?? '', { progressVisibility: 'server' });
  expect(await everybody()).toEqual([true, true]);
  await updateMember(deps.db, grace?.id ?? '', { progressVisibility: 'nobody' });
  expect(await everybody()).toEqual([false, false]);
  await updateMember(deps.db, grace?.id ?? '', { progressVisibility: 'group' });
  await updateStudyGroup(deps.db, group, { archivedAt: now });
  expect(await everybody()).toEqual([false, false]);
});
