import type { ItemChange, Progress } from '../domain/progress.ts';
import type { ProgressOutcome, UndoOutcome } from '../domain/progress-outcome.ts';
import { type Catalogue, catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import { type ActionRow, button, buttonRow } from './kit.ts';

/** What a screen says first about what was just done, with the way back. */
export interface Notice {
  readonly blocks: readonly string[];
  readonly rows: readonly ActionRow[];
}

export const noNotice: Notice = { blocks: [], rows: [] };

type Known<Outcome> = Exclude<Outcome, { kind: 'unknown-step' }>;

/** What came of ticking, or of setting a step. */
export function changeNotice(outcome: Known<ProgressOutcome>): Notice {
  const { progress: words } = catalogueOf(outcome.roadmap.language);
  if (outcome.kind === 'unchanged') return { blocks: [words.nothingChanged], rows: [] };
  const { done, total } = outcome.progress.hours;
  const lines = [...changeLines(words, outcome.progress, outcome.changes), words.total(done, total)];
  return { blocks: [lines.join('\n')], rows: [buttonRow(undoButton(words, outcome.eventId))] };
}

export function undoButton(words: Catalogue['progress'], eventId: string) {
  return button({ label: words.undo, id: customId('done', 'undo', eventId) });
}

export function undoNotice({ kind, roadmap, progress }: UndoOutcome): Notice {
  const { progress: words } = catalogueOf(roadmap.language);
  const { done, total } = progress.hours;
  const sentences = {
    undone: `${words.undone} ${words.total(done, total)}`,
    'already-undone': words.alreadyUndone,
    overtaken: words.overtaken,
    'unknown-event': words.notToUndo,
  };
  return { blocks: [sentences[kind]], rows: [] };
}

/** One sentence for each kind of change. A step that was finished as a whole does not list its topics. */
function changeLines(words: Catalogue['progress'], { steps }: Progress, changes: readonly ItemChange[]): string[] {
  const changed = new Set(changes.map(({ itemId }) => itemId));
  const set = steps.find(({ recordIds }) => recordIds.some((id) => changed.has(id)));
  const items = steps.flatMap((step) => step.items).filter((item) => item.recordIds.some((id) => changed.has(id)));
  const ticked = items.filter((item) => item.isDone).map((item) => item.title);
  const unticked = items.filter((item) => !item.isDone).map((item) => item.title);
  return [
    ...(ticked.length > 0 && set?.recorded !== 'done' ? [words.ticked(ticked)] : []),
    ...(unticked.length > 0 ? [words.unticked(unticked)] : []),
    ...(set ? [stepLine(words, set)] : []),
  ];
}

function stepLine(words: Catalogue['progress'], { step, recorded }: Progress['steps'][number]): string {
  switch (recorded) {
    case 'started':
      return words.stepStarted(step.title);
    case 'done':
      return words.stepDone(step.title);
    case 'aside':
      return words.stepAside(step.title);
    case 'open':
      return words.stepOpen(step.title);
  }
}
