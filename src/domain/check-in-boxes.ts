import type { CheckInContent } from './check-in.ts';
import { findStep, type Roadmap } from './roadmap.ts';

/** What can be ticked in the form. The step and the pair stand in their values: they are those that the form named. */
export const HELP_BOX = 'help';
export const PRIVATE_BOX = 'private';

export function finishedBox(stepId: string): string {
  return `finished/${stepId}`;
}

export function partnerBox(pairId: string): string {
  return `partner/${pairId}`;
}

/** What the ticked boxes say. A step that is not there, in a forged form, is not ticked. */
export function readBoxes(
  roadmap: Roadmap,
  ticked: readonly string[],
): Pick<CheckInContent, 'finishedStepId' | 'asksForHelp' | 'isPrivate' | 'partnerPairId'> {
  const named = valueAfter(finishedBox(''), ticked);
  return {
    finishedStepId: named === undefined ? undefined : findStep(roadmap, named)?.id,
    asksForHelp: ticked.includes(HELP_BOX),
    isPrivate: ticked.includes(PRIVATE_BOX),
    partnerPairId: valueAfter(partnerBox(''), ticked),
  };
}

/** The boxes that a check-in ticks. */
export function boxesOf(content: CheckInContent): string[] {
  return [
    ...(content.finishedStepId === undefined ? [] : [finishedBox(content.finishedStepId)]),
    ...(content.asksForHelp ? [HELP_BOX] : []),
    ...(content.isPrivate ? [PRIVATE_BOX] : []),
    ...(content.partnerPairId === undefined ? [] : [partnerBox(content.partnerPairId)]),
  ];
}

function valueAfter(start: string, ticked: readonly string[]): string | undefined {
  return ticked.find((box) => box.startsWith(start))?.slice(start.length);
}
