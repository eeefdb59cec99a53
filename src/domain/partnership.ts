import type { Temporal } from '../lib/temporal.ts';

/** Two members who see each other's check-ins, as one of them has it. */
export interface Partnership {
  readonly pairId: string;
  readonly memberId: string;
  /** Undefined: their data was deleted. */
  readonly partnerId: string | undefined;
  /** Whether this one asked the other. */
  readonly hasAsked: boolean;
  readonly askedAt: Temporal.Instant;
  readonly acceptedAt: Temporal.Instant | undefined;
  /** Ended, declined or withdrawn. */
  readonly endedAt: Temporal.Instant | undefined;
}

/** Whether the two are partners now. */
export function isPaired({ acceptedAt, endedAt, partnerId }: Partnership): boolean {
  return acceptedAt !== undefined && endedAt === undefined && partnerId !== undefined;
}
