import { describe, expect, test } from 'vitest';
import { drawPicture } from '../../src/discord/picture.ts';
import { type Progress, summariseProgress } from '../../src/domain/progress.ts';
import type { ProgressReading } from '../../src/domain/progress-outcome.ts';
import type { Roadmap } from '../../src/domain/roadmap.ts';
import { stepTabs } from '../../src/domain/step-tab.ts';
import { Temporal } from '../../src/lib/temporal.ts';
import { evidenceForm, evidenceView } from '../../src/views/done-evidence-view.ts';
import { doneView, roadsEndView } from '../../src/views/done-view.ts';
import { progressView } from '../../src/views/progress-view.ts';
import { topicView } from '../../src/views/step-part-views.ts';
import { stepView } from '../../src/views/step-view.ts';
import { accented, padded, rightToLeft, unbroken, withTexts } from '../support/changed-texts.ts';
import { theRecords } from '../support/progress-builders.ts';
import { realRoadmap } from '../support/real-content.ts';
import { labelsOf, problemsOf, textOf } from '../support/view-text.ts';

const english = realRoadmap();
type States = Parameters<typeof theRecords>[0];

const whole: States = Object.fromEntries(english.steps.map((step) => [step.id, 'done' as const]));
const partly: States = {
  language: 'done',
  http: 'done',
  'git-terminal/first-commit': 'done',
  sql: 'started',
  docker: 'aside',
  [`sql/${english.steps[3]?.topics[0]?.id}`]: 'done',
};

const progressIn = (roadmap: Roadmap, states: States): Progress =>
  summariseProgress(roadmap, theRecords(states).values());

const own = (states: States, roadmap = english): ProgressReading => ({
  kind: 'own',
  roadmap,
  progress: progressIn(roadmap, states),
  streak: undefined,
  roadEnd: { early: Temporal.PlainDate.from('2027-01-10'), late: Temporal.PlainDate.from('2027-03-01') },
  zone: 'Europe/Berlin',
});
const other = (states: States, roadmap = english): ProgressReading => ({
  kind: 'other',
  userId: '1234567890123456789',
  roadmap,
  progress: progressIn(roadmap, states),
});

test('the facts of the picture stand beside it as words and numbers', () => {
  const view = progressView('en', own(partly));
  expect(textOf(view)).toMatchInlineSnapshot(`
    "## Your progress
    **53 of 495 hours** · 2 of 15 steps done
    You are at **Git and the terminal**: 0 of 15 hours.
    Tonight: **Moving around in the terminal** · 1 hour
    At this pace the road ends between <t:1799578800:D> and <t:1803898800:D>.
    **By phase**
    - **Foundation**: 2 of 3 steps, 50 of 65 hours
    - **Core Skills**: 0 of 4 steps, 3 of 195 hours
    - **Advanced**: 0 of 4 steps, 0 of 70 hours
    - **Professional**: 0 of 4 steps, 0 of 165 hours
    -# Set aside: Docker and Compose"
  `);
  expect(labelsOf(view)).toEqual(['Tonight’s topic', 'Tick topics', 'Home']);
  expect(view.pictures?.[0]?.alt).toMatchInlineSnapshot(
    `"A trail past 4 cairns, one stone for each step. Foundation: Language basics done, HTTP basics done, Git and the terminal open. Core Skills: SQL and databases started, REST APIs open, Authentication and roles open, Testing open. Advanced: Caching with Redis open, Background jobs and queues open, Docker and Compose set aside, Security with the OWASP Top 10 open. Professional: Cloud deployment open, CI/CD open, API documentation open, Portfolio and interviews open."`,
  );
});

test('at the end of the road there is no date, and the readiness checks come next', () => {
  const view = progressView('en', own(whole));
  expect(textOf(view)).toContain('**520 of 520 hours** · 15 of 15 steps done');
  expect(textOf(view)).not.toContain('<t:');
  expect(labelsOf(view)).toEqual(['See the readiness checks', 'Home']);
});

test('of somebody else one sees which steps are done, and no hours, no date, nothing begun or set aside', () => {
  const view = progressView('en', other(partly));
  const all = `${textOf(view)} ${view.pictures?.[0]?.svg} ${view.pictures?.[0]?.alt}`;
  expect(textOf(view)).toMatchInlineSnapshot(`
    "## How far <@1234567890123456789> is
    **2 of 15 steps done**
    **By phase**
    - **Foundation**: 2 of 3 steps
    - **Core Skills**: 0 of 4 steps
    - **Advanced**: 0 of 4 steps
    - **Professional**: 0 of 4 steps
    -# Done: Language basics, HTTP basics"
  `);
  expect(all).not.toMatch(/\d h<|hours|<t:|started|set aside|you are here|tonight/i);
});

test('whoever is hidden and whoever never joined look the same', () => {
  const view = progressView('en', { kind: 'hidden', userId: '1' });
  expect(view.pictures).toBeUndefined();
  expect(textOf(view)).toContain('I have nothing to show about <@1>');
});

describe.each([
  { name: 'English', roadmap: english },
  { name: 'a language 40 % longer', roadmap: withTexts(english, padded) },
  { name: 'a language without spaces', roadmap: withTexts(english, (text) => unbroken(padded(text))) },
  { name: 'a language of combining marks', roadmap: withTexts(english, accented) },
  { name: 'a language from right to left', roadmap: withTexts(english, rightToLeft) },
])('in $name', ({ roadmap }) => {
  test.each([
    { of: 'a newcomer', states: {} },
    { of: 'somebody on the way', states: partly },
    { of: 'somebody at the end', states: whole },
  ])('Discord accepts every personal screen of $of', ({ states }) => {
    const progress = progressIn(roadmap, states);
    const frame = { roadmap, audience: { kind: 'reader', canShare: true, progress } } as const;
    const evidence = { link: `https://example.com/${'x'.repeat(800)}`, note: '*\n'.repeat(250) };
    const notice = { blocks: ['x'.repeat(900)], rows: [] };
    const views = [
      progressView('en', own(states, roadmap)),
      progressView('en', other(states, roadmap)),
      roadsEndView(roadmap),
      ...roadmap.steps.flatMap((step) => [
        ...stepTabs.map((tab) => stepView(frame, step, tab, 0, notice)),
        ...step.topics.map((topic) => topicView(frame, step, topic, notice)),
        doneView({ roadmap, progress }, { step, evidence, eventId: 'e'.repeat(36) }),
        doneView({ roadmap, progress }, { step, evidence: undefined, eventId: undefined }),
        evidenceView(roadmap, step, evidence),
      ]),
    ];
    expect(views.flatMap(problemsOf)).toEqual([]);
    for (const { pictures } of views) expect(pictures?.[0]?.alt.length ?? 0).toBeLessThanOrEqual(1024);
  });

  test('the picture can be drawn', async () => {
    const { pictures } = progressView('en', own(partly, roadmap));
    const png = await drawPicture(pictures?.[0]?.svg ?? '');
    expect(png.length).toBeGreaterThan(10_000);
  });
});

test('at most one button of a personal screen is the one to press next', () => {
  const frame = { roadmap: english, audience: { kind: 'reader', canShare: true } } as const;
  const screens = english.steps.flatMap((step) => [
    ...stepTabs.map((tab) => stepView(frame, step, tab, 0)),
    ...step.topics.map((topic) => topicView(frame, step, topic)),
  ]);
  for (const view of screens) {
    expect(JSON.stringify(view.components).split('"style":1').length - 1).toBeLessThanOrEqual(1);
  }
});

test.each([
  { states: {}, offers: ['Start', 'Done', 'Set aside'] },
  { states: { http: 'started' }, offers: ['Done', 'Set aside'] },
  { states: { http: 'done' }, offers: ['Open again'] },
  { states: { http: 'aside' }, offers: ['Open again', 'Done'] },
] satisfies { states: States; offers: string[] }[])('a step that is $states offers $offers', ({ states, offers }) => {
  const step = english.steps[1];
  if (!step) throw new Error('The roadmap has two steps');
  const audience = { kind: 'reader', canShare: true, progress: progressIn(english, states) } as const;
  const labels = labelsOf(stepView({ roadmap: english, audience }, step, 'overview', 0));
  expect(labels.filter((label) => ['Start', 'Done', 'Set aside', 'Open again'].includes(label))).toEqual(offers);
});

test('what a member typed stands line by line in a quote and can do nothing there', () => {
  const [step] = english.steps;
  if (!step) throw new Error('The roadmap has steps');
  const evidence = { link: 'https://example.com/a_b', note: '# Big\n\n- @everyone\n[x](https://a.b)\n```js' };
  expect(textOf(evidenceView(english, step, evidence))).toMatchInlineSnapshot(`
    "## Language basics
    Kept, for you alone.
    **Your proof and note, for you alone**
    > <https://example.com/a_b>
    > \\# Big
    > 
    > \\- @everyone
    > \\[x\\](https://a.b)
    > \\\`\\\`\\\`js"
  `);
});

test('the form states its limits, asks for nothing, and keeps what stood there', () => {
  const form = evidenceForm('en', 'http', { link: 'https://a.b', note: '' });
  expect(JSON.stringify(form)).toMatch(
    /at most 300 characters.*"max_length":300,"required":false,"value":"https:\/\/a.b"/,
  );
  expect(JSON.stringify(form)).toMatch(/at most 500 characters.*"max_length":500,"required":false/);
});
