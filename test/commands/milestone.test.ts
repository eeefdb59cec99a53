import { expect, test } from 'vitest';
import type { OutboxState } from '../../src/domain/outbox.ts';
import { insertStudyGroup } from '../../src/store/study-group-store.ts';
import { instant } from '../support/builders.ts';
import { insertPlannedGroup } from '../support/cohorts.ts';
import { freshDeps } from '../support/database.ts';
import { nightSchool } from '../support/groups.ts';
import { aCaller, aReader, type Reader } from '../support/reader.ts';
import { realContent } from '../support/real-content.ts';
import { controlsOf, labelsOf, problemsOf, textOf } from '../support/view-text.ts';

const april = instant('2026-04-10T12:00Z');
const grace = aCaller({ userId: 'grace', roleIds: ['moderators'], now: april });

async function aModerator(now = april): Promise<Reader & { readonly deps: Awaited<ReturnType<typeof freshDeps>> }> {
  const deps = await freshDeps({ content: realContent() });
  await insertPlannedGroup(deps.db, nightSchool({ pingRoleId: '77' }), april);
  return Object.assign(await aReader(deps, { ...grace, now }), { deps });
}

test('the whole calendar, with what became of each', async () => {
  const moderator = await aModerator();
  const { db } = moderator.deps;
  await moderator.slash('milestone announce', { milestone: 'p3' });
  await moderator.press('Yes, post it now');
  await moderator.slash('milestone skip', { milestone: 'p4' });
  const sent = { state: 'sent', channel_id: '11', message_id: '22' } as const;
  await db.updateTable('outbox').set(sent).where('key', '=', 'night.m.p3').execute();
  const view = await moderator.slash('milestone list');
  expect(textOf(view)).toMatchInlineSnapshot(`
    "## Milestones of Night school
    **One week to go**
    <t:1771866000:f> · before Cairn: not posted
    **The group sets out**, **Month 1 of 8: A language, the web and Git**
    <t:1772470800:f> · before Cairn: not posted
    **Foundation lies behind the group**, **Month 2 of 8: Databases, and nothing else**
    <t:1775145600:f> · before Cairn: not posted
    **Month 3 of 8: A real REST API**
    <t:1777737600:f> · [posted](https://discord.com/channels/study-hall/11/22)
    **Month 4 of 8: Who may do what, and does it work**
    <t:1780416000:f> · skipped
    **Core Skills lies behind the group**, **Half-way**, **Month 5 of 8: Faster, in the background, in containers**
    <t:1783008000:f> · planned
    **Month 6 of 8: Safe, and in the cloud**
    <t:1785686400:f> · planned
    **Advanced lies behind the group**, **Month 7 of 8: Automatic, and documented**
    <t:1788364800:f> · planned
    **Month 8 of 8: Portfolio and interviews**
    <t:1790956800:f> · planned
    **Professional lies behind the group**, **The end of the trail**
    <t:1793638800:f> · planned
    -# You see each date in your own time. The group’s clock is that of Europe/Berlin."
  `);
  expect(problemsOf(view)).toEqual([]);
  expect(labelsOf(view).slice(-5)).toMatchInlineSnapshot(`
    [
      "The end of the trail",
      "See the next post",
      "Plan a break",
      "Pause",
      "Log",
    ]
  `);
});

test('a preview has the words, the picture and the buttons of the post, switched off, and pings nobody', async () => {
  const moderator = await aModerator();
  const view = await moderator.slash('milestone preview', { milestone: 'p3' });
  const text = textOf(view);
  expect(text).toContain('**Night school** moves on to month 3 of 8: A real REST API. <@&77>');
  expect(text).toContain('### Month 3 of 8: A real REST API');
  expect(text).toContain('It pings <@&77>. This preview pings nobody.');
  expect(view.pictures?.[0]?.name).toBe('trail.png');
  const off = controlsOf(view).filter(({ disabled }) => disabled);
  expect(off.map(({ label }) => label)).toEqual(['Join / My next step', 'Check in', 'My progress']);
});

test('an announcement is asked for first, with its note, and made once', async () => {
  const moderator = await aModerator();
  const { db } = moderator.deps;
  const asked = await moderator.slash('milestone announce', { milestone: 'p5', note: 'Bring *snacks*' });
  expect(textOf(asked)).toContain('> Bring \\*snacks\\*');
  expect(textOf(asked)).toContain('What comes before it keeps its date: **Month 3 of 8: A real REST API**');
  expect(await db.selectFrom('outbox').selectAll().execute()).toEqual([]);
  const yes = controlsOf(asked).find(({ label }) => label === 'Yes, post it now')?.id ?? '';
  expect(textOf(await moderator.press('Yes, post it now'))).toContain(
    'On its way: **Core Skills lies behind the group**',
  );
  await moderator.use(yes);
  const [row, ...more] = await db.selectFrom('outbox').selectAll().execute();
  expect(more).toEqual([]);
  expect(JSON.parse(row?.payload ?? '')).toEqual({ codes: ['e2', 'h', 'p5'], note: 'Bring *snacks*' });
});

test('what was posted before is asked about and posted once more', async () => {
  const moderator = await aModerator();
  await moderator.slash('milestone announce', { milestone: 'p3' });
  await moderator.press('Yes, post it now');
  const asked = await moderator.slash('milestone announce', { milestone: 'p3' });
  expect(textOf(asked)).toContain('Once more: **Night school** moves on');
  const again = controlsOf(asked).find(({ label }) => label === 'Yes, post it again')?.id ?? '';
  expect(textOf(await moderator.press('Yes, post it again'))).toContain('On its way, once more.');
  expect(await moderator.use(again)).toMatchObject({ kind: 'show' });
  const rows = await moderator.deps.db.selectFrom('outbox').select('key').orderBy('key').execute();
  expect(rows.map(({ key }) => key)).toEqual(['night.m.p3', 'night.x.p3.1']);
});

test('while its post is held up a milestone can be moved and skipped, once it is there neither', async () => {
  const moderator = await aModerator();
  const { db } = moderator.deps;
  await moderator.slash('milestone announce', { milestone: 'p3' });
  await moderator.press('Yes, post it now');
  const changesWhile = async (state: OutboxState) => {
    await db.updateTable('outbox').set({ state }).execute();
    const card = await moderator.use('milestone:show:night:p3');
    return card.kind === 'show' ? labelsOf(card.view).filter((label) => /^(Move|Skip) it$/.test(label)) : [];
  };
  expect(await changesWhile('blocked')).toEqual(['Move it', 'Skip it']);
  expect(await changesWhile('sent')).toEqual([]);
});

test('a note can be added on the screen that asks', async () => {
  const moderator = await aModerator();
  await moderator.slash('milestone announce', { milestone: 'month 3' });
  const answer = await moderator.fill(await moderator.openForm('Add a note'), { note: 'See you\nthere' });
  expect(answer.kind === 'show' && textOf(answer.view)).toContain('> See you\n> there');
});

test('a day is typed as people write it, and the move can be taken back', async () => {
  const moderator = await aModerator();
  const moved = await moderator.slash('milestone move', { milestone: 'p3', to: '9.5.' });
  expect(textOf(moved)).toContain('**Month 3 of 8: A real REST API** moves from <t:1777737600:D>');
  expect(textOf(moved)).toContain('planned, on a day chosen by hand');
  expect(textOf(await moderator.press('Undo'))).toContain('Taken back. It is as it was before.');
  expect(textOf(await moderator.slash('milestone move', { milestone: 'p3', to: 'someday' }))).toContain(
    'I cannot tell which day “someday” is',
  );
  expect(textOf(await moderator.slash('milestone move', { milestone: 'p3', to: 'yesterday' }))).toContain(
    'The group’s hour of that day is over',
  );
});

test('the order is broken only when asked', async () => {
  const moderator = await aModerator();
  const asked = await moderator.slash('milestone move', { milestone: 'p3', to: '2026-06-20' });
  expect(textOf(asked)).toContain('it passes **Month 4 of 8: Who may do what, and does it work**');
  expect(textOf(await moderator.press('Move it all the same'))).toContain('moves from');
});

test('a break shows each date that moves before any does, and is planned once', async () => {
  const moderator = await aModerator();
  const asked = await moderator.slash('milestone break', { from: 'Apr 20', to: 'May 3' });
  expect(textOf(asked)).toMatchInlineSnapshot(`
    "A break of the group from **<t:1776679200:D>** to **<t:1777802400:D>**: 14 days.
    These dates move:
    - Month 3 of 8: A real REST API: <t:1777737600:D> → <t:1778947200:D>
    - Month 4 of 8: Who may do what, and does it work: <t:1780416000:D> → <t:1781625600:D>
    - Month 5 of 8: Faster, in the background, in containers: <t:1783008000:D> → <t:1784217600:D>
    - Month 6 of 8: Safe, and in the cloud: <t:1785686400:D> → <t:1786896000:D>
    - Month 7 of 8: Automatic, and documented: <t:1788364800:D> → <t:1789574400:D>
    - Month 8 of 8: Portfolio and interviews: <t:1790956800:D> → <t:1792166400:D>
    - The end of the trail: <t:1793638800:D> → <t:1794848400:D>
    What is posted already stays. One notice in <#study> tells the group. Its members’ own plans rest with it."
  `);
  const yes = controlsOf(asked).find(({ label }) => label === 'Yes, plan this break')?.id ?? '';
  expect(textOf(await moderator.press('Yes, plan this break'))).toContain('Noted: a break of the group from');
  await moderator.use(yes);
  expect(await moderator.deps.db.selectFrom('group_break').selectAll().execute()).toHaveLength(1);
  expect(textOf(await moderator.slash('milestone break', { from: '20.4.', to: '3.5.' }))).toContain(
    'was noted already',
  );
  expect(textOf(await moderator.slash('milestone break', { from: '2026-05-03', to: '2026-04-20' }))).toContain(
    'Nothing was changed',
  );
});

test('a pause is begun, resumed with a question, and taken back', async () => {
  const moderator = await aModerator();
  const { deps } = moderator;
  expect(textOf(await moderator.slash('milestone pause'))).toContain('The group rests from today.');
  const later = await aReader(deps, { ...grace, now: instant('2026-05-10T12:00Z') });
  expect(textOf(await later.slash('milestone list'))).toContain('waits for the end of the pause');
  for (const screen of ['setup check', 'setup show']) {
    const text = textOf(await later.slash(screen));
    expect(text).toContain('The group has rested since <t:1775815200:D>. Nothing is posted until you resume.');
    expect(text).not.toContain('Month 4 of 8');
  }
  expect(textOf(await later.slash('milestone resume'))).toMatchInlineSnapshot(`
    "The group has rested since <t:1775815200:D>: 30 days. What becomes of the dates?
    **Move everything**
    Everything to come moves by 30 days:
    - Month 3 of 8: A real REST API: <t:1777737600:D> → <t:1780329600:D>
    - Month 4 of 8: Who may do what, and does it work: <t:1780416000:D> → <t:1783008000:D>
    - Month 5 of 8: Faster, in the background, in containers: <t:1783008000:D> → <t:1785600000:D>
    - Month 6 of 8: Safe, and in the cloud: <t:1785686400:D> → <t:1788278400:D>
    - Month 7 of 8: Automatic, and documented: <t:1788364800:D> → <t:1790956800:D>
    - Month 8 of 8: Portfolio and interviews: <t:1790956800:D> → <t:1793552400:D>
    - The end of the trail: <t:1793638800:D> → <t:1796230800:D>
    **Keep the dates**
    Everything stays on its date.
    What fell into the pause is skipped: **Month 3 of 8: A real REST API**."
  `);
  expect(textOf(await later.press('Keep the dates'))).toContain(
    'What fell into the pause is skipped: **Month 3 of 8: A real REST API**',
  );
  expect(textOf(await later.press('Undo'))).toContain('The group has rested since');
  expect(textOf(await later.press('Resume'))).toContain('What becomes of the dates?');
  expect(textOf(await later.press('Move everything'))).toContain('Everything to come moved by 30 days.');
});

test('the log says who did what and when, also what was taken back', async () => {
  const moderator = await aModerator();
  await moderator.slash('milestone move', { milestone: 'p3', to: '9.5.' });
  await moderator.press('Undo');
  await moderator.slash('milestone skip', { milestone: 'p4' });
  await moderator.slash('milestone restore', { milestone: 'p4' });
  const lines = textOf(await moderator.slash('milestone log'))
    .split('\n')
    .filter((line) => line !== '')
    .sort();
  expect(lines).toMatchInlineSnapshot(`
    [
      "## What was changed in Night school",
      "<t:1775822400:f> · <@grace>",
      "<t:1775822400:f> · <@grace>",
      "<t:1775822400:f> · <@grace>",
      "<t:1775822400:f> · <@grace>",
      "moved **Month 3 of 8: A real REST API** from 2 May 2026 to 9 May 2026",
      "put **Month 4 of 8: Who may do what, and does it work** back after it was skipped",
      "skipped **Month 4 of 8: Who may do what, and does it work**",
      "took back: moved **Month 3 of 8: A real REST API** from 2 May 2026 to 9 May 2026",
    ]
  `);
});

test('of several groups the moderator chooses one, and what was typed is kept', async () => {
  const moderator = await aModerator();
  await insertPlannedGroup(
    moderator.deps.db,
    nightSchool({ id: 'early', name: 'Early birds', pingRoleId: '88' }),
    april,
  );
  expect(textOf(await moderator.slash('milestone skip', { milestone: 'p3' }))).toBe('Which group?');
  expect(textOf(await moderator.choose('Choose a group', 'Early birds'))).toContain('is skipped');
  const rows = await moderator.deps.db
    .selectFrom('milestone')
    .select('group_id')
    .where('fate', '=', 'skipped')
    .execute();
  expect(rows).toEqual([{ group_id: 'early' }]);
  expect(textOf(await moderator.slash('milestone list', { group: 'night school' }))).toContain(
    'Milestones of Night school',
  );
});

test('suggestions name groups, and milestones with date and state', async () => {
  const moderator = await aModerator();
  expect(await moderator.suggestions('milestone list', 'group', 'nigt')).toEqual([
    { name: 'Night school', value: 'night' },
  ]);
  const all = await moderator.suggestions('milestone move', 'milestone', '');
  expect(all).toHaveLength(16);
  expect(await moderator.suggestions('milestone move', 'milestone', 'rest api')).toContainEqual({
    name: 'Month 3 of 8: A real REST API · 2 May 2026 · planned',
    value: 'p3',
  });
});

test('words that name no milestone lead to the list of all', async () => {
  const moderator = await aModerator();
  expect(textOf(await moderator.slash('milestone skip', { milestone: 'zzzz' }))).toContain(
    'I know no milestone “zzzz”',
  );
});

test('where nobody has set up a group, it says who can', async () => {
  const deps = await freshDeps({ content: realContent() });
  const moderator = await aReader(deps, { ...grace, managesServer: true });
  expect(textOf(await moderator.slash('milestone list'))).toContain('/setup new');
  await insertStudyGroup(deps.db, nightSchool());
  expect(textOf(await moderator.slash('milestone list'))).toContain('Milestones of Night school');
});
