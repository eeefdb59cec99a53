import { expect, test } from 'vitest';
import { channelRights } from '../../src/domain/discord-port.ts';
import { type GroupProblem, isNeeded } from '../../src/domain/group-problems.ts';
import { type GroupSettings, settingsOf } from '../../src/domain/group-settings.ts';
import type { MilestoneId } from '../../src/domain/milestone.ts';
import type { OutboxRecord, OutboxState } from '../../src/domain/outbox.ts';
import type { Month } from '../../src/domain/roadmap.ts';
import { setupFields, typedFields } from '../../src/domain/setup-card.ts';
import { Temporal } from '../../src/lib/temporal.ts';
import { groupCheckView } from '../../src/views/group-check-view.ts';
import { groupMembersView } from '../../src/views/group-members-view.ts';
import { sameChannelView } from '../../src/views/set-up-view.ts';
import { setupCardView } from '../../src/views/setup-card-view.ts';
import { type ChosenField, setupChoiceView } from '../../src/views/setup-choice-view.ts';
import { setupForm } from '../../src/views/setup-forms.ts';
import { setupReviewView } from '../../src/views/setup-review-view.ts';
import { instant } from '../support/builders.ts';
import { aChannel, eightMonths, nightSchool } from '../support/groups.ts';
import { blocksOf, labelsOf, problemsOf, textOf } from '../support/view-text.ts';

const now = instant('2026-03-02T12:00Z');
const draftId = '01234567-89ab-cdef-0123-456789abcdef';
const snowflake = (end: number) => `12345678901234567${String(end).padStart(2, '0')}`;
const wild = '*_`|~<@1>[x](y)'.repeat(4).slice(0, 50);
const roadmap = {
  ...eightMonths(),
  months: eightMonths().months.map(
    (month): Month => ({ ...month, title: 'A title as long as titles get'.padEnd(60, '!') }),
  ),
};

/** Everything is used, and everything has the longest name or id that it can have. */
const longest: GroupSettings = {
  ...settingsOf(nightSchool()),
  name: wild,
  channelId: snowflake(1),
  channelKind: 'forum',
  forumTagId: snowflake(2),
  moderatorRoleId: snowflake(3),
  memberRoleId: snowflake(4),
  pingRoleId: snowflake(5),
  noticeChannelId: snowflake(6),
  showsEvents: true,
  zone: 'America/Argentina/ComodRivadavia',
};
const everyProblem: readonly GroupProblem[] = [
  { kind: 'missing-rights', rights: channelRights.slice(0, 4), isNeeded: true },
  { kind: 'tag-wanted' },
  { kind: 'missing-rights', rights: channelRights.slice(2), isNeeded: false },
  { kind: 'role-gone', role: 'moderators' },
  { kind: 'cannot-give', roleId: snowflake(4) },
  { kind: 'powerful-role', roleId: snowflake(4) },
  { kind: 'cannot-ping', roleId: snowflake(5) },
  { kind: 'no-notices', channelId: snowflake(6) },
  { kind: 'no-reader' },
  { kind: 'no-events' },
];
const neighbours = Array.from({ length: 30 }, (_, index) => nightSchool({ id: `group-${index}`, name: wild }));
const everyMilestone: readonly MilestoneId[] = [
  { kind: 'week-before', part: 0 },
  { kind: 'kick-off', part: 0 },
  ...Array.from({ length: 8 }, (_, index) => ({ kind: 'part', part: index + 1 }) as const),
  ...Array.from({ length: 4 }, (_, index) => ({ kind: 'phase-end', part: index + 1 }) as const),
  { kind: 'half-way', part: 0 },
  { kind: 'graduation', part: 0 },
];

function aRecord(key: string, state: OutboxState): OutboxRecord {
  return {
    key: `0123456789ab.m.${key}`,
    marks: [],
    order: { kind: 'milestones', codes: ['e1', 'h', key] },
    serverId: 'study-hall',
    groupId: 'night',
    memberId: undefined,
    userId: undefined,
    dueAt: now,
    notAfter: undefined,
    state,
    problem: 'closed-private-chat',
    attempts: 1,
    firstAttemptAt: now,
    nextAttemptAt: now,
    attemptedIn: [],
    decisions: 0,
    channelId: snowflake(7),
    messageId: snowflake(8),
    createdAt: now,
    settledAt: now,
  };
}

test('the fullest card, with everything in the way and thirty groups beside it, fits what Discord accepts', () => {
  const parts = { language: 'en', draftId, settings: longest, tagName: wild, now, problems: everyProblem, neighbours };
  for (const group of [undefined, nightSchool({ name: wild })]) {
    const view = setupCardView({ ...parts, group, isChanged: true, hasTags: true, note: 'Done.' });
    expect(problemsOf(view)).toEqual([]);
    expect(textOf(view)).not.toContain('](y)[x]');
  }
  expect(problemsOf(sameChannelView('en', draftId, snowflake(1), neighbours))).toEqual([]);
});

test('a card offers to check again in place of setting up, as long as no post could arrive', () => {
  const parts = {
    language: 'en',
    draftId,
    settings: longest,
    tagName: undefined,
    now,
    neighbours: [],
    isChanged: false,
  };
  const labels = (problems: readonly GroupProblem[]) =>
    labelsOf(setupCardView({ ...parts, problems, group: undefined, hasTags: false })).slice(-3);
  expect(everyProblem.some(isNeeded)).toBe(true);
  expect(labels(everyProblem).slice(-2)).toEqual(['Check again', 'No, it is another time']);
  expect(labels([{ kind: 'no-events' }])).toEqual(['Set up', 'No, it is another time', 'Check again']);
  const heading = (problems: readonly GroupProblem[]) =>
    /\*\*(.*)\*\*\n-/.exec(textOf(setupCardView({ ...parts, problems, group: undefined, hasTags: false })))?.[1];
  expect(heading(everyProblem)).toBe('Before it works');
  expect(heading([{ kind: 'no-events' }])).toBe('It works, but have a look');
});

test.each(setupFields.filter((field): field is ChosenField => !typedFields.some((typed) => typed === field)))(
  'the small screen for %s fits what Discord accepts and leads back',
  (field) => {
    const tags = Array.from({ length: 20 }, (_, index) => ({ id: snowflake(index), name: 'x'.repeat(20) }));
    const channel = aChannel({ kind: 'forum', tags });
    const view = setupChoiceView({ language: 'en', draftId, field, settings: longest, channel, note: 'Not that one.' });
    expect(problemsOf(view)).toEqual([]);
    expect(labelsOf(view)).toContain('Back to the card');
  },
);

test.each(['moderators', 'members', 'ping', 'channel', 'notices'] as const)(
  'the private chat has no list for %s: the screen says where there is one',
  (field) => {
    const parts = { language: 'en', draftId, field, settings: longest, channel: undefined };
    const here = labelsOf(setupChoiceView({ ...parts, isPrivateChat: true }));
    expect(here).not.toContain('Choose');
    expect(labelsOf(setupChoiceView(parts))).toEqual(['Choose', ...here]);
    expect(textOf(setupChoiceView({ ...parts, isPrivateChat: true }))).toContain('/setup edit');
  },
);

test.each(typedFields)('the form for %s has a title and a label that Discord accepts', (field) => {
  const { title, custom_id, components } = setupForm('en', draftId, field, 'x');
  expect(title.length).toBeLessThanOrEqual(45);
  expect(custom_id.length).toBeLessThanOrEqual(100);
  expect(components).toHaveLength(1);
});

test('the longest review, of every setting and every date, fits one screen', () => {
  const moved = everyMilestone.map((id) => ({ ...id, from: now, to: now.add({ hours: 24 }), isDropped: true }));
  const fields = Object.keys(longest) as (keyof GroupSettings)[];
  const before = { ...longest, startDay: Temporal.PlainDate.from('2026-01-01') };
  const view = setupReviewView({ roadmap, draftId, before, after: longest, fields, tags: [], moved });
  expect(problemsOf(view)).toEqual([]);
  expect(blocksOf(view)).toHaveLength(4);
});

test('a review of the tag alone names both, and one of the kind of the channel alone names the channel', () => {
  const tags = [{ id: 'news', name: 'News' }];
  const [before, tagged] = [
    { ...longest, forumTagId: undefined },
    { ...longest, forumTagId: 'news' },
  ];
  const shown = (fields: readonly (keyof GroupSettings)[]) =>
    blocksOf(setupReviewView({ roadmap, draftId, before, after: tagged, fields, tags, moved: [] }))[1];
  expect(shown(['forumTagId'])).toBe('- Tag in the forum: none → News');
  expect(shown(['channelKind'])).toContain('- Channel: <#');
  expect(shown(['channelId', 'forumTagId'])).not.toContain('Tag');
});

test('the check of a group in which everything went wrong fits one screen', () => {
  const states: readonly OutboxState[] = ['uncertain', 'uncertain', 'uncertain', 'blocked', 'failed', 'missed'];
  const troubles = [...states, ...states].map((state, index) => aRecord(`p${(index % 8) + 1}x${index}`, state));
  const group = nightSchool({ name: wild, channelId: longest.channelId });
  const parts = {
    roadmap,
    group,
    problems: everyProblem,
    last: aRecord('p1', 'sent'),
    next: [],
    missed: [],
    pause: undefined,
  };
  const view = groupCheckView({ ...parts, troubles, isResting: true, note: 'I try again now.' });
  expect(problemsOf(view)).toEqual([]);
  expect(textOf(view)).toContain('6 more are not listed');
});

test('the last page of many members fits one screen and leads only back', () => {
  const members = Array.from({ length: 31 }, (_, index) => ({ userId: snowflake(index), joinedAt: now }));
  const view = groupMembersView({ language: 'en', group: nightSchool({ name: wild }), members, page: 99 });
  expect(problemsOf(view)).toEqual([]);
  expect(textOf(view)).toContain('Page 3 of 3');
  expect(labelsOf(view)).toEqual(['Take somebody out of the group', 'Page back', 'Back to the group']);
});
