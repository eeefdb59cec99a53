import { describe, expect, test } from 'vitest';
import { makePlan, type PlanChange, type PlanInput } from '../../src/domain/plan.ts';
import type { PlanReading } from '../../src/domain/plan-reading.ts';
import { waysBack } from '../../src/domain/plan-ways.ts';
import { hoursToPhaseEnd, workOf } from '../../src/domain/plan-work.ts';
import type { ItemRecord } from '../../src/domain/progress.ts';
import { summariseProgress } from '../../src/domain/progress.ts';
import type { Roadmap } from '../../src/domain/roadmap.ts';
import { findZones } from '../../src/domain/zone.ts';
import { changeHoursView, changeTrackView, changeZoneView } from '../../src/views/plan-change-views.ts';
import { pauseForm, planHoursForm, planZoneForm } from '../../src/views/plan-forms.ts';
import { planListView } from '../../src/views/plan-list-view.ts';
import { planView } from '../../src/views/plan-view.ts';
import { welcomeBackView } from '../../src/views/welcome-back-view.ts';
import { instant } from '../support/builders.ts';
import { accented, padded, rightToLeft, unbroken, withTexts } from '../support/changed-texts.ts';
import { day } from '../support/plans.ts';
import { realRoadmap } from '../support/real-content.ts';
import { controlLabelled, labelsOf, problemsOf, textOf } from '../support/view-text.ts';

const english = realRoadmap();
const zone = 'Europe/Berlin';

interface Case {
  readonly weeks: number;
  readonly records?: readonly ItemRecord[];
  readonly pauses?: PlanReading['pauses'];
  readonly groupRests?: PlanReading['groupRests'];
  readonly changes?: readonly PlanChange[];
  readonly roadmap?: Roadmap;
}

/** Somebody who joined on Monday 5 January 2026 with 10 hours a week, so many weeks later. */
function aReading({
  weeks,
  records = [],
  pauses = [],
  groupRests = [],
  changes = [],
  roadmap = english,
}: Case): PlanReading {
  const joinedOn = day('2026-01-05');
  const progress = summariseProgress(roadmap, records);
  const input: PlanInput = {
    today: joinedOn.add({ weeks }),
    joinedOn,
    paces: [{ from: joinedOn, hours: 10 }],
    rests: [...pauses, ...groupRests],
    changes,
    work: workOf(roadmap, records, zone),
    hours: progress.hours,
    hoursToPhaseEnd: hoursToPhaseEnd(progress),
  };
  return {
    roadmap,
    progress,
    pace: { validFrom: instant('2026-01-05T12:00Z'), hours: 10, zone },
    today: input.today,
    pauses,
    groupRests,
    changes,
    plan: makePlan(input),
    ways: waysBack(input, progress),
    offerId: '9b2f9e52-6a3c-4d0e-9b1a-3f1a5c6d7e8f',
  };
}

const done = (itemId: string, since: string): ItemRecord => ({ itemId, state: 'done', since: instant(since) });
const topics = (english.steps[0]?.topics ?? []).map(({ id }) => `language/${id}`);
/** The first two topics, each in a week of its own. */
const twoWeeks = topics
  .slice(0, 2)
  .map((id, week) => done(id, `2026-01-${7 + week * 7}T18:00Z`.replace('-7T', '-07T')));
const everything = english.steps.map(({ id }) => done(id, '2026-01-07T18:00Z'));
/** The last step opened again, with every tick in it. */
const allTicked = [
  ...everything.slice(0, -1),
  { ...done(english.steps.at(-1)?.id ?? '', '2026-01-07T18:00Z'), state: 'started' as const },
  ...(english.steps.at(-1)?.topics ?? []).map(({ id }) =>
    done(`${english.steps.at(-1)?.id}/${id}`, '2026-01-07T18:00Z'),
  ),
  done(`${english.steps.at(-1)?.id}/build`, '2026-01-07T18:00Z'),
];
const christmas = { id: 'p', firstDay: day('2026-12-24'), lastDay: day('2027-01-06') };
const changes: readonly PlanChange[] = [
  { id: 'a', kind: 'more-hours', firstDay: day('2026-01-05'), hours: 3, days: 42 },
  { id: 'b', kind: 'later-end', firstDay: day('2026-02-05'), days: 1 },
];

test('somebody on time reads where they stand, without any ways back', () => {
  const view = planView(aReading({ weeks: 0 }));
  expect(textOf(view)).toMatchInlineSnapshot(`
    "## Your plan
    You have done **0 of 520 hours**.
    Planned finish: **<t:1799060400:D>**, at 10 hours a week.
    As things go, you finish between **<t:1794999600:D>** and **<t:1804676400:D>**.
    That fits your plan.
    Foundation: done between **<t:1771066800:D>** and **<t:1772276400:D>**.
    -# For now I reckon with the hours you plan. After two weeks in which you ticked something, what you really do counts, too."
  `);
  expect(labelsOf(view)).toMatchInlineSnapshot(`
    [
      "Tonight’s topic",
      "I was away",
      "Pauses and changes",
      "Change hours",
      "Change track",
      "Change zone",
      "Home",
    ]
  `);
});

test('somebody who is behind reads dates, and three ways each with its own', () => {
  const view = planView(aReading({ weeks: 12, records: twoWeeks }));
  expect(textOf(view)).toMatchInlineSnapshot(`
    "## Your plan
    You have done **5 of 520 hours**.
    Planned finish: **<t:1799060400:D>**, at 10 hours a week.
    As things go, you finish between **<t:1803553200:D>** and **<t:1911290400:D>**.
    That is about 12 weeks later than planned. Nothing is lost, and there are three ways on from here.
    Foundation: done between **<t:1778234400:D>** and **<t:1790762400:D>**.
    **More hours for a while**
    15 hours a week instead of 10, until <t:1782122400:D>. You then finish between **<t:1800270000:D>** and **<t:1895396400:D>**.
    **Move the end**
    You stay with your pace and plan to finish on **<t:1899457200:D>**.
    **Set something aside**
    Leave a step out for now. The list says where each one leads. You can open it again at any time.
    -# In the 2 weeks in which you did something, it was about 2.5 hours a week. Weeks away are left out."
  `);
  expect(labelsOf(view)).toMatchInlineSnapshot(`
    [
      "15 hours for 12 weeks",
      "Move the end",
      "Set a step aside",
      "Language basics",
      "HTTP basics",
      "Git and the terminal",
      "SQL and databases",
      "REST APIs",
      "Authentication and roles",
      "Testing",
      "Caching with Redis",
      "Background jobs and queues",
      "Docker and Compose",
      "Security with the OWASP Top 10",
      "Cloud deployment",
      "CI/CD",
      "API documentation",
      "Portfolio and interviews",
      "Tonight’s topic",
      "I was away",
      "Pauses and changes",
      "Change hours",
      "Change track",
      "Change zone",
      "Home",
    ]
  `);
});

test('each open step in the list says what it saves and where it leads', () => {
  const aside = controlLabelled(planView(aReading({ weeks: 12, records: twoWeeks })), 'Set a step aside');
  expect(aside.options).toHaveLength(15);
  for (const option of aside.options) {
    expect(option.description).toMatch(/^Saves \d+ hours?: \d+ \w+ 20\d\d to \d+ \w+ 20\d\d$/);
  }
});

test('what was done comes first, with the way back', () => {
  const view = planView(aReading({ weeks: 0 }), { text: 'Noted.', undo: ['undo-pause', 'p'] });
  expect(textOf(view)).toMatch(/^Noted\.\n## Your plan/);
  expect(controlLabelled(view, 'Undo').id).toBe('plan:undo-pause:p');
});

test('in a pause the plan says until when, and on the day after it does not', () => {
  const pauses = [{ id: 'p', firstDay: day('2026-01-13'), lastDay: day('2026-01-19') }];
  const rests = (weeks: number) => textOf(planView(aReading({ weeks, pauses }))).includes('You are resting until');
  expect([1, 2, 3].map(rests)).toEqual([false, true, false]);
});

test('in a break of the group the plan says until when, and in a pause that nobody has ended that it lasts', () => {
  const rest = { firstDay: day('2026-01-12'), lastDay: day('2026-01-18') };
  const said = (isOpen: boolean) => textOf(planView(aReading({ weeks: 1, groupRests: [{ ...rest, isOpen }] })));
  expect(said(false)).toContain('Your group rests until <t:1768734000:D>. These days do not count for you, either.');
  expect(said(true)).toContain('Your group has paused. Until it goes on');
});

test('at the end of the road there is no date any more, and nothing to catch up', () => {
  const text = textOf(planView(aReading({ weeks: 90, records: everything })));
  expect(text).toContain('You have come to the end of the road');
  expect(text).not.toMatch(/<t:|later than planned/);
});

test('pauses and changes are listed newest first, each to be taken back', () => {
  const view = planListView(aReading({ weeks: 0, pauses: [christmas], changes }));
  expect(textOf(view)).toMatchInlineSnapshot(`
    "## Pauses and changes
    - Pause: 24 Dec 2026 to 6 Jan 2027 (14 days)
    - End moved by 1 day, since 5 Feb 2026
    - 3 hours more a week for 6 weeks, since 5 Jan 2026"
  `);
  expect(controlLabelled(view, 'Undo: choose what to take back').options.map(({ value }) => value)).toEqual([
    'pause/p',
    'change/b',
    'change/a',
  ]);
});

test('breaks of the group are listed with them, and are not the member’s to take back', () => {
  const rest = { firstDay: day('2026-04-20'), lastDay: day('2026-05-03'), isOpen: false };
  const pause = { firstDay: day('2026-06-01'), lastDay: day('2026-06-02'), isOpen: true };
  const view = planListView(aReading({ weeks: 0, groupRests: [rest, pause] }));
  expect(textOf(view)).toMatchInlineSnapshot(`
    "## Pauses and changes
    - Your group has paused, since 1 Jun 2026
    - Break of your group: 20 Apr 2026 to 3 May 2026 (14 days)"
  `);
  expect(labelsOf(view)).toEqual(['I was away', 'Back to the plan']);
});

test('more pauses than a list holds are named as a number', () => {
  const pauses = Array.from({ length: 30 }, (_, week) => {
    const firstDay = day('2026-01-05').add({ weeks: week });
    return { id: `p${week}`, firstDay, lastDay: firstDay };
  });
  const view = planListView(aReading({ weeks: 0, pauses }));
  expect(textOf(view)).toContain('5 older ones are not listed');
  expect(problemsOf(view)).toEqual([]);
});

test('the welcome says where one stopped and when one finishes from here, and asks for nothing', () => {
  const reading = aReading({ weeks: 12, records: twoWeeks });
  const away = { firstDay: day('2026-03-01'), lastDay: day('2026-03-29') };
  const view = welcomeBackView({ reading, away, resumeId: '9b2f9e52-6a3c-4d0e-9b1a-3f1a5c6d7e8f' });
  expect(textOf(view)).toMatchInlineSnapshot(`
    "## Welcome back
    You stopped at **Decisions with if** (Language basics). Everything is as you left it.
    From here you finish between **<t:1803553200:D>** and **<t:1911290400:D>**. That is in your plan already: there is nothing else to do."
  `);
  expect(labelsOf(view)).toEqual(['Go on', 'I was away', 'Change my pace']);
  expect(controlLabelled(view, 'I was away').id).toBe('plan:away:2026-03-01:2026-03-29');
});

test('no screen says that somebody failed', () => {
  for (const weeks of [0, 3, 12, 60, 200]) {
    const view = planView(aReading({ weeks, records: twoWeeks }));
    expect(textOf(view)).not.toMatch(/behind|fail|late\b|missed|lost your|should have|only \d/i);
  }
});

const changed = { accented, padded, rightToLeft, unbroken } as const;

describe.each(['as it is', ...Object.keys(changed)] as const)('with a content %s', (name) => {
  const change = changed[name as keyof typeof changed];
  const roadmap = change ? withTexts(english, change) : english;
  const cases: Case[] = [
    { weeks: 0 },
    { weeks: 12, records: twoWeeks },
    { weeks: 300, records: twoWeeks, pauses: [christmas], changes },
    { weeks: 3, records: everything },
  ];

  test.each(cases)('every screen keeps to the limits after $weeks weeks', (one) => {
    const reading = aReading({ ...one, roadmap });
    const views = [
      planView(reading, { text: 'Done.', undo: ['undo-pause', '9b2f9e52-6a3c-4d0e-9b1a-3f1a5c6d7e8f'] }),
      planListView(reading),
      welcomeBackView({ reading, away: undefined, resumeId: '9b2f9e52-6a3c-4d0e-9b1a-3f1a5c6d7e8f' }),
      changeTrackView(roadmap, { trackId: 'go' }),
      changeHoursView('en', 7),
      changeZoneView('en', findZones('', 25), instant('2026-03-02T12:00Z')),
    ];
    expect(views.flatMap(problemsOf)).toEqual([]);
  });
});

test('the forms show what was typed before', () => {
  const forms = [
    pauseForm('en', { from: '31.11.', to: 'yesterday' }),
    planHoursForm('en', 'many'),
    planZoneForm('en', 'Atlantis'),
  ];
  for (const text of ['31.11.', 'yesterday', 'many', 'Atlantis'])
    expect(JSON.stringify(forms)).toContain(`"value":"${text}"`);
  expect(JSON.stringify(pauseForm('en', { from: '', to: '' }))).not.toContain('"value"');
});

test('at the end of the road, and with every tick in a step that was opened again, Home is offered once', () => {
  for (const records of [everything, allTicked]) {
    const view = planView(aReading({ weeks: 3, records }));
    expect(problemsOf(view)).toEqual([]);
    expect(labelsOf(view).filter((label) => label === 'Home')).toHaveLength(1);
  }
});
