import { hoursOf, type ItemState, type StepProgress } from '../domain/progress.ts';
import type { Stand } from '../domain/progress-outcome.ts';
import type { Phase } from '../domain/roadmap.ts';
import { type Catalogue, catalogueOf } from '../language/languages.ts';
import { shorten } from '../lib/graphemes.ts';
import type { PictureView } from './message.ts';
import { type Cairn, type TrailParts, trailPicture } from './trail-picture.ts';

/** Whether a picture shows all that its member did, or only which steps are done. */
export type Sight = 'own' | 'other';

const legendOrder: readonly ItemState[] = ['done', 'started', 'open', 'aside'];

/** Discord's limit on a description, in characters. */
export const ALT_LENGTH = 1024;

/** The trail of a member, with the same in words for whoever cannot see it. */
export function progressPicture(stand: Stand, sight: Sight): PictureView {
  const { roadmap, progress } = stand;
  const { picture: words } = catalogueOf(roadmap.language).progress;
  const { cairns, legend, phases } = trailOf(stand, sight);
  const steps = words.stepsDone(countDone(progress.steps), progress.steps.length);
  const position = progress.current?.step.position;
  const svg = trailPicture({
    headline: sight === 'own' ? words.hours(progress.hours.done, progress.hours.total) : steps,
    subline: sight === 'own' ? steps : words.someone,
    cairns,
    here: sight === 'own' && position !== undefined ? { number: position, label: words.here } : undefined,
    legend,
  });
  return { name: 'progress.png', svg, alt: shorten(words.alt(phases), ALT_LENGTH) };
}

/** What a trail shows of a member: its cairns, what the stones mean, and the same in words, a sentence for each phase. */
export function trailOf(
  stand: Stand,
  sight: Sight,
): Pick<TrailParts, 'cairns' | 'legend'> & { readonly phases: readonly string[] } {
  const { picture: words } = catalogueOf(stand.roadmap.language).progress;
  const cairns = stand.roadmap.phases.map((phase) => cairnOf(words, phase, stepsOf(stand, phase), sight));
  const states = new Set(cairns.flatMap(({ stones }) => stones.map(({ state }) => state)));
  return {
    cairns,
    legend: legendOrder.filter((state) => states.has(state)).map((state) => ({ state, label: words.states[state] })),
    phases: phaseSentences(words, stand, sight),
  };
}

/** The steps of a phase, in order. */
export function stepsOf({ progress }: Stand, phase: Phase): StepProgress[] {
  return progress.steps.filter(({ step }) => step.phaseId === phase.id);
}

export function countDone(steps: readonly StepProgress[]): number {
  return steps.filter(({ state }) => state === 'done').length;
}

/** Of somebody else's steps one sees which are done; all others look the same. */
export function stateSeen({ state }: StepProgress, sight: Sight): ItemState {
  return sight === 'own' || state === 'done' ? state : 'open';
}

type PictureWords = Catalogue['progress']['picture'];

function cairnOf(words: PictureWords, phase: Phase, steps: readonly StepProgress[], sight: Sight): Cairn {
  const { done, total } = hoursOf(steps);
  return {
    title: phase.title,
    lines: [words.steps(countDone(steps), steps.length), ...(sight === 'own' ? [words.shortHours(done, total)] : [])],
    stones: steps.map((own) => ({
      number: own.step.position,
      state: stateSeen(own, sight),
      share: own.hours.total === 0 ? 0 : own.hours.done / own.hours.total,
    })),
  };
}

function phaseSentences(words: PictureWords, stand: Stand, sight: Sight): string[] {
  return stand.roadmap.phases.map((phase) => {
    const steps = stepsOf(stand, phase);
    return words.altPhase(
      phase.title,
      steps.map((own) => words.altStep(own.step.title, words.states[stateSeen(own, sight)])),
    );
  });
}
