import { expect, test } from 'vitest';
import { addPause } from '../../src/actions/add-pause.ts';
import { askPartner } from '../../src/actions/ask-partner.ts';
import { changeCheckInSetting } from '../../src/actions/change-check-in-setting.ts';
import { changePace } from '../../src/actions/change-pace.ts';
import { changeReminders } from '../../src/actions/change-reminders.ts';
import { findNextReminderLook, listMembersToRemind, remindMembers } from '../../src/actions/remind-members.ts';
import { snoozeReminder } from '../../src/actions/snooze-reminder.ts';
import type { ReminderStrength } from '../../src/domain/member.ts';
import { Temporal } from '../../src/lib/temporal.ts';
import { savePrivateChat } from '../../src/store/check-in-setting-store.ts';
import { insertMembership } from '../../src/store/membership-store.ts';
import { setPromptState } from '../../src/store/period-state-store.ts';
import { instant } from '../support/builders.ts';
import { CheckInStory } from '../support/check-in-story.ts';
import { day } from '../support/plans.ts';
import { joined } from '../support/progress-builders.ts';

/** Lets time pass from one look to the next, as the job does, and says what was written down when. */
async function livesUntil(story: CheckInStory, end: string): Promise<string[]> {
  const { deps } = story;
  for (;;) {
    const due = await findNextReminderLook(deps);
    if (!due || Temporal.Instant.compare(due, instant(end)) > 0) break;
    if (Temporal.Instant.compare(due, story.now) > 0) story.now = due;
    await remindMembers(deps, await listMembersToRemind(deps, story.now, 10), story.now);
  }
  story.now = instant(end);
  return written(story);
}

async function written({ deps: { db } }: CheckInStory): Promise<string[]> {
  const rows = await db.selectFrom('outbox').select(['key', 'due_at']).orderBy('due_at').execute();
  return rows.map(({ key, due_at }) => `${due_at.slice(5, 16)} ${key.replaceAll('member-ada', 'ada')}`);
}

async function wanting(reminders: ReminderStrength, options: { readonly isAlone?: boolean } = {}) {
  const story = await CheckInStory.begin(options);
  await changeReminders(story.deps, { member: story.ada, reminders, now: story.now });
  return story;
}

test('whoever wants no reminders is never looked at', async () => {
  const story = await CheckInStory.begin();
  expect(await findNextReminderLook(story.deps)).toBeUndefined();
  expect(await livesUntil(story, '2026-02-01T12:00Z')).toEqual([]);
});

test.each([
  { strength: 'light', moments: ['01-11T17:00 group-1.c.1.m.ada.p'] },
  { strength: 'standard', moments: ['01-11T17:00 group-1.c.1.m.ada.p', '01-11T20:00 group-1.c.1.m.ada.l'] },
  {
    strength: 'active',
    moments: ['01-11T17:00 group-1.c.1.m.ada.p', '01-11T20:00 group-1.c.1.m.ada.l', '01-13T20:00 group-1.c.1.m.ada.g'],
  },
] as const)('$strength writes down each reminder at its moment, and once', async ({ strength, moments }) => {
  const story = await wanting(strength);
  expect(await livesUntil(story, '2026-01-14T12:00Z')).toEqual(moments);
  await remindMembers(story.deps, ['member-ada'], story.now);
  expect(await written(story)).toEqual(moments);
});

test('a member who learns alone is reminded of their own week', async () => {
  const story = await wanting('light', { isAlone: true });
  expect(await livesUntil(story, '2026-01-12T12:00Z')).toEqual(['01-11T17:00 ada.c.1.m.ada.p']);
});

test('whoever has checked in hears nothing, and hears again of the next week', async () => {
  const story = await wanting('active');
  await story.checkIn();
  expect(await livesUntil(story, '2026-01-18T17:00Z')).toEqual(['01-18T17:00 group-1.c.2.m.ada.p']);
});

test('what was taken back in time is asked for again', async () => {
  const story = await wanting('standard');
  await story.checkIn();
  await livesUntil(story, '2026-01-11T18:00Z');
  await story.takeBack();
  expect(await livesUntil(story, '2026-01-12T12:00Z')).toEqual(['01-11T20:00 group-1.c.1.m.ada.l']);
});

test.each(['break', 'pause'] as const)('in a %s nobody is reminded', async (kind) => {
  const story = await wanting('active');
  await story.rest(kind, 3, 1);
  expect(await livesUntil(story, '2026-01-18T12:00Z')).toEqual([]);
});

test('a pause that is taken back leaves the reminders that are still to come', async () => {
  const story = await wanting('standard');
  await story.rest('pause', 3, 1);
  await livesUntil(story, '2026-01-11T18:00Z');
  await story.unrest();
  expect(await livesUntil(story, '2026-01-12T12:00Z')).toEqual(['01-11T20:00 group-1.c.1.m.ada.l']);
});

test('while the prompts of a group rest its members are left alone', async () => {
  const story = await wanting('light');
  for (const sequence of [1, 2, 3]) {
    await livesUntil(story, `2026-01-${4 + 7 * sequence}T17:30Z`);
    await setPromptState(story.deps.db, `group-1.c.${sequence}`, 'posted', story.now);
  }
  // The third empty period ends its grace on the 27th.
  expect(await livesUntil(story, '2026-02-02T12:00Z')).toEqual([
    '01-11T17:00 group-1.c.1.m.ada.p',
    '01-18T17:00 group-1.c.2.m.ada.p',
    '01-25T17:00 group-1.c.3.m.ada.p',
  ]);
});

test('reminders that are turned on late bring nothing that is past', async () => {
  const story = await CheckInStory.begin();
  story.now = instant('2026-01-11T18:00Z');
  await changeReminders(story.deps, { member: story.ada, reminders: 'standard', now: story.now });
  expect(await livesUntil(story, '2026-01-12T12:00Z')).toEqual(['01-11T20:00 group-1.c.1.m.ada.l']);
});

test('after hours without the bot the last reminder alone comes late, and none whose time is over', async () => {
  const story = await wanting('active');
  story.now = instant('2026-01-11T20:30Z');
  expect(await livesUntil(story, '2026-01-11T20:45Z')).toEqual(['01-11T20:30 group-1.c.1.m.ada.l']);
  const other = await wanting('light');
  other.now = instant('2026-01-12T10:00Z');
  expect(await livesUntil(other, '2026-01-12T12:00Z')).toEqual([]);
});

test('quiet hours set in the meantime bring a reminder forward, and another zone moves them', async () => {
  const story = await wanting('light');
  await livesUntil(story, '2026-01-10T12:00Z');
  const quiet = { from: Temporal.PlainTime.from('17:00'), to: Temporal.PlainTime.from('00:00') };
  const { ada: member, deps } = story;
  await changeCheckInSetting(deps, { member, change: { quiet }, now: story.now });
  expect(await livesUntil(story, '2026-01-12T12:00Z')).toEqual(['01-11T15:59 group-1.c.1.m.ada.p']);
  await changePace(deps, { member, zone: 'Asia/Tokyo', now: story.now });
  await livesUntil(story, '2026-01-19T12:00Z');
  expect((await written(story)).at(-1)).toBe('01-18T17:00 group-1.c.2.m.ada.p');
});

test('a reminder that was put off comes a day later, also when it was pressed twice at once', async () => {
  const story = await wanting('standard');
  await livesUntil(story, '2026-01-11T17:10Z');
  const press = () => snoozeReminder(story.deps, { userId: 'ada', periodId: 'group-1.c.1', now: story.now });
  const tomorrow = { kind: 'snoozed', until: instant('2026-01-12T17:10Z') };
  expect(await Promise.all([press(), press()])).toEqual([tomorrow, tomorrow]);
  const [, snoozed, ...more] = await livesUntil(story, '2026-01-14T12:00Z');
  expect(snoozed).toMatch(/^01-12T17:10 group-1\.c\.1\.m\.ada\.z/);
  expect(more).toEqual([]);
});

test.each([
  { at: '2026-01-13T12:00Z', outcome: { kind: 'snoozed', until: instant('2026-01-13T15:00Z') } },
  { at: '2026-01-13T22:30Z', outcome: { kind: 'over' } },
  { at: '2026-01-15T12:00Z', outcome: { kind: 'over' } },
])('put off at $at it is $outcome.kind', async ({ at, outcome }) => {
  const story = await wanting('active');
  await livesUntil(story, at);
  expect(await snoozeReminder(story.deps, { userId: 'ada', periodId: 'group-1.c.1', now: story.now })).toEqual(outcome);
});

test('a forged period, somebody else’s, or one that is kept cannot be put off', async () => {
  const story = await wanting('light');
  await livesUntil(story, '2026-01-11T17:10Z');
  const press = (userId: string, periodId: string) => snoozeReminder(story.deps, { userId, periodId, now: story.now });
  expect(await press('eve', 'group-1.c.1')).toEqual({ kind: 'unknown' });
  expect(await press('ada', 'nonsense')).toEqual({ kind: 'unknown' });
  expect(await press('eve', 'member-ada.c.1')).toEqual({ kind: 'unknown' });
  expect(await press('ada', 'group-1.c.7')).toEqual({ kind: 'over' });
  await story.checkIn();
  expect(await press('ada', 'group-1.c.1')).toEqual({ kind: 'kept' });
  await changeReminders(story.deps, { member: story.ada, reminders: 'off', now: story.now });
  expect(await press('ada', 'group-1.c.1')).toEqual({ kind: 'off' });
});

test('a look that is due twice at once writes one reminder', async () => {
  const story = await wanting('light');
  story.now = instant('2026-01-11T17:00Z');
  await Promise.all(['a', 'b', 'c'].map(() => remindMembers(story.deps, ['member-ada'], story.now)));
  expect(await written(story)).toHaveLength(1);
});

test('in the week in which the clocks change the reminder comes at the hour that the wall shows', async () => {
  const story = await wanting('light');
  const all = await livesUntil(story, '2026-03-30T12:00Z');
  expect(all.slice(-2).map((line) => line.slice(0, 11))).toEqual(['03-22T17:00', '03-29T16:00']);
});

test('a pause of the member alone does not silence another', async () => {
  const story = await wanting('light');
  const span = { firstDay: day('2026-01-05'), lastDay: day('2026-01-11') };
  await addPause(story.deps, { member: { id: story.ada.id }, span, now: story.now });
  expect(await livesUntil(story, '2026-01-18T17:00Z')).toEqual(['01-18T17:00 group-1.c.2.m.ada.p']);
});

/** Ada and Grace, partners in group-1, neither of whom wants reminders. */
async function partners() {
  const story = await CheckInStory.begin();
  const { deps, now } = story;
  const grace = await joined(deps, { id: 'member-grace', userId: 'grace', joinedAt: now });
  await insertMembership(deps.db, {
    id: 'grace-in-1',
    memberId: grace.id,
    groupId: 'group-1',
    joinedAt: now,
    leftAt: undefined,
  });
  const there = { ...deps, discord: { ...deps.discord, findPresence: async () => 'there' as const } };
  await askPartner(there, { member: story.ada, userId: 'grace', now });
  await askPartner(there, { member: grace, userId: 'ada', now });
  await deps.db.deleteFrom('outbox').execute();
  return { story, grace };
}

test('where reminder and nudge fall together, one comes: the nudge, or the reminder once the partner has checked in', async () => {
  const { story, grace } = await partners();
  const { deps } = story;
  // In Tokyo both lie in the night and move to the minute before it.
  await changePace(deps, { member: grace, zone: 'Asia/Tokyo', now: story.now });
  await changeReminders(deps, { member: grace, reminders: 'light', now: story.now });
  expect(await livesUntil(story, '2026-01-11T18:00Z')).toEqual(['01-11T12:59 group-1.c.1.m.member-grace.w']);
  await deps.db.deleteFrom('outbox').execute();
  story.now = instant('2026-01-13T12:00Z');
  await story.checkIn();
  expect(await livesUntil(story, '2026-01-18T23:00Z')).toEqual(['01-18T12:59 group-1.c.2.m.member-grace.p']);
});

test('whoever put a reminder off is not nudged before then', async () => {
  const { story, grace } = await partners();
  await changeReminders(story.deps, { member: grace, reminders: 'light', now: story.now });
  story.now = instant('2026-01-11T17:00Z');
  await remindMembers(story.deps, ['member-grace'], story.now);
  await snoozeReminder(story.deps, { userId: 'grace', periodId: 'group-1.c.1', now: story.now });
  const later = await livesUntil(story, '2026-01-13T12:00Z');
  expect(later.filter((line) => line.includes('grace.w'))).toEqual([]);
  expect(later.filter((line) => line.includes('grace.z'))).toHaveLength(1);
});

test('two partners of whom neither has checked in get one nudge, each their own', async () => {
  const { story } = await partners();
  expect(await livesUntil(story, '2026-01-12T12:00Z')).toEqual([
    '01-11T19:00 group-1.c.1.m.ada.w',
    '01-11T19:00 group-1.c.1.m.member-grace.w',
  ]);
});

test('whoever takes no private messages is not nudged; their partner is', async () => {
  const { story } = await partners();
  const chat = { channelId: undefined, closedAt: story.now, toldAt: undefined, missed: [] };
  await savePrivateChat(story.deps.db, 'grace', chat);
  expect(await livesUntil(story, '2026-01-12T12:00Z')).toEqual(['01-11T19:00 group-1.c.1.m.ada.w']);
});

test('as soon as one of two partners has checked in neither is nudged', async () => {
  const { story } = await partners();
  await story.checkIn();
  expect(await livesUntil(story, '2026-01-12T12:00Z')).toEqual([]);
});

test('a partner who rests is not nudged, and nobody is because of them', async () => {
  const { story, grace } = await partners();
  const span = { firstDay: day('2026-01-08'), lastDay: day('2026-01-09') };
  await addPause(story.deps, { member: grace, span, now: story.now });
  expect(await livesUntil(story, '2026-01-12T12:00Z')).toEqual([]);
});
