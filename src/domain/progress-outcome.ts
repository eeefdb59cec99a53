import type { PageReading } from './page-reference.ts';
import type { DateRange } from './plan.ts';
import type { ItemChange, Progress, StepProgress } from './progress.ts';
import type { Roadmap } from './roadmap.ts';
import type { StreakState } from './streak.ts';

/** How a member stands, with the roadmap to show it in. */
export interface Stand {
  readonly roadmap: Roadmap;
  readonly progress: Progress;
}

export type UnknownStep = {
  readonly kind: 'unknown-step';
  readonly reading: Extract<PageReading, { kind: 'unknown' }>;
};

/** What came of changing progress: how it stands afterwards. */
export type ProgressOutcome =
  | (Stand & {
      readonly kind: 'changed';
      readonly eventId: string;
      readonly step: StepProgress;
      readonly changes: readonly ItemChange[];
    })
  /** It was so already: nothing was written. */
  | (Stand & { readonly kind: 'unchanged'; readonly step: StepProgress })
  | UnknownStep;

/** `step`: the one that the event was about, unless it was retired. */
export type UndoOutcome =
  | (Stand & { readonly kind: 'undone'; readonly step: StepProgress | undefined })
  | (Stand & { readonly kind: 'already-undone'; readonly step: StepProgress | undefined })
  /** All of it was changed again since then: nothing was written. */
  | (Stand & { readonly kind: 'overtaken'; readonly step: StepProgress | undefined })
  /** Not the member's own, or no event at all. */
  | (Stand & { readonly kind: 'unknown-event' });

/** How far a member is, as it may be seen by whoever asked. */
export type ProgressReading =
  /** `roadEnd` in days of the member's `zone`. `streak`: undefined where they turned it off. */
  | (Stand & {
      readonly kind: 'own';
      readonly roadEnd: DateRange;
      readonly zone: string;
      readonly streak: StreakState | undefined;
    })
  /** Which steps are done, and nothing else: a streak is its member's alone. */
  | (Stand & { readonly kind: 'other'; readonly userId: string })
  /** Not a member here, or kept to themselves: nobody is told which. */
  | { readonly kind: 'hidden'; readonly userId: string };
