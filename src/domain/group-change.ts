import type { Temporal } from '../lib/temporal.ts';

/** What a moderator changed, as the log keeps it: days as "2026-12-24", milestones as their codes. */
export type ChangeOfGroup =
  | { readonly kind: 'set-up' }
  | { readonly kind: 'edited'; readonly fields: readonly string[] }
  | { readonly kind: 'archived' }
  | { readonly kind: 'revived' }
  | { readonly kind: 'member-removed' }
  | { readonly kind: 'announced'; readonly code: string; readonly isExtra: boolean }
  | { readonly kind: 'moved'; readonly code: string; readonly from: string; readonly to: string }
  | { readonly kind: 'skipped'; readonly code: string }
  | { readonly kind: 'restored'; readonly code: string }
  | { readonly kind: 'paused' }
  | { readonly kind: 'resumed'; readonly shifts: boolean; readonly days: number }
  | { readonly kind: 'break-planned'; readonly firstDay: string; readonly lastDay: string }
  | { readonly kind: 'break-undone'; readonly firstDay: string; readonly lastDay: string }
  | { readonly kind: 'decided-uncertain'; readonly key: string; readonly isThere: boolean };

/** An entry of a group's log. The entry outlives whoever made it; then it names nobody. */
export interface GroupChange {
  readonly id: string;
  readonly groupId: string;
  readonly actorId: string | undefined;
  readonly at: Temporal.Instant;
  readonly change: ChangeOfGroup;
}
