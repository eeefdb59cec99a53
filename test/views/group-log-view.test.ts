import { expect, test } from 'vitest';
import type { ChangeOfGroup } from '../../src/domain/group-change.ts';
import { groupLogView } from '../../src/views/group-log-view.ts';
import { instant } from '../support/builders.ts';
import { nightSchool } from '../support/groups.ts';
import { realRoadmap } from '../support/real-content.ts';
import { labelsOf, problemsOf, textOf } from '../support/view-text.ts';

const moved = {
  kind: 'moved',
  code: 'p3',
  from: '2026-05-02',
  to: '2026-05-09',
  before: undefined,
  fate: 'planned',
} as const;
const everyChange: readonly ChangeOfGroup[] = [
  { kind: 'set-up' },
  { kind: 'edited', fields: ['startDay', 'pingRoleId'] },
  { kind: 'edited', fields: ['forumTagId'] },
  { kind: 'edited', fields: ['name'], before: { name: 'Day school' }, after: { name: 'Night school' } },
  { kind: 'archived' },
  { kind: 'revived' },
  { kind: 'member-removed' },
  { kind: 'announced', code: 'p3', isExtra: false },
  { kind: 'announced', code: 'h', isExtra: true },
  moved,
  { kind: 'skipped', code: 'e2', fate: 'planned' },
  { kind: 'restored', code: 'g' },
  { kind: 'paused', breakId: 'rest' },
  { kind: 'resumed', breakId: 'rest', since: '2026-04-10T12:00:00Z', shifts: true, days: 1, skipped: [] },
  { kind: 'resumed', breakId: 'rest', since: '2026-04-10T12:00:00Z', shifts: false, days: 3, skipped: ['p3'] },
  { kind: 'break-planned', breakId: 'rest', firstDay: '2026-12-24', lastDay: '2027-01-06' },
  { kind: 'undone', undone: moved },
  { kind: 'woken' },
  { kind: 'decided-uncertain', key: 'night.m.p3', isThere: true },
  { kind: 'decided-uncertain', key: 'night.m.p3', isThere: false },
];

function aLog(changes: readonly ChangeOfGroup[], page = 0, actorId: string | undefined = '42') {
  const at = instant('2026-04-10T12:00Z');
  const entries = changes.map((change, index) => ({ id: String(index), groupId: 'night', actorId, at, change }));
  return groupLogView({ group: nightSchool(), roadmap: realRoadmap(), entries, page });
}

test('each change is told in words', () => {
  const told = textOf(aLog(everyChange))
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('<t:'));
  expect(told).toMatchInlineSnapshot(`
    [
      "## What was changed in Night school",
      "set the group up",
      "changed the settings: Start, Role to ping",
      "changed the settings: Tag in the forum",
      "changed the settings: Name",
      "archived the group",
      "brought the group back",
      "removed a member from the group",
      "announced **Month 3 of 8: A real REST API**",
      "announced **Half-way** once more",
      "moved **Month 3 of 8: A real REST API** from 2 May 2026 to 9 May 2026",
      "skipped **Core Skills lies behind the group**",
      "put **The end of the trail** back after it was skipped",
      "paused the group",
      "resumed the group and moved everything by 1 day",
      "resumed the group and kept the dates",
      "planned a break from 24 Dec 2026 to 6 Jan 2027",
      "took back: moved **Month 3 of 8: A real REST API** from 2 May 2026 to 9 May 2026",
      "had me ask for check-ins again",
      "said that an uncertain post is there",
      "had an uncertain post sent again",
    ]
  `);
});

test('an entry says when and who; whoever had their data deleted has no name', () => {
  expect(textOf(aLog([{ kind: 'set-up' }]))).toContain('<t:1775822400:f> · <@42>\nset the group up');
  const nameless = { id: '1', groupId: 'night', actorId: undefined, at: instant('2026-04-10T12:00Z') };
  const entries = [{ ...nameless, change: { kind: 'set-up' } as const }];
  const view = groupLogView({ group: nightSchool(), roadmap: realRoadmap(), entries, page: 0 });
  expect(textOf(view)).toContain('somebody who had their data deleted');
});

test('a long log is read page by page, an empty one says so', () => {
  const long = Array.from({ length: 60 }, () => moved);
  expect(textOf(aLog(long))).toContain('-# Page 1 of');
  expect(labelsOf(aLog(long, 1))).toEqual([
    'Page back',
    'Read on',
    'All milestones',
    'Undo: moved Month 3 of 8: A real REST API from 2 May 2026 to 9 May 2026',
  ]);
  expect(problemsOf(aLog(long, 99))).toEqual([]);
  expect(textOf(aLog([]))).toContain('Nothing was changed yet.');
});
