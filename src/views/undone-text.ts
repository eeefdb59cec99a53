import type { UndoableChange } from '../domain/group-change.ts';
import type { Milestone } from '../domain/milestone.ts';
import type { Roadmap } from '../domain/roadmap.ts';
import type { StudyGroup } from '../domain/study-group.ts';
import { catalogueOf } from '../language/languages.ts';
import { milestoneTitle } from './milestone-words.ts';

type Undoing =
  | { readonly kind: 'undone'; readonly undone: UndoableChange; readonly lost: readonly Milestone[] }
  | { readonly kind: 'already' }
  | { readonly kind: 'overtaken' };

/** What became of taking a change back, and which posts it left in the past. */
export function undoneText(roadmap: Roadmap, group: StudyGroup, outcome: Undoing): string {
  const { milestone: words } = catalogueOf(roadmap.language);
  if (outcome.kind === 'already') return words.undoneAlready;
  if (outcome.kind === 'overtaken') return words.overtaken;
  const done = outcome.undone.kind === 'break-planned' ? words.undoneBreak : words.undone;
  const lost = outcome.lost.map((id) => milestoneTitle(roadmap, group.schedule.months, id));
  return lost.length === 0 ? done : `${done}\n${words.undoneLost(lost)}`;
}
