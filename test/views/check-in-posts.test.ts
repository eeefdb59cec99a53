import { expect, test } from 'vitest';
import type { HelpPost, PromptPost, RecapPost, StarterPost } from '../../src/domain/period-reading.ts';
import type { Blocker, Recap } from '../../src/domain/recap.ts';
import { blockersView } from '../../src/views/blockers-view.ts';
import { postView } from '../../src/views/post-view.ts';
import { aStoredPeriod, aWeeklyGroup } from '../support/check-ins.ts';
import { buttonsOf, postProblems, wordsOf } from '../support/posts.ts';
import { realRoadmap } from '../support/real-content.ts';
import { problemsOf, textOf } from '../support/view-text.ts';

const group = aWeeklyGroup({ name: 'Early *birds*', serverId: '100000000000000001' });
const period = aStoredPeriod({ sequence: 480 });
const parts = { group, roadmap: realRoadmap(), marks: ['0123456789ab.c.480.r'], period };
const thread = { channelId: '11', starterMessageId: '12', threadId: '12' };
const card = { channelId: '100000000000000012', messageId: '100000000000000013' };

function aBlocker(index: number, overrides: Partial<Blocker> = {}): Blocker {
  return { checkInId: `check-in-${index}`, memberId: 'ada', words: `Stuck ${index}`, card, ...overrides };
}

function aRecap(recap: Partial<Recap>, overrides: Partial<RecapPost> = {}): RecapPost {
  const empty = { checkIns: 7, hours: undefined, steps: [], blockers: [] };
  return { kind: 'recap', ...parts, recap: { ...empty, ...recap }, thread, ...overrides };
}

const prompt: StarterPost = { kind: 'starter', ...parts, isPrompt: true };

test('the prompt asks in one line, and everything else stands below', () => {
  expect(wordsOf(postView(prompt))).toMatchInlineSnapshot(`
    "**Early \\*birds\\***: how did it go? It is time to check in for **Week of 5 January**.

    One line is enough, and “Nothing this week” is a fine answer. You can write until <t:1768345200:f>. Everything that is said about it stands below."
  `);
  expect(buttonsOf(postView(prompt)).map(({ label, custom_id }) => [label, custom_id])).toEqual([
    ['Check in', `checkin:period:${period.id}:${parts.marks[0]}`],
  ]);
});

test('where somebody was quicker, the starter asks nobody and the prompt leads to them', () => {
  expect(wordsOf(postView({ ...prompt, isPrompt: false }))).toMatchInlineSnapshot(`
    "**Early \\*birds\\*** has begun to check in for **Week of 5 January**.

    You can write already, until <t:1768345200:f>. Everything that is said about it stands below."
  `);
  const later: PromptPost = { kind: 'prompt', ...parts, thread };
  expect(wordsOf(postView(later))).toMatchInlineSnapshot(`
    "**Early \\*birds\\***: how did it go? It is time to check in for **Week of 5 January**.

    One line is enough, and “Nothing this week” is a fine answer. You can write until <t:1768345200:f>.

    Check-ins have begun: [the thread](https://discord.com/channels/100000000000000001/12)"
  `);
  expect(wordsOf(postView({ ...later, thread: undefined }))).toContain('just above');
});

test.each(['daily', 'twice-weekly', 'two-weekly'] as const)(
  'a prompt for a %s check-in speaks of no week',
  (rhythm) => {
    const other = { ...period, rhythm };
    for (const post of [
      { ...prompt, period: other },
      { kind: 'prompt' as const, ...parts, period: other, thread },
    ]) {
      expect(wordsOf(postView(post))).toContain('“Nothing this time” is a fine answer');
    }
  },
);

test('a prompt pings the role of the group’s posts, and only that', () => {
  const pinging = { ...group, pingRoleId: '42' };
  for (const post of [
    postView({ ...prompt, group: pinging }),
    postView({ kind: 'prompt', ...parts, thread, group: pinging }),
  ]) {
    expect(post.pingRoleId).toBe('42');
    expect(postProblems(post)).toEqual([]);
  }
});

test('a recap says how much was done, and never of how many', () => {
  const steps = [
    { stepId: 'sql', count: 2 },
    { stepId: 'http', count: 1 },
    { stepId: 'gone', count: 1 },
  ];
  const view = postView(
    aRecap({ hours: 31.5, steps, blockers: [aBlocker(1), aBlocker(2, { words: undefined, card: undefined })] }),
  );
  expect(wordsOf(view)).toMatchInlineSnapshot(`
    "**Early \\*birds\\***, Week of 5 January: 7 check-ins, 31.5 hours, and 3 steps finished.
    Recap: Week of 5 January
    **Finished**
    - **SQL and databases**, 2 times
    - **HTTP basics**

    **Who can help?**
    **(1)** “Stuck 1” [Read it](https://discord.com/channels/100000000000000001/100000000000000012/100000000000000013)
    **(2)** Somebody would be glad of help, and says the rest in the thread.

    All of it, in everybody’s own words: [the thread](https://discord.com/channels/100000000000000001/12)

    The next stretch has begun. Thank you for walking together."
  `);
  expect(buttonsOf(view).map(({ label }) => label)).toEqual(['I can help (1)', 'I can help (2)', 'Check in']);
  expect(wordsOf(postView(aRecap({ checkIns: 1, hours: 0 }))).split('\n')[0]).toBe(
    '**Early \\*birds\\***, Week of 5 January: 1 check-in.',
  );
});

test('a recap of which nobody may read anything just now says that, and neither who nor why', () => {
  const post = postView({ ...aRecap({}), recap: undefined });
  expect(wordsOf(post)).toMatchInlineSnapshot(`
    "**Early \\*birds\\***, Week of 5 January: no check-in is shown here at the moment.
    Recap: Week of 5 January
    The next stretch has begun. Thank you for walking together."
  `);
  expect(buttonsOf(post).map(({ label }) => label)).toEqual(['Check in']);
  expect(postProblems(post)).toEqual([]);
});

test('of many blockers a recap shows eight, and the rest stands behind More', () => {
  const words = `${'x*'.repeat(200)} @everyone [link](http://x)`;
  const blockers = Array.from({ length: 21 }, (_, index) => aBlocker(index + 1, { words }));
  const steps = realRoadmap().steps.map(({ id }) => ({ stepId: id, count: 5000 }));
  const view = postView(aRecap({ checkIns: 5000, hours: 60_000, steps, blockers }));
  expect(postProblems(view)).toEqual([]);
  expect(view.rows.length).toBeLessThanOrEqual(5);
  expect(
    buttonsOf(view)
      .map(({ label }) => label)
      .slice(-2),
  ).toEqual(['Check in', 'More (13)']);

  const screen = (page: number) => blockersView({ roadmap: parts.roadmap, serverId: '1', period, blockers, page });
  expect([0, 1, 2, 99].flatMap((page) => problemsOf(screen(page)))).toEqual([]);
  expect(textOf(screen(1))).toContain('**(9)**');
  expect(textOf(screen(99))).toContain('**(21)**');
  expect(textOf(blockersView({ roadmap: parts.roadmap, serverId: '1', period, blockers: [], page: 0 }))).toContain(
    'Nobody',
  );
});

test('whoever is brought together is pinged, and nothing that was typed is', () => {
  const help: HelpPost = { kind: 'help', ...parts, askerId: '1', helperId: '2', about: '<@3> @everyone **joins**' };
  const view = postView(help);
  expect(view.pingUserIds).toEqual(['1', '2']);
  expect(wordsOf(view)).toContain('It is about: \\<@3> @everyone \\*\\*joins\\*\\*');
  expect(postProblems(view)).toEqual([]);
});
