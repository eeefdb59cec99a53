import type { Temporal } from '../lib/temporal.ts';
import { dayNumber, localDate, weekOfDay } from './plan-days.ts';
import { type ItemRecord, type Progress, summariseProgress } from './progress.ts';
import type { Roadmap } from './roadmap.ts';

/** Hours that were ticked on a day. */
export interface Work {
  readonly day: Temporal.PlainDate;
  readonly hours: number;
}

/** What a member really does in a week in which they do something. */
export interface ObservedPace {
  /** Hours a week: the median of the weeks that count, so that one week of ticking off what was known tells little. */
  readonly hours: number;
  /** How many finished weeks with activity there are. */
  readonly weeks: number;
}

/** Fewer active weeks than this say too little: then only the planned hours count. */
export const TELLING_WEEKS = 2;

/** Older weeks than the last so many active ones no longer say how somebody learns. */
const RECENT_WEEKS = 8;

/**
 * What was done on which day, in the member's zone. Each item counts once, on the day since which it is ticked: what
 * was taken back never happened. Retired topics and steps set aside were work all the same.
 */
export function workOf(roadmap: Roadmap, records: readonly ItemRecord[], zone: string): Work[] {
  const since = new Map(records.filter(({ state }) => state === 'done').map((one) => [one.itemId, one.since]));
  return summariseProgress(withRetired(roadmap), records).steps.flatMap(({ items, recordIds }) =>
    items.flatMap(({ isDone, hours, recordIds: itemIds }): Work[] => {
      const at =
        isDone && [...itemIds, ...recordIds].map((id) => since.get(id)).find((instant) => instant !== undefined);
      return at ? [{ day: localDate(at, zone), hours }] : [];
    }),
  );
}

/** Only finished weeks (Monday to Sunday) with activity enter: a week away says nothing about the pace of the others. */
export function observePace(work: readonly Work[], today: Temporal.PlainDate): ObservedPace {
  const running = weekOfDay(dayNumber(today));
  const weeks = Map.groupBy(
    work.map(({ day, hours }) => ({ week: weekOfDay(dayNumber(day)), hours })),
    ({ week }) => week,
  );
  const active = [...weeks]
    .filter(([week]) => week < running)
    .toSorted(([one], [other]) => other - one)
    .map(([, days]) => days.reduce((sum, { hours }) => sum + hours, 0))
    .filter((hours) => hours > 0);
  const recent = active.slice(0, RECENT_WEEKS);
  return { hours: medianOf(recent), weeks: active.length };
}

/** 0 of nothing. */
function medianOf(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  const [low = 0, high = low] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return (low + high) / 2;
}

/** Hours that are left until the phase of the current step is done; undefined at the end of the road. */
export function hoursToPhaseEnd({ steps, current }: Progress): number | undefined {
  if (!current) return undefined;
  const ofPhase = steps.filter(({ step, state }) => step.phaseId === current.step.phaseId && state !== 'aside');
  return ofPhase.reduce((sum, { hours }) => sum + hours.total - hours.done, 0);
}

function withRetired(roadmap: Roadmap): Roadmap {
  const all = [...roadmap.steps, ...roadmap.retiredSteps];
  return { ...roadmap, steps: all.map((step) => ({ ...step, topics: [...step.topics, ...step.retiredTopics] })) };
}
