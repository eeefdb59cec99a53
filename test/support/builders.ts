import type { ContentSource } from '../../src/domain/content-source.ts';
import type { Draft } from '../../src/domain/draft.ts';
import type {
  BuildTask,
  Entry,
  FocusArea,
  HistoryPage,
  IntroductionPage,
  JobMarketPage,
  Link,
  ListPage,
  Month,
  Overview,
  Page,
  Phase,
  Pitfall,
  PlacesPage,
  QuestionsPage,
  ReadinessCheck,
  Roadmap,
  SelfCheck,
  Step,
  Topic,
  Track,
  TrackNote,
} from '../../src/domain/roadmap.ts';
import { Temporal } from '../../src/lib/temporal.ts';

/** "2026-03-02T18:00Z" as an instant. */
export const instant = (text: string): Temporal.Instant => Temporal.Instant.from(text);

/** "sql-basics" → "Sql basics". */
const titleOf = (id: string) => `${id.charAt(0).toUpperCase()}${id.slice(1)}`.replaceAll('-', ' ');

/** What every page has. The title follows the id, the file follows id and language. */
function aPage(folder: string, id: string, language = 'en'): Page {
  return { id, title: titleOf(id), language, file: `backend/${language}/${folder}${id}.yaml` };
}

export function aTopic(overrides: Partial<Topic> = {}): Topic {
  const id = overrides.id ?? 'topic';
  return {
    id,
    title: titleOf(id),
    hours: 2,
    understand: `What ${id} is for.`,
    tonight: `Try ${id} once.`,
    was: [],
    ...overrides,
  };
}

export function aBuildTask(overrides: Partial<BuildTask> = {}): BuildTask {
  return { title: 'A small thing', hours: 4, task: 'Build a small thing.', criteria: ['It runs.'], ...overrides };
}

export function aSelfCheck(overrides: Partial<SelfCheck> = {}): SelfCheck {
  return { id: 'why', ask: 'Why is it so?', answer: 'Because.', matters: 'It comes up at work.', ...overrides };
}

export function aLink(overrides: Partial<Link> = {}): Link {
  return { title: 'A guide', url: 'https://example.com/guide', bestFor: 'Reading first.', ...overrides };
}

/** A step of 6 hours with one topic. Inside `aRoadmap` its position is set by its place in the list. */
export function aStep(overrides: Partial<Step> = {}): Step {
  const id = overrides.id ?? 'step';
  return {
    ...aPage('steps/', id, overrides.language),
    phaseId: 'foundation',
    month: 1,
    position: 1,
    why: `Why ${id} matters.`,
    outcomes: [`You can use ${id}.`],
    topics: [aTopic()],
    retiredTopics: [],
    build: aBuildTask(),
    questions: [aSelfCheck()],
    links: [aLink()],
    was: [],
    ...overrides,
  };
}

export function aPhase(overrides: Partial<Phase> = {}): Phase {
  const id = overrides.id ?? 'foundation';
  return { ...aPage('phases/', id, overrides.language), purpose: 'To begin.', months: [1], stepIds: [], ...overrides };
}

/** A month whose id and title follow its number. */
export function aMonth(overrides: Partial<Month> = {}): Month {
  const number = overrides.number ?? 1;
  return {
    ...aPage('months/', String(number), overrides.language),
    title: `Month of ${number}`,
    number,
    todo: 'Do the steps.',
    doneMeans: ['The steps are done.'],
    stepIds: [],
    ...overrides,
  };
}

export function aTrackNote(overrides: Partial<TrackNote> = {}): TrackNote {
  return { use: 'The standard library.', trap: 'Too many packages.', ...overrides };
}

/** A track without notes: a draft of any roadmap that has steps. */
export function aTrack(overrides: Partial<Track> = {}): Track {
  return {
    ...aPage('tracks/', overrides.id ?? 'python', overrides.language),
    forWhom: 'For beginners.',
    install: 'Install it.',
    reasonAgainst: 'It is slow.',
    notes: {},
    ...overrides,
  };
}

export function aFocusArea(overrides: Partial<FocusArea> = {}): FocusArea {
  return {
    ...aPage('focus-areas/', overrides.id ?? 'testing', overrides.language),
    why: 'Employers ask for it.',
    stepIds: [],
    ...overrides,
  };
}

export function aPitfall(overrides: Partial<Pitfall> = {}): Pitfall {
  return {
    ...aPage('pitfalls/', overrides.id ?? 'tutorial-hell', overrides.language),
    looksLike: 'Only watching.',
    getThrough: 'Build something.',
    stepIds: [],
    ...overrides,
  };
}

export function aReadinessCheck(overrides: Partial<ReadinessCheck> = {}): ReadinessCheck {
  return {
    ...aPage('readiness-checks/', overrides.id ?? 'build-api', overrides.language),
    ability: 'build an API',
    prove: 'Show one.',
    questions: [{ ask: 'What is a status code?', goodAnswer: 'A number that tells how it went.' }],
    stepIds: [],
    ...overrides,
  };
}

export function anEntry(overrides: Partial<Entry> = {}): Entry {
  return { id: 'entry', title: 'An entry', text: 'Its text.', ...overrides };
}

export function anOverview(overrides: Partial<Overview> = {}): Overview {
  return {
    ...aPage('', 'overview', overrides.language),
    does: 'Keeps the data.',
    forWhom: 'For you.',
    paces: [{ hours: '15', months: '8', text: 'Steady.' }],
    consistency: 'A little each week.',
    closing: 'Begin.',
    ...overrides,
  };
}

export function aListPage(overrides: Partial<ListPage> = {}): ListPage {
  const id = overrides.id ?? 'ground-rules';
  return { ...aPage('', id, overrides.language), intro: 'To begin with.', items: [anEntry()], ...overrides };
}

export function anIntroductionPage(overrides: Partial<IntroductionPage> = {}): IntroductionPage {
  return { ...aPage('', overrides.id ?? 'tracks', overrides.language), intro: 'Choose one.', ...overrides };
}

export function aHistoryPage(overrides: Partial<HistoryPage> = {}): HistoryPage {
  return {
    ...aPage('', 'history', overrides.language),
    intro: 'How it came about.',
    eras: [{ ...anEntry({ id: 'web' }), when: '1990s' }],
    today: 'Many ways.',
    ...overrides,
  };
}

export function aJobMarketPage(overrides: Partial<JobMarketPage> = {}): JobMarketPage {
  return {
    ...aPage('', 'job-market', overrides.language),
    intro: 'How it is.',
    facts: [anEntry({ id: 'fact' })],
    otherRoads: [anEntry({ id: 'road' })],
    closing: 'It takes time.',
    ...overrides,
  };
}

export function aPlacesPage(overrides: Partial<PlacesPage> = {}): PlacesPage {
  return {
    ...aPage('', 'places', overrides.language),
    intro: 'Where to ask.',
    items: [{ ...anEntry({ id: 'forum' }), url: 'https://example.com/forum' }],
    ...overrides,
  };
}

export function aQuestionsPage(overrides: Partial<QuestionsPage> = {}): QuestionsPage {
  return {
    ...aPage('', 'questions', overrides.language),
    intro: 'Often asked.',
    items: [{ id: 'degree', ask: 'Do I need a degree?', answer: 'No.' }],
    ...overrides,
  };
}

/**
 * A roadmap of two steps, `internet` and `git`, and one page of every other kind, all in `language`.
 * Positions follow the order of the steps. Phases and months that are not given follow from the steps.
 */
export function aRoadmap(overrides: Partial<Roadmap> = {}): Roadmap {
  const language = overrides.language ?? 'en';
  const given = overrides.steps ?? [aStep({ id: 'internet', language }), aStep({ id: 'git', month: 2, language })];
  const steps = given.map((step, index) => ({ ...step, position: index + 1 }));
  return {
    id: 'backend',
    language,
    overview: anOverview({ language }),
    groundRules: aListPage({ id: 'ground-rules', language }),
    needs: aListPage({ id: 'needs', language }),
    history: aHistoryPage({ language }),
    field: aListPage({ id: 'field', language }),
    jobMarket: aJobMarketPage({ language }),
    places: aPlacesPage({ language }),
    questions: aQuestionsPage({ language }),
    choosingTrack: anIntroductionPage({ language }),
    tracks: [aTrack({ language, notes: Object.fromEntries(steps.map((step) => [step.id, aTrackNote()])) })],
    phases: phasesOf(steps, language),
    retiredSteps: [],
    months: monthsOf(steps, language),
    focusAreas: [aFocusArea({ language })],
    pitfalls: [aPitfall({ language })],
    readinessChecks: [aReadinessCheck({ language })],
    ...overrides,
    steps,
  };
}

function phasesOf(steps: readonly Step[], language: string): Phase[] {
  return [...Map.groupBy(steps, (step) => step.phaseId)].map(([id, own]) =>
    aPhase({
      id,
      language,
      months: [...new Set(own.map((step) => step.month))],
      stepIds: own.map((step) => step.id),
    }),
  );
}

function monthsOf(steps: readonly Step[], language: string): Month[] {
  return [...Map.groupBy(steps, (step) => step.month)].map(([number, own]) =>
    aMonth({ number, language, stepIds: own.map((step) => step.id) }),
  );
}

/** Content in the languages of these roadmaps; any other language gets the first one, which is English. */
export function aContentSource(english: Roadmap = aRoadmap(), ...others: readonly Roadmap[]): ContentSource {
  const all = [english, ...others];
  return {
    roadmap: (language) => all.find((roadmap) => roadmap.language === language) ?? english,
    languages: all.map((roadmap) => roadmap.language),
  };
}

/** A draft of Ada's from noon to noon. */
export function aDraft(overrides: Partial<Draft> = {}): Draft {
  return {
    id: 'draft-1',
    userId: 'ada',
    kind: 'form:checkin:new',
    content: { did: 'Read about indexes.' },
    createdAt: instant('2026-03-02T12:00Z'),
    expiresAt: instant('2026-03-03T12:00Z'),
    ...overrides,
  };
}
