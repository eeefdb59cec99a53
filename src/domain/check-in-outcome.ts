import type { CheckIn } from './check-in.ts';
import type { ProgressOutcome } from './progress-outcome.ts';
import type { StoredPeriod } from './stored-period.ts';
import type { StreakState } from './streak.ts';
import type { StudyGroup } from './study-group.ts';

/** A check-in with the period that it is about, and the group of that. Undefined: the author's own week. */
export interface PlacedCheckIn {
  readonly checkIn: CheckIn;
  readonly period: StoredPeriod;
  readonly group: StudyGroup | undefined;
}

/** What came of sending the form. */
export type CheckInOutcome =
  | (PlacedCheckIn & {
      readonly kind: 'written' | 'corrected';
      /** Undefined: the member turned streaks off. */
      readonly streak: StreakState | undefined;
      /** What became of the step that was ticked as finished. Undefined: none was, or it was ticked before. */
      readonly finished: ProgressOutcome | undefined;
      /** Once, after a member's first check-in. */
      readonly offersReminders: boolean;
    })
  /** The very same form again: nothing was written. */
  | (PlacedCheckIn & { readonly kind: 'unchanged' })
  /** The period is not one that the member can check in for: over, not theirs, or not there. */
  | { readonly kind: 'not-open' };

export type TakeBackOutcome =
  | (PlacedCheckIn & { readonly kind: 'taken-back' })
  | (PlacedCheckIn & { readonly kind: 'already' })
  /** Not the member's own, or not there. */
  | { readonly kind: 'not-yours' };

export type HideOutcome =
  | (PlacedCheckIn & { readonly kind: 'hidden' | 'shown' })
  /** It is so already, or its author took it back or made it private: nothing was written. */
  | { readonly kind: 'already' }
  | { readonly kind: 'not-there' }
  /** Only moderators of the group may. */
  | { readonly kind: 'not-moderator' };
