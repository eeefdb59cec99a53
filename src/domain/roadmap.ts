/**
 * What the bot teaches, as plain values. `src/content` reads them from `content/`, every other room only reads them.
 * Ids are stable slugs: progress is kept under them, so an edited text never loses anybody's work.
 * Texts are Discord's Markdown plus references to other pages, written `[[step/sql]]` (see `page-reference.ts`).
 */
export interface Roadmap {
  readonly id: string;
  /** The language that was asked for. Single pages may still be in the fallback language: see `Page.language`. */
  readonly language: string;
  readonly overview: Overview;
  readonly groundRules: ListPage;
  readonly needs: ListPage;
  readonly history: HistoryPage;
  readonly field: ListPage;
  readonly jobMarket: JobMarketPage;
  readonly places: PlacesPage;
  readonly questions: QuestionsPage;
  readonly choosingTrack: IntroductionPage;
  readonly tracks: readonly Track[];
  readonly phases: readonly Phase[];
  /** In the order in which they are learned, without the retired ones. */
  readonly steps: readonly Step[];
  readonly retiredSteps: readonly Step[];
  readonly months: readonly Month[];
  readonly focusAreas: readonly FocusArea[];
  readonly pitfalls: readonly Pitfall[];
  readonly readinessChecks: readonly ReadinessCheck[];
}

/** One content file. `language` is the one it is written in, `file` its path below the content folder. */
export interface Page {
  readonly id: string;
  readonly title: string;
  readonly language: string;
  readonly file: string;
}

export interface Overview extends Page {
  /** What a backend developer does. */
  readonly does: string;
  readonly forWhom: string;
  readonly paces: readonly { readonly hours: string; readonly months: string; readonly text: string }[];
  readonly consistency: string;
  readonly closing: string;
}

export interface Entry {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

export interface ListPage extends Page {
  readonly intro: string;
  readonly items: readonly Entry[];
}

/** Stands before a list of pages. */
export interface IntroductionPage extends Page {
  readonly intro: string;
}

export interface HistoryPage extends Page {
  readonly intro: string;
  readonly eras: readonly (Entry & { readonly when: string })[];
  /** Where things stand today. */
  readonly today: string;
}

export interface JobMarketPage extends Page {
  readonly intro: string;
  readonly facts: readonly Entry[];
  readonly otherRoads: readonly Entry[];
  readonly closing: string;
}

export interface PlacesPage extends Page {
  readonly intro: string;
  readonly items: readonly (Entry & { readonly url: string })[];
}

export interface QuestionsPage extends Page {
  readonly intro: string;
  readonly items: readonly { readonly id: string; readonly ask: string; readonly answer: string }[];
}

/** The programming language that a member chose, with one note for each step. */
export interface Track extends Page {
  readonly forWhom: string;
  readonly install: string;
  readonly reasonAgainst: string;
  /** By step id. A track that lacks one is a draft and is not offered. */
  readonly notes: Readonly<Record<string, TrackNote>>;
}

export interface TrackNote {
  /** Which standard library, framework or tool. */
  readonly use: string;
  readonly trap: string;
}

export interface Phase extends Page {
  readonly purpose: string;
  /** Calendar months of the roadmap, counted from 1, in order. */
  readonly months: readonly number[];
  /** Ids of its steps in order, without the retired ones. */
  readonly stepIds: readonly string[];
}

export interface Step extends Page {
  readonly phaseId: string;
  /** Counted from 1. */
  readonly month: number;
  /** Counted from 1, over the whole roadmap. */
  readonly position: number;
  readonly why: string;
  readonly outcomes: readonly string[];
  /** In learning order, without the retired ones. */
  readonly topics: readonly Topic[];
  readonly retiredTopics: readonly Topic[];
  readonly build: BuildTask;
  readonly questions: readonly SelfCheck[];
  readonly links: readonly Link[];
  /** Former ids, `step` or `step/topic`, whose ticks count for this one. */
  readonly was: readonly string[];
}

/** A part of a step that fits one to three evenings. */
export interface Topic {
  readonly id: string;
  readonly title: string;
  readonly hours: number;
  readonly understand: string;
  readonly tonight: string;
  readonly was: readonly string[];
}

export interface BuildTask {
  readonly title: string;
  readonly hours: number;
  readonly task: string;
  /** Acceptance criteria that a beginner can check alone. */
  readonly criteria: readonly string[];
}

export interface SelfCheck {
  readonly id: string;
  readonly ask: string;
  readonly answer: string;
  readonly matters: string;
}

export interface Link {
  readonly title: string;
  readonly url: string;
  readonly bestFor: string;
}

export interface Month extends Page {
  /** 1 to 8. */
  readonly number: number;
  readonly todo: string;
  readonly doneMeans: readonly string[];
  readonly stepIds: readonly string[];
}

export interface FocusArea extends Page {
  readonly why: string;
  readonly stepIds: readonly string[];
}

export interface Pitfall extends Page {
  readonly looksLike: string;
  readonly getThrough: string;
  /** The steps it threatens. */
  readonly stepIds: readonly string[];
}

export interface ReadinessCheck extends Page {
  /** What one can do, as a sentence that follows "I can". */
  readonly ability: string;
  readonly prove: string;
  readonly questions: readonly { readonly ask: string; readonly goodAnswer: string }[];
  /** The steps that build it. */
  readonly stepIds: readonly string[];
}

/** Hours of all its topics and its build task. */
export function hoursOfStep(step: Step): number {
  return step.topics.reduce((sum, topic) => sum + topic.hours, step.build.hours);
}

export function findStep(roadmap: Roadmap, id: string): Step | undefined {
  return roadmap.steps.find((step) => step.id === id);
}

/** A step by the id that it has, or had formerly. */
export function findStepByAnyId(roadmap: Roadmap, id: string): Step | undefined {
  return findStep(roadmap, id) ?? roadmap.steps.find(({ was }) => was.includes(id));
}

/** What a step is called, also by a former id; that id where the content does not have it any more. */
export function stepTitle(roadmap: Roadmap, id: string): string {
  return findStepByAnyId(roadmap, id)?.title ?? id;
}

/** A track is offered only when it has a note for every step. */
export function isTrackComplete(roadmap: Roadmap, track: Track): boolean {
  return roadmap.steps.every((step) => track.notes[step.id] !== undefined);
}
