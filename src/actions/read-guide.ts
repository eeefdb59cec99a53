import { type SearchResult, searchRoadmap } from '../domain/guide-search.ts';
import { findPage } from '../domain/page-reference.ts';
import { type Place, placeTitle, readPlace } from '../domain/place.ts';
import type { Roadmap } from '../domain/roadmap.ts';
import { pagesOnScreen, roadmapForScreen } from '../domain/screen-language.ts';
import type { Deps } from './deps.ts';

export type GuideReading =
  | { readonly kind: 'place'; readonly roadmap: Roadmap; readonly place: Place }
  | {
      readonly kind: 'results';
      readonly roadmap: Roadmap;
      readonly typed: string;
      readonly results: readonly SearchResult[];
    };

/** How many results a search shows: what fits a phone without scrolling for long. */
const RESULTS = 5;

/** A place by its written form, such as `pitfall/weak-sql`, with the roadmap to show it in. */
export function readGuidePlace(deps: Deps, language: string, written: string): GuideReading | undefined {
  const place = readPlace(deps.content.roadmap(language), written);
  if (!place) return undefined;
  const roadmap = roadmapForScreen(deps.content, language, (candidate) => pagesOnScreen(candidate, place));
  return { kind: 'place', roadmap, place };
}

/** What somebody typed: the place that it names, else everything that it finds. */
export function findInGuide(deps: Deps, language: string, typed: string): GuideReading {
  const place = readGuidePlace(deps, language, typed.trim());
  if (place) return place;
  const wanted = deps.content.roadmap(language);
  const found = searchRoadmap(wanted, typed, RESULTS);
  const roadmap = roadmapForScreen(deps.content, language, (candidate) =>
    found.map(({ place }) => findPage(candidate, place)),
  );
  const results = roadmap === wanted ? found : searchRoadmap(roadmap, typed, RESULTS);
  return { kind: 'results', roadmap, typed, results };
}

export interface GuideSuggestion {
  readonly roadmap: Roadmap;
  readonly place: Place;
  readonly title: string;
}

/** Places to offer while somebody types; the pages of the guide while nothing is typed. */
export function suggestInGuide(deps: Deps, language: string, typed: string): readonly GuideSuggestion[] {
  const roadmap = deps.content.roadmap(language);
  const places =
    typed.trim() === '' ? frontPlaces(roadmap) : searchRoadmap(roadmap, typed, 25).map(({ place }) => place);
  return places.map((place) => ({ roadmap, place, title: placeTitle(roadmap, place) }));
}

function frontPlaces({
  overview,
  groundRules,
  needs,
  history,
  field,
  jobMarket,
  places,
  questions,
  choosingTrack,
}: Roadmap) {
  const pages = [overview, groundRules, needs, choosingTrack, questions, places, jobMarket, field, history];
  return pages.map((page): Place => ({ kind: 'guide', id: page.id, part: '' }));
}
