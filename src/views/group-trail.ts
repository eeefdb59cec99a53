import { PARTS } from '../domain/milestone-calendar.ts';
import type { ItemState } from '../domain/progress.ts';
import type { Phase, Roadmap, Step } from '../domain/roadmap.ts';
import type { GroupMonths } from '../domain/study-group.ts';
import { type Catalogue, catalogueOf } from '../language/languages.ts';
import { shorten } from '../lib/graphemes.ts';
import type { PictureView } from './message.ts';
import { stretchLabel, stretchTitle } from './milestone-words.ts';
import { type Cairn, trailPicture } from './trail-picture.ts';

/** Discord's limit on a description, in characters. */
const ALT_LENGTH = 1024;

type TrailState = Extract<ItemState, 'done' | 'started' | 'open'>;
const legendOrder: readonly TrailState[] = ['done', 'started', 'open'];

/**
 * Where a group stands on the trail, not how far anybody is. It follows from roadmap, language, length and part alone,
 * so that the pictures of a thousand groups are a few. `part` is 0 before the start and 9 at the end.
 */
export function groupTrail(roadmap: Roadmap, months: GroupMonths, part: number): PictureView {
  const { picture: words } = catalogueOf(roadmap.language).post;
  const { headline, subline } = headingOf(roadmap, months, part);
  const first = roadmap.steps.find(({ month }) => month === part);
  const states = new Set(roadmap.steps.map((step) => stateOf(step, part)));
  const svg = trailPicture({
    headline,
    subline,
    cairns: roadmap.phases.map((phase) => cairnOf(words, roadmap, phase, months, part)),
    here: first && { number: first.position, label: words.here },
    legend: legendOrder
      .filter((state) => states.has(state))
      .map((state) => ({ state, label: words.states[state], share: 0 })),
  });
  return { name: 'trail.png', svg, alt: altText(roadmap, headline, part) };
}

function headingOf(roadmap: Roadmap, months: GroupMonths, part: number): { headline: string; subline: string } {
  const { picture: words } = catalogueOf(roadmap.language).post;
  if (part < 1) return { headline: words.ahead, subline: words.aheadLine(roadmap.steps.length) };
  if (part > PARTS) return { headline: words.arrived, subline: words.arrivedLine };
  return { headline: stretchLabel(roadmap.language, months, part), subline: stretchTitle(roadmap, part) };
}

function stateOf(step: Step, part: number): TrailState {
  if (step.month < part) return 'done';
  return step.month === part ? 'started' : 'open';
}

type PictureWords = Catalogue['post']['picture'];

function cairnOf(words: PictureWords, roadmap: Roadmap, phase: Phase, months: GroupMonths, part: number): Cairn {
  const [first = 0] = phase.months;
  const last = phase.months.at(-1) ?? first;
  return {
    title: phase.title,
    lines: [months === PARTS ? words.months(first, last) : words.parts(first, last)],
    stones: stepsOf(roadmap, phase).map((step) => ({ number: step.position, state: stateOf(step, part), share: 0 })),
  };
}

function stepsOf(roadmap: Roadmap, phase: Phase): Step[] {
  return roadmap.steps.filter(({ phaseId }) => phaseId === phase.id);
}

function altText(roadmap: Roadmap, headline: string, part: number): string {
  const { picture: words } = catalogueOf(roadmap.language).post;
  const groups = legendOrder.flatMap((state) => {
    const titles = roadmap.steps.filter((step) => stateOf(step, part) === state).map(({ title }) => title);
    return titles.length === 0 ? [] : [words.altSteps(words.states[state], titles)];
  });
  return shorten(words.alt(headline, groups), ALT_LENGTH);
}
