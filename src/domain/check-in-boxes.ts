import type { CheckInContent } from './check-in.ts';
import { findStep, type Roadmap } from './roadmap.ts';

/** What can be ticked in the form. The step stands in its value: it is the one that the form named. */
export const HELP_BOX = 'help';
export const PRIVATE_BOX = 'private';
export const PARTNER_BOX = 'partner';

export function finishedBox(stepId: string): string {
  return `finished/${stepId}`;
}

/** What the ticked boxes say. A step that is not there, in a forged form, is not ticked. */
export function readBoxes(
  roadmap: Roadmap,
  ticked: readonly string[],
): Pick<CheckInContent, 'finishedStepId' | 'asksForHelp' | 'isPrivate' | 'partnerMaySee'> {
  const named = ticked.find((box) => box.startsWith(finishedBox('')))?.slice(finishedBox('').length);
  return {
    finishedStepId: named === undefined ? undefined : findStep(roadmap, named)?.id,
    asksForHelp: ticked.includes(HELP_BOX),
    isPrivate: ticked.includes(PRIVATE_BOX),
    partnerMaySee: ticked.includes(PARTNER_BOX),
  };
}

/** The boxes that a check-in ticks. */
export function boxesOf(content: CheckInContent): string[] {
  return [
    ...(content.finishedStepId === undefined ? [] : [finishedBox(content.finishedStepId)]),
    ...(content.asksForHelp ? [HELP_BOX] : []),
    ...(content.isPrivate ? [PRIVATE_BOX] : []),
    ...(content.partnerMaySee ? [PARTNER_BOX] : []),
  ];
}
