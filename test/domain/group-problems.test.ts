import { expect, test } from 'vitest';
import { findGroupProblems, isNeeded } from '../../src/domain/group-problems.ts';
import { type GroupSettings, settingsOf } from '../../src/domain/group-settings.ts';
import { aChannel, aDiscord, aRole, type DiscordFacts, nightSchool } from '../support/groups.ts';

const forum = aChannel({ kind: 'forum', demandsTag: true, tags: [{ id: 'news', name: 'News' }] });
const roles = [
  aRole(),
  aRole({ id: 'moderators' }),
  aRole({ id: 'quiet', isMentionable: false }),
  aRole({ id: 'above', isGivable: false }),
  aRole({ id: 'admins', isGivable: false, isPowerful: true }),
];
const problemsOf = (settings: Partial<GroupSettings>, facts: DiscordFacts = {}) =>
  findGroupProblems(aDiscord({ roles, ...facts }), 'study-hall', { ...settingsOf(nightSchool()), ...settings });

test('nothing is in the way of a group that uses everything and may do everything', () => {
  const all = { memberRoleId: 'learners', pingRoleId: 'learners', noticeChannelId: 'study', showsEvents: true };
  expect(problemsOf(all)).toEqual([]);
  expect(problemsOf({ channelKind: 'forum', forumTagId: 'news' }, { channels: [forum] })).toEqual([]);
});

test.each<{ name: string; settings?: Partial<GroupSettings>; facts?: DiscordFacts; finds: object; stops: boolean }>([
  { name: 'a channel that is gone', settings: { channelId: 'x' }, finds: { kind: 'no-channel' }, stops: true },
  {
    name: 'a channel of another kind',
    facts: { channels: [aChannel({ kind: undefined })] },
    finds: { kind: 'no-channel' },
    stops: true,
  },
  {
    name: 'a right without which no post arrives',
    facts: { channels: [aChannel({ missing: ['send'] })] },
    finds: { kind: 'missing-rights', rights: ['send'], isNeeded: true },
    stops: true,
  },
  {
    name: 'a right that is only useful',
    facts: { channels: [aChannel({ missing: ['create-threads', 'read-history'] })] },
    finds: { kind: 'missing-rights', rights: ['create-threads', 'read-history'], isNeeded: false },
    stops: false,
  },
  {
    name: 'a forum without its tag',
    settings: { forumTagId: 'gone' },
    facts: { channels: [forum] },
    finds: { kind: 'tag-wanted' },
    stops: true,
  },
  {
    name: 'a role that nobody may mention',
    settings: { pingRoleId: 'quiet' },
    finds: { kind: 'cannot-ping', roleId: 'quiet' },
    stops: false,
  },
  {
    name: 'a role above the bot’s',
    settings: { memberRoleId: 'above' },
    finds: { kind: 'cannot-give', roleId: 'above' },
    stops: false,
  },
  {
    name: 'a role with power over others',
    settings: { memberRoleId: 'admins' },
    finds: { kind: 'powerful-role', roleId: 'admins' },
    stops: false,
  },
  {
    name: 'a moderators’ role that was deleted',
    settings: { moderatorRoleId: 'gone' },
    finds: { kind: 'role-gone', role: 'moderators' },
    stops: false,
  },
  {
    name: 'a channel for notices that cannot be written to',
    settings: { noticeChannelId: 'closed' },
    facts: { channels: [aChannel(), aChannel({ id: 'closed', missing: ['send'] })] },
    finds: { kind: 'no-notices', channelId: 'closed' },
    stops: false,
  },
  ...(['embed-links', 'attach-files'] as const).map((right) => ({
    name: `a channel for notices without ${right}`,
    settings: { noticeChannelId: 'plain' },
    facts: { channels: [aChannel(), aChannel({ id: 'plain', missing: [right] })] },
    finds: { kind: 'no-notices', channelId: 'plain' },
    stops: false,
  })),
  {
    name: 'a channel for notices that is gone',
    settings: { noticeChannelId: 'gone' },
    finds: { kind: 'no-notices', channelId: 'gone' },
    stops: false,
  },
  {
    name: 'a channel for notices that has become a forum',
    settings: { noticeChannelId: 'forum' },
    facts: { channels: [aChannel(), aChannel({ id: 'forum', kind: 'forum' })] },
    finds: { kind: 'no-notices', channelId: 'forum' },
    stops: false,
  },
  {
    name: 'events that may not be created',
    settings: { showsEvents: true },
    facts: { mayCreateEvents: false },
    finds: { kind: 'no-events' },
    stops: false,
  },
])('$name is found, and it is known whether it stops posts', ({ settings = {}, facts, finds, stops }) => {
  const problems = problemsOf(settings, facts);
  expect(problems).toEqual([finds]);
  expect(problems.some(isNeeded)).toBe(stops);
});

test('a role that nobody may mention is pinged where the bot may mention all', () => {
  expect(problemsOf({ pingRoleId: 'quiet' }, { channels: [aChannel({ mayMentionAll: true })] })).toEqual([]);
});
