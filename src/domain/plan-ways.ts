import type { Temporal } from '../lib/temporal.ts';
import {
  type DateRange,
  daysBehind,
  hoursLeft,
  makePlan,
  type PlanChange,
  type PlanInput,
  plainRange,
  plannedDay,
  projectedRange,
} from './plan.ts';
import { dateOfDay, dayNumber, restDays } from './plan-days.ts';
import { countStudyDays, skipStudyDays } from './plan-walk.ts';
import type { Progress, StepProgress } from './progress.ts';

/** More hours a week for some weeks. */
export interface MoreHours {
  /** Hours a week on top of the pace. */
  readonly hours: number;
  readonly weeks: number;
  /** The last day of them, rests left out. */
  readonly lastDay: Temporal.PlainDate;
  /** When the road then ends. */
  readonly projected: DateRange;
}

/** The planned end moves to where the road leads anyway. */
export interface LaterEnd {
  /** Study days by which it moves. */
  readonly days: number;
  readonly planned: Temporal.PlainDate;
}

/** A step is left out for now. */
export interface StepAside {
  readonly step: StepProgress;
  readonly projected: DateRange;
}

/** What somebody who is behind can do, each with the date it leads to. */
export interface WaysBack {
  /** Undefined where no more hours fit into a week. */
  readonly moreHours: MoreHours | undefined;
  readonly laterEnd: LaterEnd;
  /** In learning order; at least one step is left on the road. */
  readonly asides: readonly StepAside[];
}

/** Undefined for whoever is not behind. */
export function waysBack(input: PlanInput, progress: Progress): WaysBack | undefined {
  if (makePlan(input).standing.kind !== 'behind') return undefined;
  return { moreHours: moreHours(input), laterEnd: laterEnd(input), asides: stepsAside(input, progress) };
}

/** The plan as if this had been decided, too. */
export function withChange(input: PlanInput, change: PlanChange): PlanInput {
  return { ...input, changes: [...input.changes, change] };
}

/** Extra hours a week, the fewest that help within some weeks first; never more than half the pace on top. */
const EXTRA_HOURS = [1, 2, 3, 5, 8, 10];
const FEW_WEEKS = 8;
const MOST_WEEKS = 12;
const MOST_HOURS_A_WEEK = 60;

function moreHours(input: PlanInput): MoreHours | undefined {
  const pace = input.paces.at(-1)?.hours ?? 0;
  const fitting = EXTRA_HOURS.filter((hours) => hours <= Math.max(1, pace / 2) && pace + hours <= MOST_HOURS_A_WEEK);
  const most = fitting.at(-1);
  if (most === undefined) return undefined;
  const missing = missingHours(input, pace);
  const hours = fitting.find((extra) => Math.ceil(missing / extra) <= FEW_WEEKS) ?? most;
  const weeksLeft = Math.max(1, Math.floor(hoursLeft(input) / (pace + hours)));
  const weeks = Math.min(Math.ceil(missing / hours), MOST_WEEKS, weeksLeft);
  const change = { id: '', kind: 'more-hours', firstDay: input.today, hours, days: weeks * 7 } as const;
  return {
    hours,
    weeks,
    lastDay: dateOfDay(skipStudyDays(dayNumber(input.today), weeks * 7, restDays(input.rests))),
    projected: projectedRange(withChange(input, change)),
  };
}

/** Hours by which the plan is ahead of what was done, at the faster of planned and real pace. */
function missingHours(input: PlanInput, pace: number): number {
  return Math.max(1, Math.round((daysBehind(input) / 7) * pace));
}

function laterEnd(input: PlanInput): LaterEnd {
  const { slow } = plainRange(input);
  const days = countStudyDays(plannedDay(input), slow, restDays(input.rests));
  const change = { id: '', kind: 'later-end', firstDay: input.today, days } as const;
  return { days, planned: dateOfDay(plannedDay(withChange(input, change))) };
}

function stepsAside(input: PlanInput, { steps }: Progress): StepAside[] {
  const open = steps.filter(({ state }) => state === 'open' || state === 'started');
  if (open.length < 2) return [];
  return open.map((step) => {
    const hours = { done: input.hours.done - step.hours.done, total: input.hours.total - step.hours.total };
    return { step, projected: projectedRange({ ...input, hours }) };
  });
}
