import type { PageReading } from '../domain/page-reference.ts';
import { type Place, wholePage } from '../domain/place.ts';
import { findStep, type Roadmap } from '../domain/roadmap.ts';
import { customId } from '../lib/custom-id.ts';
import { type Article, articleView } from './article-view.ts';
import {
  focusArticle,
  guideArticle,
  phaseArticle,
  pitfallArticle,
  readinessArticle,
  trackArticle,
} from './articles.ts';
import { type Audience, type Frame, shareButtons, wordsOf } from './frame.ts';
import { accent, button, buttonRow } from './kit.ts';
import type { MessageView } from './message.ts';
import { pageListView } from './page-list-view.ts';
import { openPlaceId } from './place-id.ts';
import { probeView } from './probe-view.ts';
import { monthView } from './roadmap-view.ts';
import { questionView, topicView, trackNoteView } from './step-part-views.ts';
import { stepView } from './step-view.ts';
import { unknownPageView } from './unknown-page-view.ts';

/** The page that was asked for by its name, or the nearest ones. */
export function namedPageView(reading: PageReading, audience: Audience): MessageView {
  const { roadmap } = reading;
  if (reading.kind === 'unknown') return unknownPageView(roadmap, reading.wanted, reading.typed, reading.nearest);
  const view = placeView({ roadmap, audience }, wholePage(reading.page), 0);
  if (!view) throw new Error(`${reading.page.kind}/${reading.page.id} has no screen`);
  return view;
}

/** The screen of any place in the roadmap. Undefined where there is none: it was removed since. */
export function placeView(frame: Frame, place: Place, screen: number): MessageView | undefined {
  switch (place.kind) {
    case 'step':
      return stepPlaceView(frame, place);
    case 'month': {
      const month = byId(frame.roadmap.months, place);
      return month && monthView(frame, month);
    }
    case 'track':
      return trackPlaceView(frame, place, screen);
    case 'readiness':
      return readinessPlaceView(frame, place, screen);
    case 'guide':
      return guidePlaceView(frame, place, screen);
    case 'pitfall':
    case 'focus':
    case 'phase': {
      const article = articleOf(frame, place);
      return article && articleView(frame, place, article, screen);
    }
  }
}

function articleOf(frame: Frame, place: Place): Article | undefined {
  const { pitfalls, focusAreas, phases } = frame.roadmap;
  const pitfall = place.kind === 'pitfall' ? byId(pitfalls, place) : undefined;
  const area = place.kind === 'focus' ? byId(focusAreas, place) : undefined;
  const phase = place.kind === 'phase' ? byId(phases, place) : undefined;
  if (pitfall) return pitfallArticle(frame, pitfall);
  if (area) return focusArticle(frame, area);
  return phase && phaseArticle(frame, phase);
}

function stepPlaceView(frame: Frame, { id, part }: Place): MessageView | undefined {
  const step = findStep(frame.roadmap, id);
  const [block, key] = part.split('/');
  if (!step) return undefined;
  const topic = block === 'topics' ? byId(step.topics, { id: key ?? '' }) : undefined;
  if (topic) return topicView(frame, step, topic);
  if (block === 'questions' && step.questions[Number(key)]) return questionView(frame, step, Number(key), 'ask');
  if (block === 'build' || block === 'links') return stepView(frame, step, block, 0);
  return stepView(frame, step, 'overview', 0);
}

function trackPlaceView(frame: Frame, place: Place, screen: number): MessageView | undefined {
  const track = byId(frame.roadmap.tracks, place);
  const [block, stepId = ''] = place.part.split('/');
  const step = block === 'notes' ? findStep(frame.roadmap, stepId) : undefined;
  if (track && step) return trackNoteView(frame, step, track);
  return track && articleView(frame, place, trackArticle(frame, track), screen);
}

function readinessPlaceView(frame: Frame, place: Place, screen: number): MessageView | undefined {
  const check = byId(frame.roadmap.readinessChecks, place);
  const [block, index] = place.part.split('/');
  if (check && block === 'questions' && check.questions[Number(index)]) {
    return readinessProbeView(frame, check.id, Number(index), false);
  }
  return check && articleView(frame, place, readinessArticle(frame, check), screen);
}

/** A question with which a member tests whether they are ready. */
export function readinessProbeView(
  frame: Frame,
  checkId: string,
  index: number,
  isAnswered: boolean,
): MessageView | undefined {
  const check = byId(frame.roadmap.readinessChecks, { id: checkId });
  const question = check?.questions[index];
  if (!check || !question) return undefined;
  const { guide, step: words } = wordsOf(frame);
  const side = (answered: boolean) => (answered ? 'answer' : 'ask');
  return probeView(frame, {
    accent: accent.neutral,
    title: check.title,
    index,
    total: check.questions.length,
    ask: question.ask,
    answer: [[words.answer, question.goodAnswer]],
    isAnswered,
    idOf: (other, answered) => customId('guide', 'probe', checkId, other, side(answered)),
    wayRow: buttonRow(
      button({ label: guide.backToCheck, id: openPlaceId({ kind: 'readiness', id: checkId, part: '' }) }),
      ...shareButtons(frame, customId('guide', 'share-probe', checkId, index, side(isAnswered))),
    ),
  });
}

function guidePlaceView(frame: Frame, place: Place, screen: number): MessageView | undefined {
  const { questions, choosingTrack } = frame.roadmap;
  if (place.id === choosingTrack.id) return pageListView(frame, 'track');
  const [block, index] = place.part.split('/');
  const item = place.id === questions.id && block === 'items' ? questions.items[Number(index)] : undefined;
  if (item) return articleView(frame, place, answerArticle(frame, item), screen);
  const article = guideArticle(frame, place);
  return article && articleView(frame, place, article, screen);
}

function answerArticle(frame: Frame, item: Roadmap['questions']['items'][number]): Article {
  const all = openPlaceId({ kind: 'guide', id: frame.roadmap.questions.id, part: '' });
  return {
    title: item.ask,
    blocks: [item.answer],
    rows: [buttonRow(button({ label: wordsOf(frame).guide.allQuestions, id: all }))],
  };
}

function byId<Item extends { readonly id: string }>(items: readonly Item[], { id }: { readonly id: string }) {
  return items.find((item) => item.id === id);
}
