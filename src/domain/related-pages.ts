import { textsIn } from '../lib/texts-in.ts';
import { findPage, isPageKind, listReferences, type PageReference } from './page-reference.ts';
import type { Page, Roadmap } from './roadmap.ts';

/** Worked out once for each page of each roadmap: it looks through all words of the page. */
const known = new WeakMap<Page, readonly PageReference[]>();

/** Where to go on from a page: what it belongs to, what belongs to it, and what its own words refer to. Each once. */
export function relatedPages(roadmap: Roadmap, reference: PageReference): readonly PageReference[] {
  const page = findPage(roadmap, reference);
  if (!page) return [];
  const related = known.get(page) ?? findRelated(roadmap, reference);
  known.set(page, related);
  return related;
}

function findRelated(roadmap: Roadmap, page: PageReference): readonly PageReference[] {
  const all = [...belonging(roadmap, page), ...mentioned(roadmap, page)];
  const seen = new Set([`${page.kind}/${page.id}`]);
  return all.filter(({ kind, id }) => {
    const key = `${kind}/${id}`;
    if (seen.has(key) || !findPage(roadmap, { kind, id })) return false; // A retired step has no page.
    seen.add(key);
    return true;
  });
}

function belonging(roadmap: Roadmap, { kind, id }: PageReference): PageReference[] {
  if (kind === 'step') {
    const month = roadmap.months.filter((candidate) => candidate.stepIds.includes(id));
    return [
      ...naming('pitfall', roadmap.pitfalls, id),
      ...naming('readiness', roadmap.readinessChecks, id),
      ...naming('focus', roadmap.focusAreas, id),
      ...month.map((candidate) => ({ kind: 'month' as const, id: candidate.id })),
    ];
  }
  const page = findPage(roadmap, { kind, id });
  return page && 'stepIds' in page && Array.isArray(page.stepIds)
    ? page.stepIds.map((stepId: string) => ({ kind: 'step' as const, id: stepId }))
    : [];
}

function naming(
  kind: PageReference['kind'],
  pages: readonly (Page & { readonly stepIds: readonly string[] })[],
  stepId: string,
): PageReference[] {
  return pages.filter((page) => page.stepIds.includes(stepId)).map((page) => ({ kind, id: page.id }));
}

function mentioned(roadmap: Roadmap, reference: PageReference): PageReference[] {
  return textsIn(findPage(roadmap, reference))
    .flatMap(({ text }) => listReferences(text))
    .flatMap(({ kind, id }) => (isPageKind(kind) && findPage(roadmap, { kind, id }) ? [{ kind, id }] : []));
}
