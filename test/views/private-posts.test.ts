import { expect, test } from 'vitest';
import type { NudgePost, ReminderPost } from '../../src/domain/post-reading.ts';
import { pairNoteView } from '../../src/views/partner-views.ts';
import { reminderOffer } from '../../src/views/reminder-offer.ts';
import { reminderPostView } from '../../src/views/reminder-post-view.ts';
import { closedChatView, remindersChangedView, snoozedView } from '../../src/views/reminder-views.ts';
import { helpCallView, helpWishView } from '../../src/views/stuck-post-views.ts';
import { instant } from '../support/builders.ts';
import { aStoredPeriod, aWeeklyGroup } from '../support/check-ins.ts';
import { buttonsOf, postProblems, wordsOf } from '../support/posts.ts';
import { realRoadmap } from '../support/real-content.ts';
import { problemsOf, textOf } from '../support/view-text.ts';

const group = aWeeklyGroup({ name: '**@everyone** <@&x>' });
const common = { language: 'en', marks: ['group-1.c.1.m.p'], group, period: aStoredPeriod() };

const aReminder = (overrides: Partial<ReminderPost> = {}): ReminderPost => ({
  kind: 'reminder',
  occasion: 'prompt',
  ...common,
  ...overrides,
});

/** The longest id of a group and of a member that there is, in its hundredth week. */
const longest = { id: `${'0'.repeat(36)}.c.1000`, marks: [`${'0'.repeat(36)}.c.1000.m.zhello`] };

test.each(['prompt', 'last-hours', 'grace', 'snoozed'] as const)(
  'a reminder (%s) shames nobody and fits',
  (occasion) => {
    for (const own of [group, undefined]) {
      const post = reminderPostView(aReminder({ occasion, group: own }));
      expect(postProblems(post)).toEqual([]);
      expect(wordsOf(post)).not.toMatch(/missed|forgot|still have not|lost|late|overdue/i);
      expect(post.pingRoleId ?? post.pingUserIds).toBeUndefined();
    }
  },
);

test('a reminder of a daily check-in speaks of no week', () => {
  const post = reminderPostView(aReminder({ period: { ...aStoredPeriod(), rhythm: 'daily' } }));
  expect(wordsOf(post)).toContain('“Nothing this time” is a fine answer');
});

test('a reminder says what it is about, until when, and how to end it', () => {
  const post = reminderPostView(aReminder({ group: aWeeklyGroup() }));
  expect(wordsOf(post)).toMatchInlineSnapshot(`
    "**Week of 5 January** with **Study hall**: how did it go? A few words are enough.

    Open until <t:1768345200:f> (<t:1768345200:R>). “Nothing this week” is a fine answer, and so is skipping it."
  `);
  expect(buttonsOf(post).map(({ custom_id: id }) => id)).toEqual([
    'checkin:period:group-1.c.1',
    'settings:snooze:group-1.c.1.m.p',
    'settings:no-reminders:group-1.c.1.m.p',
  ]);
});

test('the longest ids fit the buttons of a reminder and of a nudge', () => {
  const period = aStoredPeriod({ id: longest.id });
  expect(postProblems(reminderPostView(aReminder({ period, marks: longest.marks })))).toEqual([]);
  const nudge: NudgePost = { kind: 'nudge', ...common, period, marks: longest.marks, partnerUserId: '1' };
  expect(postProblems(reminderPostView(nudge))).toEqual([]);
});

test('what members typed breaks out of no private message and of no call for help', () => {
  const words = '# Look\n@everyone <@1> [here](http://example.com)\n```';
  const about = { requestId: '0123456789ab', askerId: '7', stepTitle: 'Git', words, group };
  const posts = [
    helpWishView({ kind: 'help-wish', language: 'en', ...about }),
    helpCallView({ kind: 'help-call', roadmap: realRoadmap(), marks: ['0123456789ab'], ...about }),
    pairNoteView({ kind: 'pair-note', language: 'en', marks: ['pair.q'], note: 'asked', partnerUserId: '7', group }),
    pairNoteView({ kind: 'pair-note', language: 'en', marks: ['pair.a'], note: 'accepted', partnerUserId: '7', group }),
  ];
  for (const post of posts) {
    expect(postProblems(post)).toEqual([]);
    expect(wordsOf(post)).not.toMatch(/(?<!\\)[<[](@&|@1|here)|^# /m);
  }
});

test('each of them is found again by what stands on one of its buttons', () => {
  const nudge: NudgePost = { kind: 'nudge', ...common, partnerUserId: '1' };
  for (const reading of [aReminder(), nudge]) {
    const ids = buttonsOf(reminderPostView(reading)).map(({ custom_id: id }) => id.split(':'));
    expect(ids.some((parts) => parts.includes(reading.marks[0] ?? ''))).toBe(true);
  }
});

test('the answers to them fit, and say what follows', () => {
  const until = instant('2026-01-12T17:00Z');
  const views = [
    snoozedView('en', { kind: 'snoozed', until }),
    ...(['over', 'kept', 'off', 'unknown'] as const).map((kind) => snoozedView('en', { kind })),
    remindersChangedView('en', 'off', 'active'),
    remindersChangedView('en', 'light'),
    closedChatView('en', 'resume-id', { kinds: ['reminder'], endsReminders: true, hidden: [] }),
    closedChatView('en', 'resume-id', { kinds: ['help-wish', 'pair-note'], endsReminders: false, hidden: [] }),
    closedChatView('en', 'resume-id', { kinds: [], endsReminders: false, hidden: [aStoredPeriod()] }),
  ];
  for (const view of views) expect(problemsOf(view)).toEqual([]);
  expect(views.map(textOf).join('\n')).toMatchInlineSnapshot(`
    "Fine, I come back <t:1768237200:R> (<t:1768237200:f>).
    There is no later moment left for this one. Never mind: the next one is a fresh start.
    You have checked in for this one already: I do not remind you of it again.
    Your reminders are off, so there is nothing to put off.
    This reminder is not yours, or its time has passed long ago.
    You get no more reminders. Check in whenever you like; nothing else changes.
    Your reminders: **Light: one nudge, when check-ins are asked for**. Nobody else sees them, and each has a button to end them.
    ## I could not write to you
    I wanted to write to you, but Discord says that you take no private messages from this server. It was to remind you of a check-in.
    So I have turned your reminders off; nothing else changes.
    If you want them back: allow direct messages in the privacy settings of this server, then choose a strength in **Settings**.
    ## I could not write to you
    I wanted to write to you, but Discord says that you take no private messages from this server. It was a question whether you can help somebody with a step. It was about learning with a partner: **/group partner** shows it.
    If you want such messages: allow direct messages in the privacy settings of this server.
    ## I could not write to you
    I wanted to write to you, but Discord says that you take no private messages from this server.
    Your check-in for **Week of 5 January** was hidden.
    A moderator took it out of the channel. Your words are kept and it counts as before; nobody rewrote anything. If you wonder why, ask your moderators.
    If you want such messages: allow direct messages in the privacy settings of this server."
  `);
  expect(reminderOffer('en').row.components).toHaveLength(3);
});
