import { expect, test } from 'vitest';
import type { SearchResult } from '../../src/domain/guide-search.ts';
import type { Frame } from '../../src/views/frame.ts';
import { guideView, searchResultView } from '../../src/views/guide-view.ts';
import { commandListView, helpView } from '../../src/views/help-view.ts';
import type { MessageView } from '../../src/views/message.ts';
import { questionView, topicView } from '../../src/views/step-part-views.ts';
import { stepView } from '../../src/views/step-view.ts';
import { unknownPageView } from '../../src/views/unknown-page-view.ts';
import { aBuildTask, aPitfall, aReadinessCheck, aRoadmap, aSelfCheck, aStep, aTopic } from '../support/builders.ts';
import { controlsOf, textOf } from '../support/view-text.ts';

const roadmap = aRoadmap({
  steps: [
    aStep({ id: 'git', title: 'Git and the terminal' }),
    aStep({
      id: 'sql',
      title: 'SQL and databases',
      phaseId: 'core',
      month: 2,
      why: 'Nearly every backend keeps its data in tables. It builds on [[step/git]].',
      outcomes: ['You can ask for rows.', 'You can join two tables.'],
      topics: [
        aTopic({ id: 'select', title: 'Asking for rows', hours: 1 }),
        aTopic({
          id: 'joins',
          title: 'Joins',
          hours: 3,
          understand: 'A join puts rows side by side.',
          tonight: 'Join **two** tables.',
        }),
      ],
      build: aBuildTask({ hours: 6 }),
      questions: [
        aSelfCheck({
          ask: 'What is a key?',
          answer: 'It names one row.',
          matters: 'Without it, you change the wrong one.',
        }),
        aSelfCheck({ id: 'index', ask: 'What is an index?' }),
      ],
    }),
  ],
  pitfalls: [aPitfall({ id: 'weak-sql', title: 'Weak SQL', stepIds: ['sql'] })],
  readinessChecks: [aReadinessCheck({ id: 'schema', title: 'Design a schema', stepIds: ['sql'] })],
});
const frame: Frame = { roadmap, audience: { kind: 'reader', canShare: true } };
const sql = roadmap.steps[1] as (typeof roadmap.steps)[number];
const joins = sql.topics[1] as (typeof sql.topics)[number];

/** What a person sees: the text, then each control on a line of its own, with what can be chosen behind it. */
function screen(view: MessageView): string {
  const controls = controlsOf(view).map(({ label, disabled, options }) =>
    [
      disabled ? `(${label})` : `[${label}]`,
      ...options.map((option) => [option.label, option.description].filter(Boolean).join(' – ')),
    ].join('\n  '),
  );
  return [textOf(view), '', ...controls].join('\n');
}

test('the home screen', () => {
  expect(screen(helpView(roadmap, true))).toMatchInlineSnapshot(`
    "## Cairn, your study coach
    I walk with you from zero to junior backend developer: 2 steps in 2 phases, about 16 hours in all. No experience is needed.
    Read one step, do its small tasks in the evening, build its piece of the project, then go on to the next.
    Join, and I keep track of what you have done and tell you what comes next.
    -# Only you see my answers, unless you share one in the channel.

    [Join]
    [Read the first step]
    [See the roadmap]
    [All commands]"
  `);
});

test('all commands', () => {
  expect(screen(commandListView('en'))).toMatchInlineSnapshot(`
    "## All commands
    **/help**
    Home: what I can do for you, and where to go next
    **/roadmap**
    The whole way from zero to junior backend developer
    **/step**
    One step: why, topics to tick off, build task, questions
    **/pitfall**
    The six pitfalls on the way: what they look like and how to get through
    **/readiness**
    Eight things a junior can do: test yourself, and rate how well you can
    **/guide**
    Everything else there is to read, and a search through all of it
    **/join**
    Join Cairn here: one card, one press
    **/done**
    Mark a step as done
    **/checkin**
    Check in: what you did, what is next, what is in the way
    **/progress**
    How far you are, as a picture and in words
    **/plan**
    Where you stand against your own pace, and ways back
    **/group**
    Your study group: where it is, what comes next, and your own place on the trail
    **/setup**
    For moderators: set a study group up, change it, and look after it
    **/settings**
    Language, privacy, reminders, and everything stored about you
    **/milestone**
    For moderators: the dates of a study group, and what is posted when
    -# You never need to remember one: every screen has buttons to the next.

    [Home]"
  `);
});

test('the overview of a step', () => {
  expect(screen(stepView(frame, sql, 'overview', 0))).toMatchInlineSnapshot(`
    "## SQL and databases
    -# Step 2 of 2 · Core · month 2 · 10 hours
    **Why it matters**
    Nearly every backend keeps its data in tables. It builds on **Git and the terminal**.
    **Afterwards you can**
    - You can ask for rows.
    - You can join two tables.

    [Start]
    [Done]
    [Set aside]
    [Go on from here]
      Weak SQL – Pitfall
      Design a schema – Readiness check
      Month of 2 – Month
      Git and the terminal – Step
    (Overview)
    [Topics]
    [Build task]
    [Track notes]
    [Questions]
    [Links]
    [Step before]
    [Whole roadmap]
    [I’m stuck]
    [Share in channel]"
  `);
});

test('the topics of a step', () => {
  expect(screen(stepView(frame, sql, 'topics', 0))).toMatchInlineSnapshot(`
    "## SQL and databases
    -# Step 2 of 2 · Core · month 2 · 10 hours
    2 topics, 4 hours, in this order:
    1. Asking for rows · 1 h
    2. Joins · 3 h

    [Tick what you have done]
      Asking for rows – 1 hour
      Joins – 3 hours
      Build task: A small thing – 6 hours
    [Start]
    [Done]
    [Set aside]
    [Open a topic]
      Asking for rows – What select is for.
      Joins – A join puts rows side by side.
    [Overview]
    (Topics)
    [Build task]
    [Track notes]
    [Questions]
    [Links]
    [Step before]
    [Whole roadmap]
    [I’m stuck]
    [Share in channel]"
  `);
});

test('a topic', () => {
  expect(screen(topicView(frame, sql, joins))).toMatchInlineSnapshot(`
    "## Joins
    -# Topic 2 of 2 · SQL and databases · 3 hours
    **What to understand**
    A join puts rows side by side.
    **Tonight**
    Join **two** tables.

    [Done: tick it off]
    [Topic before]
    [Build task]
    [All topics]
    [Share in channel]"
  `);
});

test('a question before its answer', () => {
  expect(screen(questionView(frame, sql, 0, 'ask'))).toMatchInlineSnapshot(`
    "## Question 1 of 2
    -# SQL and databases
    What is a key?

    [Show the answer]
    [Next question]
    [Back to the step]
    [Share in channel]"
  `);
});

test('the same question after its answer', () => {
  expect(screen(questionView(frame, sql, 0, 'answer'))).toMatchInlineSnapshot(`
    "## Question 1 of 2
    -# SQL and databases
    What is a key?
    **A good answer**
    It names one row.
    **Why it matters**
    Without it, you change the wrong one.

    [Next question]
    [Back to the step]
    [Share in channel]"
  `);
});

test('a topic that was shared', () => {
  const shared: Frame = { roadmap, audience: { kind: 'channel', sharedBy: '1234567890123456789' } };
  expect(screen(topicView(shared, sql, joins))).toMatchInlineSnapshot(`
    "## Joins
    -# Topic 2 of 2 · SQL and databases · 3 hours
    **What to understand**
    A join puts rows side by side.
    **Tonight**
    Join **two** tables.
    -# Shared by <@1234567890123456789>

    [Topic before]
    [Build task]
    [All topics]
    [Remove for everybody]"
  `);
});

test('the guide', () => {
  expect(screen(guideView(frame))).toMatchInlineSnapshot(`
    "## The guide
    Everything there is to read beside the steps. Open a page, or search for a word: “jwt”, “docker compose”, “join”.
    - Overview
    - Ground rules
    - Needs
    - History
    - Field
    - Job market
    - Places
    - Questions
    - Tracks
    - Six pitfalls that beginners meet
    - Ready for a junior role?
    - What to focus on first

    [Open a page]
      Overview
      Ground rules
      Needs
      History
      Field
      Job market
      Places
      Questions
      Tracks
      Six pitfalls that beginners meet
      Ready for a junior role?
      What to focus on first
    [Search]
    [Home]
    [Share in channel]"
  `);
});

test('what a search found', () => {
  const found: SearchResult[] = [
    { place: { kind: 'step', id: 'sql', part: 'topics/joins' }, sentence: 'A join puts rows side by side.' },
    { place: { kind: 'step', id: 'sql', part: 'links' }, sentence: 'Reading first.' },
    { place: { kind: 'pitfall', id: 'weak-sql', part: '' }, sentence: `Only ${'very '.repeat(60)}long.` },
  ];
  expect(screen(searchResultView(frame, 'jion tables', found))).toMatchInlineSnapshot(`
    "## Found for “jion tables”
    **1. Joins** · Step · SQL and databases
    > A join puts rows side by side.
    **2. SQL and databases** · Step · Links
    > Reading first.
    **3. Weak SQL** · Pitfall
    > Only very very very very very very very very very very very very very very very very very very very very very very very very very very very very very very very very very very very very very very very…

    [Open what was found]
      Joins – Step · SQL and databases
      SQL and databases – Step · Links
      Weak SQL – Pitfall
    [Search again]
    [The guide]"
  `);
});

test('a search that found nothing', () => {
  expect(screen(searchResultView(frame, 'blockchain', []))).toMatchInlineSnapshot(`
    "I found nothing for “blockchain”.
    Try one word instead of several, or another word for the same thing.

    [Search again]
    [The guide]"
  `);
});

test('a page that is called otherwise, with the nearest', () => {
  expect(screen(unknownPageView(roadmap, 'step', 'squel', [sql]))).toMatchInlineSnapshot(`
    "I know no step called “squel”.
    Did you mean one of these?

    [Open one]
      SQL and databases
    [The guide]
    [Home]"
  `);
});

test('a page that is called otherwise, with nothing near it', () => {
  expect(screen(unknownPageView(roadmap, 'readiness', 'cooking', []))).toMatchInlineSnapshot(`
    "I know no readiness check called “cooking”.
    These are all there are:

    [Open one]
      Design a schema
    [The guide]
    [Home]"
  `);
});
