import type { Page, Roadmap } from './roadmap.ts';

/** The kinds of page that a text can point at, written `[[kind/id]]`. */
export const pageKinds = ['step', 'pitfall', 'readiness', 'focus', 'month', 'track', 'phase', 'guide'] as const;
export type PageKind = (typeof pageKinds)[number];

export interface PageReference {
  readonly kind: PageKind;
  readonly id: string;
}

const REFERENCE = /\[\[([a-z-]+)\/([a-z0-9-]+)\]\]/g;

/** Every reference in a text, also those of an unknown kind: whoever checks the content must see them. */
export function listReferences(text: string): { readonly kind: string; readonly id: string }[] {
  return [...text.matchAll(REFERENCE)].map(([, kind = '', id = '']) => ({ kind, id }));
}

/** Puts the title of the page, in bold, where a text refers to it. */
export function linkTitles(text: string, roadmap: Roadmap): string {
  return text.replace(REFERENCE, (raw, kind: string, id: string) => {
    const page = isPageKind(kind) ? findPage(roadmap, { kind, id }) : undefined;
    return page ? `**${page.title}**` : raw;
  });
}

/** What came of asking for a page by its name. */
export type PageReading =
  | { readonly kind: 'page'; readonly roadmap: Roadmap; readonly page: PageReference }
  | {
      readonly kind: 'unknown';
      readonly roadmap: Roadmap;
      readonly wanted: PageKind;
      readonly typed: string;
      readonly nearest: readonly Page[];
    };

export function isPageKind(kind: string): kind is PageKind {
  return (pageKinds as readonly string[]).includes(kind);
}

export function findPage(roadmap: Roadmap, { kind, id }: PageReference): Page | undefined {
  return pagesOfKind(roadmap, kind).find((page) => page.id === id);
}

/** All pages of a kind, in reading order. */
export function pagesOfKind(roadmap: Roadmap, kind: PageKind): readonly Page[] {
  switch (kind) {
    case 'step':
      return roadmap.steps;
    case 'pitfall':
      return roadmap.pitfalls;
    case 'readiness':
      return roadmap.readinessChecks;
    case 'focus':
      return roadmap.focusAreas;
    case 'month':
      return roadmap.months;
    case 'track':
      return roadmap.tracks;
    case 'phase':
      return roadmap.phases;
    case 'guide':
      return guidePages(roadmap);
  }
}

function guidePages(roadmap: Roadmap): readonly Page[] {
  const { overview, groundRules, needs, history, field, jobMarket, places, questions, choosingTrack } = roadmap;
  return [overview, groundRules, needs, history, field, jobMarket, places, questions, choosingTrack];
}
