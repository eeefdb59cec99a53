import { accent } from './kit.ts';

/** The colour of a phase; a phase without one of its own is neutral. */
export function phaseAccent(phaseId: string): number {
  return isPhaseColor(phaseId) ? accent[phaseId] : accent.neutral;
}

function isPhaseColor(id: string): id is keyof typeof accent {
  return id in accent;
}
