import { expect, test } from 'vitest';
import { defaultCheckInSetting } from '../../src/domain/check-in-setting.ts';
import type { PersonalSummary } from '../../src/domain/personal-data.ts';
import type { PublicMessage } from '../../src/domain/public-message.ts';
import { english } from '../../src/language/en/english.ts';
import { askDeleteView, deletedView, storedView } from '../../src/views/settings-data-view.ts';
import { exportView } from '../../src/views/settings-export-view.ts';
import { leftView, type SettingsReading, settingsView } from '../../src/views/settings-view.ts';
import { instant } from '../support/builders.ts';
import { aGroup } from '../support/groups.ts';
import { aMember } from '../support/progress-builders.ts';
import { labelsOf, problemsOf, textOf } from '../support/view-text.ts';

const alone = { own: undefined, others: 0 };
const settings = (overrides: Partial<SettingsReading>, note?: string) =>
  settingsView(
    { language: 'en', member: aMember(), group: alone, checkIns: defaultCheckInSetting, ...overrides },
    note,
  );

const retention = { memberMonths: 24, serverDays: 90, backups: 7 };
const names: Readonly<Record<string, string>> = { '1': 'Study hall', '2': 'Library' };

const parts = (summary: Partial<PersonalSummary> = {}) => ({
  language: 'en',
  retention,
  serverName: (id: string) => names[id],
  summary: {
    scope: { userId: 'ada' },
    serverIds: ['1'],
    tables: [
      { name: 'member', count: 1 },
      { name: 'public_message', count: 2 },
    ],
    ...summary,
  },
});

const shared = (count: number): PublicMessage[] =>
  Array.from({ length: count }, (_, index) => ({
    messageId: `10000000000000${1000 + index}`,
    channelId: '123456789012345678',
    serverId: '223456789012345678',
    userId: '323456789012345678',
    sharedAt: instant('2026-03-02T12:00Z'),
  }));

test('settings stand there in words, and the selects hold what stands', () => {
  const view = settings({ member: aMember({ progressVisibility: 'server', reminders: 'active' }) });
  expect(textOf(view)).toBe(`## Settings
**Language**
I answer you in the language of your Discord, as far as I speak it.
**Study group**
You learn alone: there is no study group here yet.
**Who sees which steps you have done**
**Everybody in this server**. Your hours, readiness, evidence, notes, plan and pauses are for you alone, whatever you choose here.
**Reminders**
**Active: and once more afterwards, while it still counts**. They come to you privately, never in a channel, and never once you have checked in.
Quiet from 22:00 to 08:00 (Europe/Berlin): what would come then comes before or after, or not at all.
**Streak**
Shown to you alone, on your progress and after a check-in.
**Helping others**
Nobody is sent to you for help. You can still offer it wherever you like.`);
  const chosen = JSON.stringify(view).match(/"value":"[a-z-]+","default":true/g);
  expect(chosen).toEqual(['discord', 'server', 'active'].map((value) => `"value":"${value}","default":true`));
});

test('whoever wants neither quiet hours nor to be left alone by those who are stuck reads so', () => {
  const text = textOf(settings({ checkIns: { ...defaultCheckInSetting, quiet: undefined, helpsOthers: true } }));
  expect(text).toContain('No quiet hours: they may come at any time.');
  expect(text).toContain('You are willing to help');
});

test.each([
  { who: 'in a group, the only one', setting: { own: aGroup(), others: 0 }, labels: ['Leave the group…'] },
  {
    who: 'in one of several',
    setting: { own: aGroup(), others: 2 },
    labels: ['Change the group…', 'Leave the group…'],
  },
  { who: 'in none of several', setting: { own: undefined, others: 2 }, labels: ['Join a study group…'] },
  { who: 'where there is none', setting: alone, labels: [] },
])('whoever is $who finds what they can do about it', ({ setting, labels }) => {
  const view = settings({ group: setting });
  expect(problemsOf(view)).toEqual([]);
  expect(labelsOf(view).filter((label) => /group…$/.test(label))).toEqual(labels);
  expect(textOf(view).includes('You learn with **Early birds**, in <#study>.')).toBe(setting.own !== undefined);
});

test('what is stored is told in words and numbers, with both spans and the backups', () => {
  expect(textOf(storedView(parts()))).toBe(`## What is stored about you
In Study hall:
- **1** × membership: when you joined and were last here, your track, and these settings
- **2** × screen that you shared in a channel
I delete you by myself when you have not used me for 24 months, and everything that I kept for a server 90 days after it removed me.
-# Whoever hosts me keeps backups: the newest 7 of each kind. What you delete is gone here at once, and from the backups when newer ones take their place.`);
});

test('whoever has data in several servers can look at one alone, also where the bot is no more', () => {
  const all = storedView(parts({ serverIds: ['1', '2', '3'] }));
  expect(textOf(all)).toContain('In Study hall, Library, server 3:');
  expect(labelsOf(all)).toEqual(
    expect.arrayContaining(['everything, in all servers', 'Study hall', 'Library', 'server 3']),
  );
  expect(textOf(storedView(parts({ scope: { userId: 'ada', serverId: '2' } })))).toContain(
    'In Library, and nowhere else:',
  );
  expect(labelsOf(storedView(parts()))).not.toContain('everything, in all servers');
});

test('deleting asks first and says exactly what goes', () => {
  const view = askDeleteView(parts());
  expect(textOf(view)).toContain('It cannot be undone');
  expect(textOf(view)).toContain('- **2** × screen that you shared in a channel');
  expect(textOf(view)).toContain('The 2 screens that you shared are removed from their channels.');
  expect(labelsOf(view)).toEqual(['Keep everything', 'Export first', 'Delete for good']);
  const empty = askDeleteView(parts({ tables: [], serverIds: [] }));
  expect(textOf(empty)).toContain('Nothing is stored about you.');
  expect(labelsOf(empty)).not.toContain('Delete for good');
});

test('every shared screen that still stands is named: a few on the screen, many in a file', () => {
  const deleted = (count: number) =>
    deletedView('en', { kind: 'deleted', summary: parts().summary, unreachable: shared(count), keptRoles: [] });
  expect(textOf(deleted(0))).toBe(
    '## It is deleted.\nAll 3 entries about you are gone.\nYou are welcome back any time.',
  );
  expect(textOf(deleted(2))).toContain(
    'https://discord.com/channels/223456789012345678/123456789012345678/100000000000001001',
  );
  expect(deleted(10).files).toBeUndefined();
  expect(deleted(200).files?.[0]?.data.split('\n')).toHaveLength(200);
  for (const count of [0, 1, 10, 11, 200]) expect(problemsOf(deleted(count))).toEqual([]);
});

test('what somebody did as a moderator stays without their name, and is not counted as gone', () => {
  const tables = [
    { name: 'member', count: 1 },
    { name: 'group_change', count: 4, isKept: true },
  ];
  const kept = '4 entries of what you did as a moderator stay with their groups, and no longer name you.';
  const asked = textOf(askDeleteView(parts({ tables })));
  expect(asked).toContain(kept);
  expect(asked).not.toContain('change that you made');
  const outcome = { kind: 'deleted', summary: parts({ tables }).summary, unreachable: [] } as const;
  expect(textOf(deletedView('en', { ...outcome, keptRoles: [] }))).toContain(
    `The one entry about you is gone.\n${kept}`,
  );
  const role = { serverId: '1', userId: 'ada', roleId: '42', isSettled: true };
  expect(textOf(deletedView('en', { ...outcome, keptRoles: [role] }))).toContain('You still hold <@&42>');
});

test('a table without words of its own is told by its name', () => {
  expect(textOf(storedView(parts({ tables: [{ name: 'bookmark', count: 3 }] })))).toContain(
    '- **3** × entry in “bookmark”',
  );
});

test('what belongs to no server is told without naming one', () => {
  const draft = parts({ serverIds: [], tables: [{ name: 'draft', count: 1 }] });
  for (const view of [storedView(draft), askDeleteView(draft)]) expect(problemsOf(view)).toEqual([]);
});

test('every screen is within Discord’s limits, also with data everywhere', () => {
  const tables = [...Object.keys(english.settings.tables), ...Array.from({ length: 15 }, (_, n) => `later_${n}`)];
  const serverIds = Array.from({ length: 60 }, (_, index) => `10000000000000000${index}`);
  const full = parts({ serverIds, tables: tables.map((name) => ({ name, count: 123_456 })) });
  const views = [
    settings({}, 'Saved.'),
    leftView('en', 'left'),
    leftView('en', 'no-member'),
    storedView(full),
    askDeleteView(full),
    deletedView('en', { kind: 'nothing-stored' }),
    exportView('en', [{ name: 'member', rows: [{ id: 'x' }] }], instant('2026-03-02T12:00Z')),
  ];
  for (const view of views) expect(problemsOf(view)).toEqual([]);
});
