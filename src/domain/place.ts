import { findPage, isPageKind, type PageKind, type PageReference } from './page-reference.ts';
import { findStep, type Roadmap } from './roadmap.ts';

/**
 * A place where a page can be opened: the page itself, or one part of it that has a screen of its own.
 * Written `kind/id` or `kind/id/part…`, such as `step/sql/topics/joins` or `track/go/notes/sql`.
 */
export interface Place extends PageReference {
  /**
   * Of a step `topics/<id>`, `build`, `questions/<index>` or `links`; of a track `notes/<step>`; of a readiness check
   * `questions/<index>`; of the questions and answers `items/<index>`; else empty.
   */
  readonly part: string;
}

export function wholePage({ kind, id }: PageReference): Place {
  return { kind, id, part: '' };
}

export function writePlace({ kind, id, part }: Place): string {
  return part === '' ? `${kind}/${id}` : `${kind}/${id}/${part}`;
}

/** Undefined for a text that names no page of this roadmap: it may be forged or of an older version. */
export function readPlace(roadmap: Roadmap, text: string): Place | undefined {
  const [kind = '', id = '', ...rest] = text.split('/');
  if (!isPageKind(kind) || !findPage(roadmap, { kind, id })) return undefined;
  return { kind, id, part: rest.join('/') };
}

/** The blocks of a page whose entries have a screen each, and those that have one together. */
const blocksWithScreens: Readonly<Partial<Record<PageKind, { each: readonly string[]; whole: readonly string[] }>>> = {
  step: { each: ['topics', 'questions'], whole: ['build', 'links'] },
  track: { each: ['notes'], whole: [] },
  readiness: { each: ['questions'], whole: [] },
  guide: { each: ['items'], whole: [] },
};

/** The part of a page to which a text inside it belongs, from the keys that lead to the text. */
export function partAt(roadmap: Roadmap, kind: PageKind, id: string, path: readonly PropertyKey[]): string {
  const [block = '', key = ''] = path.map(String);
  const screens = blocksWithScreens[kind];
  if (!screens || (kind === 'guide' && id !== roadmap.questions.id)) return '';
  if (screens.whole.includes(block)) return block;
  if (!screens.each.includes(block)) return '';
  // Topics are known by their ids, for they move; everything else by its place in the list.
  return `${block}/${block === 'topics' ? (findStep(roadmap, id)?.topics[Number(key)]?.id ?? key) : key}`;
}

/** The title of a place: of its part where that has one, else of the page. */
export function placeTitle(roadmap: Roadmap, place: Place): string {
  return partTitle(roadmap, place) ?? findPage(roadmap, place)?.title ?? place.id;
}

function partTitle(roadmap: Roadmap, place: Place): string | undefined {
  const [block = '', key = ''] = place.part.split('/');
  switch (place.kind) {
    case 'step':
      return stepPartTitle(roadmap, place.id, block, key);
    case 'track':
      return block === 'notes' ? noteTitle(roadmap, place, key) : undefined;
    case 'readiness':
      return block === 'questions' ? checkQuestion(roadmap, place.id, Number(key)) : undefined;
    case 'guide':
      return block === 'items' ? roadmap.questions.items[Number(key)]?.ask : undefined;
    default:
      return undefined;
  }
}

function checkQuestion(roadmap: Roadmap, checkId: string, index: number): string | undefined {
  return roadmap.readinessChecks.find((check) => check.id === checkId)?.questions[index]?.ask;
}

function stepPartTitle(roadmap: Roadmap, stepId: string, block: string, key: string): string | undefined {
  const step = findStep(roadmap, stepId);
  if (block === 'topics') return step?.topics.find((topic) => topic.id === key)?.title;
  if (block === 'questions') return step?.questions[Number(key)]?.ask;
  return block === 'build' ? step?.build.title : undefined;
}

/** The notes of a track for a step name both. */
function noteTitle(roadmap: Roadmap, track: PageReference, stepId: string): string {
  return `${findStep(roadmap, stepId)?.title ?? stepId} · ${findPage(roadmap, track)?.title ?? track.id}`;
}
