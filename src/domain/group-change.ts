import type { Temporal } from '../lib/temporal.ts';
import type { MilestoneFate } from './milestone.ts';
import type { WrittenSettings } from './written-settings.ts';

/** What a moderator changed, as the log keeps it: days as "2026-12-24", milestones as their codes. */
export type ChangeOfGroup =
  | { readonly kind: 'set-up' }
  /** One that was logged without what it replaced cannot be taken back. */
  | { readonly kind: 'edited'; readonly fields: readonly string[] }
  | { readonly kind: 'archived' }
  | { readonly kind: 'revived' }
  | { readonly kind: 'member-removed' }
  | { readonly kind: 'woken' }
  | { readonly kind: 'announced'; readonly code: string; readonly isExtra: boolean }
  | UndoableChange
  | { readonly kind: 'undone'; readonly undone: UndoableChange }
  | { readonly kind: 'decided-uncertain'; readonly key: string; readonly isThere: boolean };

/** What can be taken back, with all that it takes to do so. */
export type UndoableChange =
  | {
      readonly kind: 'moved';
      readonly code: string;
      readonly from: string;
      readonly to: string;
      /** The day that it had been moved to before, and the instant of that. */
      readonly before: { readonly to: string; readonly at: string } | undefined;
      readonly fate: MilestoneFate;
    }
  | SettingsEdit
  | { readonly kind: 'skipped'; readonly code: string; readonly fate: MilestoneFate }
  | { readonly kind: 'restored'; readonly code: string }
  | { readonly kind: 'paused'; readonly breakId: string }
  | {
      readonly kind: 'resumed';
      readonly breakId: string;
      /** The instant at which the pause began. */
      readonly since: string;
      readonly shifts: boolean;
      readonly days: number;
      /** What fell into the pause. */
      readonly skipped: readonly string[];
    }
  | {
      readonly kind: 'break-planned';
      readonly breakId: string;
      readonly firstDay: string;
      readonly lastDay: string;
    };

/** Other settings, with those that they replaced. */
export interface SettingsEdit {
  readonly kind: 'edited';
  readonly fields: readonly string[];
  readonly before: WrittenSettings;
  readonly after: WrittenSettings;
}

export function isUndoable(change: ChangeOfGroup): change is UndoableChange {
  if (change.kind === 'edited') return 'before' in change;
  const kinds: readonly string[] = ['moved', 'skipped', 'restored', 'paused', 'resumed', 'break-planned'];
  return kinds.includes(change.kind);
}

/** What the log calls the entry that took another one back. */
export function undoIdOf(changeId: string): string {
  return `undo-${changeId}`;
}

/** The newest of these entries that can still be taken back; they are given the newest first. */
export function findUndoable(
  entries: readonly GroupChange[],
): (GroupChange & { readonly change: UndoableChange }) | undefined {
  const ids = new Set(entries.map(({ id }) => id));
  for (const entry of entries) {
    const { change } = entry;
    if (isUndoable(change) && !ids.has(undoIdOf(entry.id))) return { ...entry, change };
  }
  return undefined;
}

/** An entry of a group's log. The entry outlives whoever made it; then it names nobody. */
export interface GroupChange {
  readonly id: string;
  readonly groupId: string;
  readonly actorId: string | undefined;
  readonly at: Temporal.Instant;
  readonly change: ChangeOfGroup;
}
