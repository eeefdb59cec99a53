import type { PlanInput } from '../../src/domain/plan.ts';
import { Temporal } from '../../src/lib/temporal.ts';

export const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);

/** 520 hours at 10 a week, joined on Monday 5 January 2026, which is today: nothing is done yet. */
export function aPlanInput(overrides: Partial<PlanInput> = {}): PlanInput {
  const joinedOn = overrides.joinedOn ?? day('2026-01-05');
  return {
    today: joinedOn,
    joinedOn,
    paces: [{ from: joinedOn, hours: 10 }],
    rests: [],
    changes: [],
    work: [],
    hours: { done: 0, total: 520 },
    hoursToPhaseEnd: 120,
    ...overrides,
  };
}
