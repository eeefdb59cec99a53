import { randomUUID } from 'node:crypto';
import { searchRoadmap } from '../../src/domain/guide-search.ts';
import { pageKinds, pagesOfKind } from '../../src/domain/page-reference.ts';
import { type Place, writePlace } from '../../src/domain/place.ts';
import type { Roadmap, Step } from '../../src/domain/roadmap.ts';
import { stepTabs } from '../../src/domain/step-tab.ts';
import { english } from '../../src/language/en/english.ts';
import { listedKinds } from '../../src/views/article-view.ts';
import { failureView, notYoursView, outdatedView, refusedView } from '../../src/views/failure-view.ts';
import type { Frame } from '../../src/views/frame.ts';
import { guideView, searchResultView } from '../../src/views/guide-view.ts';
import { commandListView, helpView } from '../../src/views/help-view.ts';
import type { MessageView } from '../../src/views/message.ts';
import { pageListView } from '../../src/views/page-list-view.ts';
import { placeView, readinessProbeView } from '../../src/views/place-view.ts';
import { monthView, roadmapView } from '../../src/views/roadmap-view.ts';
import { questionView, topicView, trackNoteView } from '../../src/views/step-part-views.ts';
import { stepView } from '../../src/views/step-view.ts';
import { unknownPageView } from '../../src/views/unknown-page-view.ts';
import { controlsOf } from './view-text.ts';

/** Something to read: all its screenfuls in order, and every text of the content that must stand in them. */
export interface Reading {
  readonly name: string;
  readonly views: readonly MessageView[];
  readonly says: readonly string[];
}

/** More screenfuls than any page has. */
const ENDLESS = 60;

/** Every screenful of a long page, from the first to the last. */
export function screenfuls(open: (screen: number) => MessageView): MessageView[] {
  const views: MessageView[] = [];
  do views.push(open(views.length));
  while (views.length < ENDLESS && controlsOf(views.at(-1) as MessageView).some(({ label }) => label === 'Read on'));
  return views;
}

/** Everything of the roadmap that has a screen. */
export function everyReading(frame: Frame): Reading[] {
  const { roadmap } = frame;
  return [
    ...roadmap.steps.flatMap((step) => [...tabsOf(frame, step), ...partsOf(frame, step)]),
    ...articlesOf(frame),
    ...overviewsOf(frame),
  ];
}

/** What is shown when something is searched, not found, or went wrong. */
export function everyOtherScreen(frame: Frame, typed: readonly string[]): Reading[] {
  const { roadmap } = frame;
  const language = roadmap.language;
  const one = (name: string, view: MessageView): Reading => ({ name, views: [view], says: [] });
  return [
    ...typed.flatMap((words) => [
      one(`search ${words}`, searchResultView(frame, words, searchRoadmap(roadmap, words, 5))),
      one(`nothing for ${words}`, searchResultView(frame, words, [])),
      ...pageKinds.flatMap((kind) => [
        one(`no ${kind} ${words}`, unknownPageView(roadmap, kind, words, [])),
        one(`near ${kind} ${words}`, unknownPageView(roadmap, kind, words, pagesOfKind(roadmap, kind).slice(0, 5))),
      ]),
    ]),
    one('refused', refusedView(language, english.guide.tooShort, `guide:correct:find:${randomUUID()}`)),
    one('failure', failureView(language, '1234567890123456789')),
    one('outdated', outdatedView(language)),
    one('not yours', notYoursView(language)),
    one('home', helpView(roadmap, true)),
    one('all commands', commandListView(language)),
  ];
}

function tabsOf(frame: Frame, step: Step): Reading[] {
  const says: Record<(typeof stepTabs)[number], readonly string[]> = {
    overview: [step.why, ...step.outcomes],
    topics: step.topics.map((topic) => topic.title),
    build: [step.build.title, step.build.task, ...step.build.criteria],
    tracks: [],
    questions: step.questions.map((question) => question.ask),
    links: step.links.flatMap((link) => [link.title, link.url, link.bestFor]),
  };
  return stepTabs.map((tab) => ({
    name: `step/${step.id} ${tab}`,
    views: screenfuls((screen) => stepView(frame, step, tab, screen)),
    says: [step.title, ...says[tab]],
  }));
}

function partsOf(frame: Frame, step: Step): Reading[] {
  const topics = step.topics.map((topic) => ({
    name: `step/${step.id}/topics/${topic.id}`,
    views: [topicView(frame, step, topic)],
    says: [topic.title, topic.understand, topic.tonight],
  }));
  const questions = step.questions.flatMap(({ id, ask, answer, matters }, index) => [
    { name: `${step.id} asks ${id}`, views: [questionView(frame, step, index, 'ask')], says: [ask] },
    {
      name: `${step.id} answers ${id}`,
      views: [questionView(frame, step, index, 'answer')],
      says: [ask, answer, matters],
    },
  ]);
  const notes = frame.roadmap.tracks.map((track) => ({
    name: `track/${track.id}/notes/${step.id}`,
    views: [trackNoteView(frame, step, track)],
    says: [track.title, track.notes[step.id]?.use ?? '', track.notes[step.id]?.trap ?? ''],
  }));
  return [...topics, ...questions, ...notes];
}

function articlesOf(frame: Frame): Reading[] {
  const { roadmap } = frame;
  const { overview, history, jobMarket, places, questions } = roadmap;
  const article = (kind: Place['kind'], id: string, says: readonly string[], part = '') =>
    placeReading(frame, { kind, id, part }, says);
  const entries = (items: readonly { readonly title: string; readonly text: string }[]) =>
    items.flatMap(({ title, text }) => [title, text]);
  const lists = [roadmap.groundRules, roadmap.needs, roadmap.field];
  return [
    ...roadmap.pitfalls.map((page) => article('pitfall', page.id, [page.title, page.looksLike, page.getThrough])),
    ...roadmap.focusAreas.map((page) => article('focus', page.id, [page.title, page.why])),
    ...roadmap.phases.map((page) => article('phase', page.id, [page.title, page.purpose])),
    ...roadmap.tracks.map((page) =>
      article('track', page.id, [page.title, page.forWhom, page.install, page.reasonAgainst]),
    ),
    ...roadmap.readinessChecks.flatMap((page) => [
      article('readiness', page.id, [page.title, page.ability, page.prove]),
      ...page.questions.flatMap(({ ask, goodAnswer }, index) => [
        article('readiness', page.id, [page.title, ask], `questions/${index}`),
        {
          name: `readiness/${page.id} answers ${index}`,
          views: [readinessProbeView(frame, page.id, index, true)].filter((view) => view !== undefined),
          says: [ask, goodAnswer],
        },
      ]),
    ]),
    ...lists.map((page) => article('guide', page.id, [page.title, page.intro, ...entries(page.items)])),
    article('guide', overview.id, [
      ...[overview.title, overview.does, overview.forWhom, overview.consistency, overview.closing],
      ...overview.paces.flatMap(({ hours, months, text }) => [hours, months, text]),
    ]),
    article('guide', history.id, [
      ...[history.title, history.intro, history.today, ...entries(history.eras)],
      ...history.eras.map((era) => era.when),
    ]),
    article('guide', jobMarket.id, [
      ...[jobMarket.title, jobMarket.intro, jobMarket.closing],
      ...entries([...jobMarket.facts, ...jobMarket.otherRoads]),
    ]),
    article('guide', places.id, [
      ...[places.title, places.intro, ...entries(places.items)],
      ...places.items.map((item) => item.url),
    ]),
    article('guide', questions.id, [questions.title, questions.intro, ...questions.items.map(({ ask }) => ask)]),
    ...questions.items.map(({ ask, answer }, index) => article('guide', questions.id, [ask, answer], `items/${index}`)),
    article('guide', roadmap.choosingTrack.id, [
      ...[roadmap.choosingTrack.title, roadmap.choosingTrack.intro],
      ...roadmap.tracks.map((track) => track.title),
    ]),
  ];
}

function overviewsOf(frame: Frame): Reading[] {
  const { roadmap } = frame;
  const titles = (pages: readonly { readonly title: string }[]) => pages.map((page) => page.title);
  return [
    {
      name: 'roadmap by phase',
      views: [roadmapView(frame, 'phases')],
      says: titles([...roadmap.phases, ...roadmap.steps]),
    },
    {
      name: 'roadmap by month',
      views: [roadmapView(frame, 'months')],
      says: titles([...roadmap.months, ...roadmap.steps]),
    },
    ...roadmap.months.flatMap((month) => {
      const says = [month.title, month.todo, ...month.doneMeans];
      const place: Place = { kind: 'month', id: month.id, part: '' };
      return [{ name: `month ${month.id}`, views: [monthView(frame, month)], says }, placeReading(frame, place, says)];
    }),
    ...listedKinds.map((kind) => ({
      name: `list of ${kind}`,
      views: [pageListView(frame, kind)],
      says: titles(pagesOfKind(roadmap, kind)),
    })),
    { name: 'guide', views: [guideView(frame)], says: titles(pagesOfKind(roadmap, 'guide')) },
    ...placesWithTwoWays(frame),
  ];
}

/** The screens of a step and of its parts once more, as a search or a link opens them: always at the start. */
function placesWithTwoWays(frame: Frame): Reading[] {
  return frame.roadmap.steps.flatMap((step) => {
    const first = (place: Place, says: readonly string[]): Reading => ({
      name: `place ${writePlace(place)}`,
      views: [openPlace(frame, place, 0)],
      says,
    });
    const part = (name: string, says: readonly string[]) => first({ kind: 'step', id: step.id, part: name }, says);
    return [
      part('', [step.title]),
      part('build', [step.build.title]),
      part('links', [step.links[0]?.title ?? '']),
      ...step.topics.map((topic) => part(`topics/${topic.id}`, [topic.title, topic.understand, topic.tonight])),
      ...step.questions.map(({ ask }, index) => part(`questions/${index}`, [ask])),
      ...frame.roadmap.tracks.map((track) =>
        first({ kind: 'track', id: track.id, part: `notes/${step.id}` }, [track.notes[step.id]?.use ?? '']),
      ),
    ];
  });
}

function placeReading(frame: Frame, place: Place, says: readonly string[]): Reading {
  const views = screenfuls((screen) => openPlace(frame, place, screen));
  return { name: `place ${writePlace(place)}`, views, says };
}

/** @throws Error for a place without a screen. */
export function openPlace(frame: Frame, place: Place, screen: number): MessageView {
  const view = placeView(frame, place, screen);
  if (!view) throw new Error(`${writePlace(place)} has no screen`);
  return view;
}

/** Both kinds of reader: alone, with a channel to share in, and everybody in a channel. */
export function everyFrame(roadmap: Roadmap): readonly (Frame & { readonly who: string })[] {
  return [
    { who: 'a reader who can share', roadmap, audience: { kind: 'reader', canShare: true } },
    { who: 'a channel', roadmap, audience: { kind: 'channel', sharedBy: '1234567890123456789' } },
  ];
}
