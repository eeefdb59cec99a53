import { createFinder, type Finder } from '../lib/finder.ts';
import { type PageKind, pagesOfKind } from './page-reference.ts';
import type { Page, Roadmap } from './roadmap.ts';

const finders = new WeakMap<Roadmap, Map<PageKind, Finder>>();

/** Pages of one kind by what somebody typed, best first. Titles and ids count; typing errors are forgiven. */
export function findPages(roadmap: Roadmap, kind: PageKind, typed: string, limit: number): readonly Page[] {
  const byId = new Map(pagesOfKind(roadmap, kind).map((page) => [page.id, page]));
  return finderOf(roadmap, kind)
    .find(typed, limit)
    .flatMap(({ id }) => byId.get(id) ?? []);
}

/** The one page that is meant without doubt: by its id, or by its title whatever the case. */
export function recognisePage(roadmap: Roadmap, kind: PageKind, typed: string): Page | undefined {
  const wanted = typed.trim().toLowerCase();
  return pagesOfKind(roadmap, kind).find((page) => page.id === wanted || page.title.toLowerCase() === wanted);
}

function finderOf(roadmap: Roadmap, kind: PageKind): Finder {
  const known = finders.get(roadmap) ?? new Map<PageKind, Finder>();
  finders.set(roadmap, known);
  const finder = known.get(kind) ?? createFinder(pagesOfKind(roadmap, kind).map(toFindable(roadmap)));
  known.set(kind, finder);
  return finder;
}

/** The topics of a step are words for it: whoever types "joins" means the step with that topic. */
const toFindable = (roadmap: Roadmap) => (page: Page) => {
  const topics = roadmap.steps.find((step) => step === page)?.topics ?? [];
  return { id: page.id, title: page.title, words: [page.id, ...topics.map((topic) => topic.title)].join(' ') };
};
