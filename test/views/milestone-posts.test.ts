import { describe, expect, test } from 'vitest';
import { parseMilestoneCode } from '../../src/domain/milestone.ts';
import type { Roadmap } from '../../src/domain/roadmap.ts';
import { groupMonths } from '../../src/domain/study-group.ts';
import { parseCustomId } from '../../src/lib/custom-id.ts';
import { Temporal } from '../../src/lib/temporal.ts';
import { NOTE_LENGTH } from '../../src/views/milestone-forms.ts';
import { milestonePostView } from '../../src/views/milestone-post-view.ts';
import { POST_TEXT_LENGTH } from '../../src/views/post-parts.ts';
import { accented, padded, unbroken, withTexts } from '../support/changed-texts.ts';
import { nightSchool } from '../support/groups.ts';
import { aPost, buttonsOf, everyPost, postProblems, wordsOf } from '../support/posts.ts';
import { realRoadmap } from '../support/real-content.ts';

const quick = nightSchool({ pingRoleId: '77' });
const slow = nightSchool({ pingRoleId: '77', schedule: { months: 16 } });
const at = (code: string, day: string) => {
  const id = parseMilestoneCode(code);
  if (!id) throw new Error(`No milestone has the code ${code}`);
  return { ...id, day: Temporal.PlainDate.from(day) };
};

test('one line says it all, whatever comes together on a day', () => {
  expect(everyPost(quick).map((post) => milestonePostView(post).content)).toMatchInlineSnapshot(`
    [
      "**Night school** sets out on Monday 2 March. <@&77>",
      "**Night school** sets out and begins month 1 of 8: A language, the web and Git. <@&77>",
      "**Night school** leaves Foundation behind and moves on to month 2 of 8: Databases, and nothing else. <@&77>",
      "**Night school** moves on to month 3 of 8: A real REST API. <@&77>",
      "**Night school** moves on to month 4 of 8: Who may do what, and does it work. <@&77>",
      "**Night school** leaves Core Skills behind, is half-way, and moves on to month 5 of 8: Faster, in the background, in containers. <@&77>",
      "**Night school** moves on to month 6 of 8: Safe, and in the cloud. <@&77>",
      "**Night school** leaves Advanced behind and moves on to month 7 of 8: Automatic, and documented. <@&77>",
      "**Night school** moves on to month 8 of 8: Portfolio and interviews. <@&77>",
      "**Night school** leaves Professional behind and arrives at the end of the trail. <@&77>",
    ]
  `);
});

test('in a slower group a part is no month, in no post and in no picture', () => {
  const posts = everyPost(slow).map(milestonePostView);
  expect(posts).toHaveLength(10);
  for (const post of posts) {
    expect(`${wordsOf(post)} ${post.title} ${post.picture?.svg} ${post.picture?.alt}`).not.toMatch(/month/i);
  }
  expect(posts[3]?.content).toContain('moves on to part 3 of 8: A real REST API');
});

test('the post of a part has its steps, what “done” looks like, the traps, and what comes next', () => {
  const post = everyPost(quick)[3];
  expect(post && wordsOf(milestonePostView(post))).toMatchInlineSnapshot(`
    "**Night school** moves on to month 3 of 8: A real REST API. <@&77>
    Month 3 of 8: A real REST API
    **The steps now**
    - REST APIs

    **What “done” looks like**
    - Every endpoint of Shelf answers wrong input with a clear error, and none answers with a stack trace (the list of functions that the program was in).
    - Every list has a largest page size.
    - You can run a saved collection or script that tries all endpoints.
    - Shelf has answered at least once at an address that a friend could open.

    **Pitfalls on this stretch**
    **Frameworks too early**, **Tutorial hell**, and **Security comes later**. What they look like, and the way through: /pitfall

    Still at an earlier step, or further on? That is fine. The group moves on and nothing is taken from you: your next step is always the one where you are.

    Next: **Month 4 of 8: Who may do what, and does it work**, on <t:1780394400:D>."
  `);
});

test('the end of a phase, half-way and a new part read as one text', () => {
  const post = everyPost(quick)[5];
  expect(post && wordsOf(milestonePostView(post))).toMatchInlineSnapshot(`
    "**Night school** leaves Core Skills behind, is half-way, and moves on to month 5 of 8: Faster, in the background, in containers. <@&77>
    Half-way · Month 5 of 8: Faster, in the background, in containers
    The group leaves **Core Skills** behind. Ahead lies **Advanced**. From "it works" to ready for a job. Fast answers, slow work in the background, the same start anywhere, and safe code.

    The group stands in the middle of the trail. A good evening to look back: open **My progress** and compare it with your first week.

    **The steps now**
    - Caching with Redis
    - Background jobs and queues
    - Docker and Compose

    **What “done” looks like**
    - You can show with numbers what the cache gains, and say when it is emptied.
    - A job that fails is tried again, and running it twice sends only one mail.
    - After too many wrong logins, the API answers \`429 Too Many Requests\`.
    - A fresh copy of the repository starts with one command, and the data is still there after a restart.

    **Pitfalls on this stretch**
    **Tutorial hell**, **Weak SQL**, and **It only runs on my laptop**. What they look like, and the way through: /pitfall

    Still at an earlier step, or further on? That is fine. The group moves on and nothing is taken from you: your next step is always the one where you are.

    Next: **Month 6 of 8: Safe, and in the cloud**, on <t:1785664800:D>."
  `);
});

test('the post of a week before promises no start when that is not what comes next', () => {
  const [post] = everyPost(quick);
  if (!post) throw new Error('There is no post.');
  const words = wordsOf(milestonePostView({ ...post, next: undefined }));
  expect(words).toContain('**Night school** welcomes new members.');
  expect(words).not.toMatch(/sets out/);
});

test('a week before the start, the kick-off and the end have words of their own', () => {
  const [first, second] = everyPost(quick);
  const last = everyPost(quick).at(-1);
  const texts = [first, second, last].map((post) => post && milestonePostView(post).embed?.description?.split('\n\n'));
  expect([texts[0], texts[1]?.slice(0, 1), texts[2]]).toMatchInlineSnapshot(`
    [
      [
        "The group sets out on <t:1772449200:D>. There is nothing to prepare, and nothing to know yet.",
        "If you like, join already: one card, one press. You choose a programming language and your hours there, and can change both later.",
      ],
      [
        "From here on the group walks the trail: 15 steps in 4 phases, one small topic an evening. Joining later is fine, too; everybody starts at the first step.",
      ],
      [
        "The group has come to the end of the trail, and you walk yours at your own pace: your steps and your plan stay as they are, for as long as you like.",
        "What can you do by now? Eight checks tell you, and how to show it to others: /readiness",
      ],
    ]
  `);
});

test('what was missed comes as one digest, with the date of each, and ends with where the group is now', () => {
  const missed = [at('k', '2026-03-02'), at('p1', '2026-03-02'), at('e1', '2026-03-06'), at('p2', '2026-03-06')];
  const view = milestonePostView(aPost(quick, missed, { isLate: true }));
  expect(view.content).toMatchInlineSnapshot(
    `"Sorry, these come late and all in one (they were due from Monday 2 March to Friday 6 March): **Night school** sets out, leaves Foundation behind, and moves on to month 2 of 8: Databases, and nothing else. <@&77>"`,
  );
  expect(view.embed?.description?.split('\n\n').slice(0, 2)).toMatchInlineSnapshot(`
    [
      "Some announcements did not get through at the time. Here they are in one; the dates ahead stay as they are.",
      "- <t:1772449200:D>: The group sets out
    - <t:1772449200:D>: Month 1 of 8: A language, the web and Git
    - <t:1772794800:D>: Foundation lies behind the group
    - <t:1772794800:D>: Month 2 of 8: Databases, and nothing else",
    ]
  `);
  expect(view.title).toBe('The group sets out · Month 2 of 8: Databases, and nothing else');
  expect(view.embed?.description?.match(/The steps now/g)).toHaveLength(1);
});

test('what comes late says for which date', () => {
  const view = milestonePostView(aPost(quick, [at('p3', '2026-05-02')], { isLate: true }));
  expect(view.content).toContain('Sorry, this comes late (it was due on Saturday 2 May):');
});

test('a note stands as a quote, and none of it works: no Markdown, no mention, no way out of the quote', () => {
  const note = 'Bring **snacks** @everyone\n# Big <@&99>\n> [here](https://example.com)';
  const view = milestonePostView(aPost(quick, [at('p3', '2026-05-02')], { note }));
  expect(view.embed?.description?.split('\n\n')[0]).toMatchInlineSnapshot(`
    "**From the moderators**
    > Bring \\*\\*snacks\\*\\* @everyone
    > \\# Big \\<@&99>
    > \\> \\[here\\](https://example.com)"
  `);
  expect(view.content).not.toContain('@everyone');
  expect(postProblems(view)).toEqual([]);
});

test('what is posted again says so', () => {
  expect(milestonePostView(aPost(quick, [at('h', '2026-07-02')], { isExtra: true })).content).toBe(
    'Once more: **Night school** is half-way. <@&77>',
  );
});

test('without a role nobody is pinged, and a name that looks like a ping is none', () => {
  const post = aPost(nightSchool({ name: '<@&55> @here' }), [at('k', '2026-03-02')]);
  const view = milestonePostView(post);
  expect(view.pingRoleId).toBeUndefined();
  expect(view.content).not.toMatch(/(?<!\\)<@&/);
});

test('each post carries its marks in its first button, and answers its presser', () => {
  for (const post of everyPost(nightSchool({ id: 'abcdefabcdef' }))) {
    const [join, checkIn, progress] = buttonsOf(milestonePostView(post));
    expect(parseCustomId(join?.custom_id ?? '')).toEqual({ command: 'group', control: 'next', args: post.marks });
    expect(checkIn?.custom_id).toBe('checkin:open');
    expect(progress?.custom_id).toBe('progress:open');
  }
});

test('of more marks than fit a custom id the key is kept', () => {
  const marks = Array.from({ length: 16 }, (_, index) => `abcdefabcdef.m.p${index}`);
  const [join] = buttonsOf(milestonePostView(aPost(quick, [at('p1', '2026-03-02')], { marks })));
  expect(parseCustomId(join?.custom_id ?? '')?.args.slice(0, 2)).toEqual(marks.slice(0, 2));
});

test('nobody is told that everybody has finished, and nobody is shamed', () => {
  for (const post of [...everyPost(quick), ...everyPost(slow)]) {
    expect(wordsOf(milestonePostView(post))).not.toMatch(
      /everybody has|you all|finished by|behind schedule|should have/i,
    );
  }
});

const languages: readonly { readonly name: string; readonly roadmap: Roadmap }[] = [
  { name: 'the English that we ship', roadmap: realRoadmap() },
  { name: 'a language 40 % longer', roadmap: withTexts(realRoadmap(), padded) },
  {
    name: 'a language without spaces, 40 % longer',
    roadmap: withTexts(realRoadmap(), (text) => unbroken(padded(text))),
  },
  { name: 'a language of combining marks', roadmap: withTexts(realRoadmap(), accented) },
];

describe.each(languages)('in $name', ({ roadmap }) => {
  test.each(groupMonths)(
    'Discord accepts every post of a group of %i months, with the longest note and name',
    (months) => {
      const group = nightSchool({
        id: 'abcdefabcdef',
        name: '*'.repeat(100),
        pingRoleId: '1'.repeat(20),
        schedule: { months },
      });
      const notes = [undefined, '*'.repeat(NOTE_LENGTH), '>\n'.repeat(NOTE_LENGTH / 2)];
      const posts = everyPost(group, roadmap).flatMap((post) =>
        notes.flatMap((note) => [false, true].map((isLate) => ({ ...post, note, isLate }))),
      );
      for (const post of posts) {
        const view = milestonePostView(post);
        expect(postProblems(view)).toEqual([]);
        expect(view.embed?.description?.length).toBeLessThan(POST_TEXT_LENGTH); // Nothing is cut off.
      }
    },
  );
});
