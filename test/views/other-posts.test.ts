import { expect, test } from 'vitest';
import { Temporal } from '../../src/lib/temporal.ts';
import { breakPostView } from '../../src/views/break-post-view.ts';
import { groupTrail } from '../../src/views/group-trail.ts';
import { welcomePostView } from '../../src/views/welcome-post-view.ts';
import { instant } from '../support/builders.ts';
import { nightSchool } from '../support/groups.ts';
import { buttonsOf, postProblems, wordsOf } from '../support/posts.ts';
import { realRoadmap } from '../support/real-content.ts';

const roadmap = realRoadmap();
const day = (text: string) => Temporal.PlainDate.from(text);
const aRest = (firstDay: string, lastDay: string, recordedAt: string) => ({
  id: 'rest',
  groupId: 'night',
  kind: 'break' as const,
  firstDay: day(firstDay),
  lastDay: day(lastDay),
  shifts: true,
  recordedAt: instant(recordedAt),
});
const next = { kind: 'part' as const, part: 3, dueAt: instant('2026-05-16T16:00Z') };

test('a break is told with its days, what it moves, and a button for one’s own plan', () => {
  const rest = aRest('2026-04-20', '2026-05-03', '2026-04-01T12:00Z');
  const view = breakPostView({
    kind: 'break-notice',
    group: nightSchool(),
    roadmap,
    marks: ['night.b.rest'],
    rest,
    isTakenBack: false,
    next,
  });
  expect(wordsOf(view)).toMatchInlineSnapshot(`
    "**Night school** rests from Monday 20 April to Sunday 3 May.
    The group rests
    14 days with nothing to do. Nothing is asked of anybody, and these days count against nobody.

    Everything after it comes 14 days later.

    Your own plan rests on these days, too, and its dates move with them. If you rest longer, press **I rest longer**.

    Next: **Month 3 of 8: A real REST API**, on <t:1778925600:D>."
  `);
  expect(buttonsOf(view).map(({ custom_id: id, label }) => [label, id])).toMatchInlineSnapshot(`
    [
      [
        "I rest longer",
        "plan:away:2026-04-20:2026-05-03",
      ],
      [
        "Join / My next step",
        "group:next:night.b.rest",
      ],
      [
        "Check in",
        "checkin:open",
      ],
      [
        "My progress",
        "progress:open",
      ],
    ]
  `);
  expect(postProblems(view)).toEqual([]);
});

test.each([
  { rest: aRest('2026-04-20', '2026-04-20', '2026-04-01T12:00Z'), line: 'rests on Monday 20 April.' },
  {
    rest: aRest('2026-04-20', '2026-04-21', '2026-04-22T12:00Z'),
    line: 'rested from Monday 20 April to Tuesday 21 April.',
  },
  { rest: aRest('2026-04-20', '2026-04-20', '2026-04-22T12:00Z'), line: 'rested on Monday 20 April.' },
  // It is still the 21st in Berlin.
  {
    rest: aRest('2026-04-20', '2026-04-21', '2026-04-21T21:59Z'),
    line: 'rests from Monday 20 April to Tuesday 21 April.',
  },
])('a break is told in its time: $line', ({ rest, line }) => {
  const view = breakPostView({
    kind: 'break-notice',
    group: nightSchool(),
    roadmap,
    marks: ['a'],
    rest,
    isTakenBack: false,
    next: undefined,
  });
  expect(view.content).toBe(`**Night school** ${line}`);
});

test('a break that is told in hindsight is told as one that is over', () => {
  const rest = aRest('2026-04-20', '2026-04-21', '2026-04-22T12:00Z');
  const group = nightSchool();
  const view = breakPostView({ kind: 'break-notice', group, roadmap, marks: ['a'], rest, isTakenBack: false, next });
  expect(wordsOf(view)).toMatchInlineSnapshot(`
    "**Night school** rested from Monday 20 April to Tuesday 21 April.
    The group rested
    2 days of rest, which count against nobody.

    Everything after it comes 2 days later.

    Your own plan rested on these days, too, and its dates move with them. If your rest is longer, press **I rest longer**.

    Next: **Month 3 of 8: A real REST API**, on <t:1778925600:D>."
  `);
});

test.each([
  ['2026-05-03', '**Night school**: the break from Monday 20 April to Sunday 3 May was taken back.'],
  ['2026-04-20', '**Night school**: the break on Monday 20 April was taken back.'],
])('a break until %s that was taken back says so, pings nobody, and is found by the same mark', (lastDay, line) => {
  const rest = aRest('2026-04-20', lastDay, '2026-04-01T12:00Z');
  const group = nightSchool({ pingRoleId: '77' });
  const view = breakPostView({ kind: 'break-notice', group, roadmap, marks: ['a'], rest, isTakenBack: true, next });
  expect(wordsOf(view).split('\n')).toEqual([
    line,
    'The break was taken back',
    'Every date is where it would be without it.',
    '',
    'Your own plan goes by that, too. A pause of your own stays as it is until you change it: `/plan`.',
    '',
    'Next: **Month 3 of 8: A real REST API**, on <t:1778925600:D>.',
  ]);
  expect(postProblems(view)).toEqual([]);
  expect(buttonsOf(view).map(({ custom_id: id }) => id)).toEqual(['group:next:a', 'checkin:open', 'progress:open']);
});

test('the welcome card pings nobody and lets people join', () => {
  const group = nightSchool({ pingRoleId: '77', name: 'Night *school*' });
  const view = welcomePostView({ kind: 'welcome', group, roadmap, marks: ['night.w.1'] });
  expect(wordsOf(view)).toMatchInlineSnapshot(`
    "**Night \\*school\\*** learns backend development together. Everybody is welcome to join in.
    Welcome to Night \\*school\\*
    From zero to junior backend developer: 15 steps in 8 months, one small topic an evening. No experience is needed.

    Press **Join**: one card, one press, and only you see it. From then on I tell you what comes next and keep track of what you have done.

    Your group sees which steps you have done, and your check-ins stand in this channel. Hours, notes and plan are yours alone."
  `);
  expect(view.title).toBe('Welcome to Night *school*');
  expect(buttonsOf(view).map(({ custom_id: id }) => id)).toEqual(['group:join:night', 'group:next:night.w.1']);
  expect(postProblems(view)).toEqual([]);
});

test('the picture shows where the group is: the same for every group of that length', () => {
  expect(groupTrail(roadmap, 8, 3)).toEqual(groupTrail(roadmap, 8, 3));
  const different = new Set([0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((part) => groupTrail(roadmap, 8, part).svg));
  expect(different.size).toBe(10);
  expect(groupTrail(roadmap, 16, 3).svg).toContain('Part 3 of 8');
});

test('whoever cannot see the picture is told the same', () => {
  expect(groupTrail(roadmap, 8, 6).alt).toMatchInlineSnapshot(
    `"The trail of the group, one stone for each step. Month 6 of 8. Steps passed: Language basics, HTTP basics, Git and the terminal, SQL and databases, REST APIs, Authentication and roles, Testing, Caching with Redis, Background jobs and queues, Docker and Compose. Steps now: Security with the OWASP Top 10, Cloud deployment. Steps ahead: CI/CD, API documentation, Portfolio and interviews."`,
  );
});
