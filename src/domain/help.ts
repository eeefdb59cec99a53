import type { Temporal } from '../lib/temporal.ts';

/** That a member is stuck with a step. */
export interface HelpRequest {
  readonly id: string;
  readonly memberId: string;
  readonly groupId: string;
  readonly stepId: string;
  /** What is in the way; undefined: they did not say. */
  readonly words: string | undefined;
  readonly askedAt: Temporal.Instant;
  /** When they said that they are through. */
  readonly settledAt: Temporal.Instant | undefined;
}

/** That a member can help with a blocker: a request, or a check-in that asks for help. */
export interface HelpOffer {
  readonly blockerId: string;
  readonly memberId: string;
  readonly offeredAt: Temporal.Instant;
}
