import type { Temporal } from '../lib/temporal.ts';
import type { Pace } from './member.ts';
import type { Progress } from './progress.ts';

/** When what is left is done at the planned pace: for whoever joins now, and has no past that /plan could look at. */
export interface RoadAhead {
  /** End of the phase of the current step; undefined at the end of the road. */
  readonly phaseEnd: Temporal.Instant | undefined;
  readonly roadEnd: Temporal.Instant | undefined;
}

export function roadAhead(progress: Progress, pace: Pace, now: Temporal.Instant): RoadAhead {
  const phaseId = progress.current?.step.phaseId;
  if (phaseId === undefined) return { phaseEnd: undefined, roadEnd: undefined };
  const open = progress.steps.filter(({ state }) => state !== 'aside');
  const last = open.findLastIndex(({ step }) => step.phaseId === phaseId);
  return {
    phaseEnd: dayAfter(hoursLeft(open.slice(0, last + 1)), pace, now),
    roadEnd: dayAfter(hoursLeft(open), pace, now),
  };
}

function hoursLeft(steps: Progress['steps']): number {
  return steps.reduce((sum, { hours }) => sum + hours.total - hours.done, 0);
}

/** Noon of the day on which so many hours are done, in the member's zone: no reader's zone moves it far. */
function dayAfter(hours: number, pace: Pace, now: Temporal.Instant): Temporal.Instant {
  const today = now.toZonedDateTimeISO(pace.zone).toPlainDate();
  const day = today.add({ days: Math.ceil((hours / pace.hours) * 7) });
  return day.toZonedDateTime({ timeZone: pace.zone, plainTime: '12:00' }).toInstant();
}
