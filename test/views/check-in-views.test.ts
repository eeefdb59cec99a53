import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CheckIn } from '../../src/domain/check-in.ts';
import type { CheckInFormReading } from '../../src/domain/check-in-reading.ts';
import { checkInCardView } from '../../src/views/check-in-card-view.ts';
import { checkInForm } from '../../src/views/check-in-form.ts';
import { checkInListView } from '../../src/views/check-in-list-view.ts';
import { ownCheckInView, readCheckInView } from '../../src/views/check-in-view.ts';
import { excerpt } from '../../src/views/check-in-words.ts';
import { hiddenNoteView } from '../../src/views/hide-views.ts';
import { periodName } from '../../src/views/period-words.ts';
import { aStep, instant } from '../support/builders.ts';
import { aCheckIn, aStoredPeriod, aWeeklyGroup } from '../support/check-ins.ts';
import { screenfuls } from '../support/every-screen.ts';
import { aPeriodSchedule, somePeriods } from '../support/periods.ts';
import { realRoadmap } from '../support/real-content.ts';
import { runs } from '../support/sample.ts';
import { controlsOf, problemsOf, textOf } from '../support/view-text.ts';

const roadmap = realRoadmap();
const period = aStoredPeriod();
const group = aWeeklyGroup();

const card = (checkIn: Partial<CheckIn> = {}) =>
  checkInCardView({ roadmap, authorId: '1001', period, checkIn: aCheckIn(checkIn), marks: ['group-1.c.1.k.x'] });
const cardText = (checkIn: Partial<CheckIn>) => card(checkIn).embed?.description ?? '';
const labels = (checkIn: Partial<CheckIn>) =>
  card(checkIn).rows.flatMap(({ components }) => components.map((one) => ('label' in one ? one.label : '')));

const reading = (overrides: Partial<CheckInFormReading> = {}): CheckInFormReading => ({
  period,
  group,
  channelId: 'study',
  channelName: 'study',
  mayBePublic: true,
  checkIn: undefined,
  step: roadmap.steps[0],
  pairId: 'pair-1',
  ...overrides,
});

/** What people send, on purpose or not. */
const hostile: readonly (readonly [name: string, text: string])[] = [
  ['headings, lists and quotes', '# Big\n- one\n+ two\n1. three\n> said\n-# small\n>>> all'],
  ['mentions', '@everyone @here <@1001> <@&7> <#5> </help:1> <id:guide>'],
  ['links', '[press me](https://evil.example) <https://evil.example> [[a](b)](c)'],
  ['fences and spoilers', '```js\nx\n```\n`y` ||z|| ~~s~~ **b** __u__ *i* _j_'],
  ['custom emoji and timestamps', '<:x:123> <a:y:123> <t:1:R>'],
  ['invisible characters', 'a\u200b\u2060\ufeffb\u061c'],
  ['right-to-left tricks', 'abc \u202etxt.exe\u2066 \u05d0\u05d1\u05d2 \u2069'],
  ['line separators', 'one\u2028# two\u2029# three\r\n# four'],
];

test.each(hostile)('%s stand on the card as text, each line in the quote', (_name, text) => {
  const said = cardText({ did: text, next: text, obstacle: text });
  for (const line of said.split(/\r\n|[\n\r\u2028\u2029]/))
    expect(line).toMatch(/^(> |\*\*(Did|Next|In the way)\*\*$)/);
  expect(said).not.toMatch(/[\u061c\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff]/);
  const quoted = said.replace(/^(> |\*\*(Did|Next|In the way)\*\*$)/gm, '');
  expect(quoted).not.toMatch(/(?<!\\)[*_~`|[\]<]/);
  expect(quoted).not.toMatch(/^(#|-|\+|>|\d+\.)/m);
});

test('a card says who checked in for what, in their words, and never their hours', () => {
  const view = card({
    did: 'Read about indexes.',
    next: 'Joins',
    hours: 3.5,
    finishedStepId: 'sql',
    asksForHelp: true,
  });
  expect(view.content).toBe('<@1001> has checked in for **Week of 5 January**.');
  expect(view.embed?.description).toMatchInlineSnapshot(`
    "**Did**
    > Read about indexes.
    **Next**
    > Joins
    Finished **SQL and databases**.
    Would be glad of help."
  `);
  expect(JSON.stringify(view)).not.toContain('3.5');
});

test('a card has small buttons; the whole text is offered where it was cut, help where it was asked for', () => {
  expect(labels({})).toEqual(['Correct', 'Take back', 'Hide']);
  expect(labels({ did: 'x'.repeat(600), asksForHelp: true })).toEqual([
    'Read all',
    'I can help',
    'Correct',
    'Take back',
    'Hide',
  ]);
  expect(labels({ did: 'a\n'.repeat(40) })).toContain('Read all');
});

test('a thousand characters of emoji are cut between them', () => {
  const family = '👩‍👩‍👧‍👦';
  const said = cardText({ did: family.repeat(90) });
  expect(said).toMatch(new RegExp(`^\\*\\*Did\\*\\*\\n> (${family})+…$`));
});

test('whatever is typed, a card and every page of it fit Discord, and nothing of it is lost', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 500 }).filter((words) => words.trim() !== '');
  const lines = fc.array(fc.constantFrom('*', '#', 'word', '👍🏽', '> ', '\u202e', '1.'), {
    minLength: 1,
    maxLength: 300,
  });
  fc.assert(
    fc.property(
      fc.oneof(
        text,
        lines.map((all) => all.join('\n')),
      ),
      (words) => {
        const said = { did: words.slice(0, 1000), next: words.slice(0, 500), obstacle: words.slice(0, 500) };
        const view = card(said);
        expect(view.content.length).toBeLessThanOrEqual(2000);
        expect(view.embed?.description?.length ?? 0).toBeLessThanOrEqual(4096);
        const placed = { checkIn: aCheckIn(said), period, group };
        const pages = screenfuls((page) => readCheckInView(roadmap, { ...placed, authorId: '1001' }, page));
        for (const page of [...pages, ownCheckInView(roadmap, placed, 0)]) expect(problemsOf(page)).toEqual([]);
      },
    ),
    { numRuns: runs(100) },
  );
});

test('a longer text is cut by characters or by lines, whichever comes first', () => {
  expect(excerpt('short', { characters: 10, lines: 2 })).toEqual({ text: 'short', isCut: false });
  expect(excerpt('a\nb\nc', { characters: 10, lines: 2 })).toEqual({ text: 'a\nb…', isCut: true });
  expect(excerpt('x'.repeat(11), { characters: 10, lines: 2 })).toEqual({ text: `${'x'.repeat(9)}…`, isCut: true });
});

test('periods are called by their days, within the title of a form', () => {
  const named = (rhythm: 'weekly' | 'twice-weekly' | 'two-weekly' | 'daily') =>
    somePeriods(2, aPeriodSchedule({ rhythm })).map((one) => periodName('en', one));
  expect(named('weekly')).toEqual(['Week of 5 January', 'Week of 12 January']);
  expect(named('twice-weekly')).toEqual(['5 January to 7 January', '8 January to 11 January']);
  expect(named('two-weekly')).toEqual(['5 January to 18 January', '19 January to 1 February']);
  expect(named('daily')).toEqual(['5 January', '6 January']);
  const longest = { rhythm: 'two-weekly', firstDay: period.firstDay.with({ month: 9, day: 14 }) } as const;
  const title = checkInForm(
    'en',
    reading({ period: { ...period, ...longest, lastDay: longest.firstDay.add({ days: 13 }) } }),
  ).title;
  expect(title).toBe('Check-in: 14 September to 27 September');
});

test.each([
  ['as it comes', reading()],
  [
    'alone',
    reading({ group: undefined, channelId: undefined, channelName: undefined, step: undefined, pairId: undefined }),
  ],
  ['in a channel with a long name', reading({ channelName: 'x'.repeat(100) })],
  ['where one may not write', reading({ channelName: 'x'.repeat(100), mayBePublic: false })],
  ['in a channel that the bot does not know', reading({ channelName: undefined })],
  ['in one where nobody may write', reading({ channelName: undefined, mayBePublic: false })],
  ['with a long step', reading({ step: aStep({ title: 'y'.repeat(200) }) })],
])('the form keeps to Discord’s limits %s', (_where, given) => {
  const form = checkInForm('en', given);
  expect(form.title.length).toBeLessThanOrEqual(45);
  expect(form.custom_id.length).toBeLessThanOrEqual(100);
  expect(form.components.length).toBeLessThanOrEqual(5);
  for (const part of form.components as {
    label: string;
    description?: string;
    component: { options?: { label: string; description?: string }[] };
  }[]) {
    expect(part.label.length).toBeLessThanOrEqual(45);
    expect(part.description?.length ?? 0).toBeLessThanOrEqual(100);
    for (const option of part.component.options ?? []) {
      expect(option.label.length).toBeLessThanOrEqual(100);
      expect(option.description?.length ?? 0).toBeLessThanOrEqual(100);
    }
  }
});

test('one’s own stands there with everything that only they see', () => {
  const checkIn = aCheckIn({
    hours: 3.5,
    asksForHelp: true,
    obstacle: 'Joins',
    changedAt: instant('2026-01-08T12:00Z'),
  });
  expect(textOf(ownCheckInView(roadmap, { checkIn, period, group }, 0))).toMatchInlineSnapshot(`
    "## Check-in: Week of 5 January
    -# Written <t:1767787200:f>, last changed <t:1767873600:f>
    **Did**
    > Read about indexes.
    **In the way**
    > Joins
    -# Hours: 3:30
    -# You asked the group for help.
    -# It counts."
  `);
});

test('the list says of each how it stands', () => {
  const states: Partial<CheckIn>[] = [
    {},
    { isPrivate: true },
    { hiddenAt: period.opensAt },
    { takenBackAt: period.opensAt },
  ];
  const entries = states.map((state, index) => ({ checkIn: aCheckIn({ id: `${index}`, ...state }), period, group }));
  const view = checkInListView(roadmap, { entries, page: 0, pages: 1 });
  expect(textOf(view)).toMatchInlineSnapshot(`
    "## My check-ins
    - **Week of 5 January**: Read about indexes.
    - **Week of 5 January**: Read about indexes. (only for me)
    - **Week of 5 January**: Read about indexes. (hidden by a moderator)
    - **Week of 5 January**: Read about indexes. (taken back)
    -# Newest first. Choose one to read it whole, correct it or take it back."
  `);
  expect(problemsOf(view)).toEqual([]);
});

test('what people typed stands in the list on one line, without what cannot be seen', () => {
  for (const [, text] of hostile) {
    const entries = [{ checkIn: aCheckIn({ did: text }), period, group }];
    const view = checkInListView(roadmap, { entries, page: 0, pages: 1 });
    expect(textOf(view).split('\n')).toHaveLength(3);
    expect(controlsOf(view)[0]?.options[0]?.description).not.toMatch(/[\n\u061c\u200b\u202a-\u202e\u2066-\u2069]/);
    expect(problemsOf(view)).toEqual([]);
  }
});

test('the note to an author names no moderator and blames nobody', () => {
  const view = hiddenNoteView({
    kind: 'hidden-note',
    language: 'en',
    marks: ['mark'],
    group,
    period,
    checkInId: 'check-in-1',
  });
  expect([view.content, view.embed?.description].join('\n')).toMatchInlineSnapshot(`
    "Your check-in for **Week of 5 January** in **Study hall** was hidden.
    A moderator took it out of the channel. Your words are kept and it counts as before; nobody rewrote anything. If you wonder why, ask your moderators."
  `);
});
