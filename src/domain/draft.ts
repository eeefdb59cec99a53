import type { Temporal } from '../lib/temporal.ts';

/** What a person was in the middle of. `content` is JSON; whoever reads it checks its shape. */
export interface Draft {
  readonly id: string;
  readonly userId: string;
  readonly kind: string;
  readonly content: unknown;
  readonly createdAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
}

/** How long a draft is kept, in hours. */
export const DRAFT_HOURS = 24;
