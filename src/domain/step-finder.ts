import { createFinder, type Findable, type Finder } from '../lib/finder.ts';
import type { Roadmap, Step } from './roadmap.ts';

const finders = new WeakMap<Roadmap, Finder>();

/** Steps by what somebody typed, best first. Titles, ids and the titles of topics count; typing errors are forgiven. */
export function findSteps(roadmap: Roadmap, typed: string, limit: number): readonly Step[] {
  const byId = new Map(roadmap.steps.map((step) => [step.id, step]));
  return finderOf(roadmap)
    .find(typed, limit)
    .flatMap(({ id }) => byId.get(id) ?? []);
}

/** The one step that is meant without doubt: by its id, or by its title whatever the case. */
export function recogniseStep(roadmap: Roadmap, typed: string): Step | undefined {
  const wanted = typed.trim().toLowerCase();
  return roadmap.steps.find((step) => step.id === wanted || step.title.toLowerCase() === wanted);
}

function finderOf(roadmap: Roadmap): Finder {
  const known = finders.get(roadmap);
  if (known) return known;
  const finder = createFinder(roadmap.steps.map(toFindable));
  finders.set(roadmap, finder);
  return finder;
}

function toFindable(step: Step): Findable {
  return { id: step.id, title: step.title, words: [step.id, ...step.topics.map((topic) => topic.title)].join(' ') };
}
