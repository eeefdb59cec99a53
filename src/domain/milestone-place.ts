import type { MilestoneId } from './milestone.ts';
import { PARTS, phaseEndsOf } from './milestone-calendar.ts';
import type { Phase, Roadmap } from './roadmap.ts';

/** Where a group stands once this milestone is reached: its part from 1 to 8, 0 before the start, 9 at the end. */
export function partReached(roadmap: Roadmap, { kind, part }: MilestoneId): number {
  switch (kind) {
    case 'week-before':
      return 0;
    case 'kick-off':
      return 1;
    case 'part':
      return part;
    case 'half-way':
      return PARTS / 2 + 1;
    case 'phase-end':
      return (phaseEndsOf(roadmap)[part - 1] ?? 0) + 1;
    case 'graduation':
      return PARTS + 1;
  }
}

/** The phase that a group is in during a part: that of its first step; the first before the start, the last after the end. */
export function phaseDuring(roadmap: Roadmap, part: number): Phase | undefined {
  const within = Math.min(Math.max(part, 1), PARTS);
  const step = roadmap.steps.find(({ month }) => month === within);
  return (
    roadmap.phases.find(({ id }) => id === step?.phaseId) ??
    roadmap.phases.find((phase) => phase.months.includes(within))
  );
}
