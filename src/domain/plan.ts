import type { Temporal } from '../lib/temporal.ts';
import { type DayNumber, dateOfDay, dayNumber, restDays, type Span } from './plan-days.ts';
import { countStudyDays, dayOfCompletion, skipStudyDays } from './plan-walk.ts';
import { type ObservedPace, observePace, TELLING_WEEKS, type Work } from './plan-work.ts';
import type { Hours } from './progress.ts';

/** Hours a week that were planned from a day on. */
export interface PlannedPace {
  readonly from: Temporal.PlainDate;
  readonly hours: number;
}

/** What a member decided about their plan beside their hours a week. */
export type PlanChange = { readonly id: string; readonly firstDay: Temporal.PlainDate } & (
  | {
      readonly kind: 'more-hours';
      /** More hours a week than the pace, for so many study days after `firstDay`. */
      readonly hours: number;
      readonly days: number;
    }
  /** The planned end lies so many study days later. */
  | { readonly kind: 'later-end'; readonly days: number }
);

/** What a way that was offered is kept under: of one offer each kind counts once. */
export function wayId(offerId: string, kind: PlanChange['kind']): string {
  return `${kind}.${offerId}`;
}

/** All that a plan follows from, in the member's own calendar. */
export interface PlanInput {
  readonly today: Temporal.PlainDate;
  readonly joinedOn: Temporal.PlainDate;
  /** Oldest first, at least one. */
  readonly paces: readonly PlannedPace[];
  /** Pauses of the member and breaks of their groups, in any order; a day in several of them counts once. */
  readonly rests: readonly Span[];
  readonly changes: readonly PlanChange[];
  readonly work: readonly Work[];
  readonly hours: Hours;
  /** Undefined at the end of the road. */
  readonly hoursToPhaseEnd: number | undefined;
}

export interface DateRange {
  readonly early: Temporal.PlainDate;
  readonly late: Temporal.PlainDate;
}

/** Against one's own plan: what the faster and the slower of planned and real pace lead to, in weeks without rests. */
export type PlanStanding =
  | { readonly kind: 'finished' }
  | { readonly kind: 'on-time' }
  | { readonly kind: 'ahead'; readonly weeks: number }
  | { readonly kind: 'behind'; readonly weeks: number };

export interface Plan {
  readonly hours: Hours;
  /** Hours a week planned now. */
  readonly pace: number;
  readonly observed: ObservedPace;
  /** When the hours planned since joining cover the whole road. */
  readonly planned: Temporal.PlainDate;
  /** When the road ends as things go. Both ends are today where nothing is left. */
  readonly projected: DateRange;
  /** The same for the current phase. */
  readonly phaseEnd: DateRange | undefined;
  readonly standing: PlanStanding;
}

export function makePlan(input: PlanInput): Plan {
  return {
    hours: input.hours,
    pace: currentPace(input),
    observed: observePace(input.work, input.today),
    planned: dateOfDay(plannedDay(input)),
    projected: projectedRange(input),
    phaseEnd: input.hoursToPhaseEnd === undefined ? undefined : projectedRange(input, input.hoursToPhaseEnd),
    standing: standingOf(input),
  };
}

/** When so many hours are done as things go; left out: all that are left. */
export function projectedRange(input: PlanInput, hours = hoursLeft(input)): DateRange {
  const observed = observePace(input.work, input.today);
  const { fast, slow } = paceRange(input, observed);
  const spread = SPREAD / Math.sqrt(1 + observed.weeks);
  return {
    early: dateOfDay(projectedDay(input, hours, fast * (1 + spread))),
    late: dateOfDay(projectedDay(input, hours, slow * (1 - spread))),
  };
}

export function hoursLeft({ hours }: Pick<PlanInput, 'hours'>): number {
  return Math.max(hours.total - hours.done, 0);
}

/** By how much a forecast may be off before anything is known; it shrinks with every finished week. */
const SPREAD = 0.15;

/** A difference of less than a week is none: whoever learns at weekends is not behind on a Thursday. */
const TOLERANCE = 6;

/** Hours a week that a forecast reckons with at least: less says nothing about an end. */
const SLOWEST = 1;

/** The day on which the hours planned since joining cover the total, and what the end was moved by. */
export function plannedDay({ joinedOn, hours, paces, rests, changes }: PlanInput): DayNumber {
  const isRest = restDays(rests);
  const byDay = paces.map(({ from, hours: weekly }) => ({ from: dayNumber(from), hours: weekly }));
  const weekly = (_studyDay: number, day: DayNumber) => paceOn(byDay, day);
  const covered = dayOfCompletion({ after: dayNumber(joinedOn), hours: hours.total, isRest, weekly });
  const later = changes.reduce((sum, change) => sum + (change.kind === 'later-end' ? change.days : 0), 0);
  return skipStudyDays(covered, later, isRest);
}

/** The days on which the road ends at the faster and at the slower of planned and real pace, without any spread. */
export function plainRange(input: PlanInput): { readonly fast: DayNumber; readonly slow: DayNumber } {
  const { fast, slow } = paceRange(input, observePace(input.work, input.today));
  const left = hoursLeft(input);
  return { fast: projectedDay(input, left, fast), slow: projectedDay(input, left, slow) };
}

/** Study days by which the faster of planned and real pace ends after the plan: a rest in between puts nobody behind. */
export function daysBehind(input: PlanInput): number {
  return countStudyDays(plannedDay(input), plainRange(input).fast, restDays(input.rests));
}

function standingOf(input: PlanInput): PlanStanding {
  if (hoursLeft(input) === 0) return { kind: 'finished' };
  const behind = daysBehind(input);
  const ahead = countStudyDays(plainRange(input).slow, plannedDay(input), restDays(input.rests));
  if (behind > TOLERANCE) return { kind: 'behind', weeks: Math.round(behind / 7) };
  if (ahead > TOLERANCE) return { kind: 'ahead', weeks: Math.round(ahead / 7) };
  return { kind: 'on-time' };
}

function paceRange(input: PlanInput, observed: ObservedPace): { readonly fast: number; readonly slow: number } {
  const pace = currentPace(input);
  if (observed.weeks < TELLING_WEEKS) return { fast: pace, slow: pace };
  const real = Math.max(observed.hours, SLOWEST);
  return { fast: Math.max(pace, real), slow: Math.min(pace, real) };
}

/** From tomorrow on at so many hours a week, more in the weeks for which more were decided. */
function projectedDay({ today, rests, changes }: PlanInput, hours: number, pace: number): DayNumber {
  const after = dayNumber(today);
  const isRest = restDays(rests);
  const extras = changes.flatMap((change) => {
    if (change.kind !== 'more-hours') return [];
    const gone = countStudyDays(dayNumber(change.firstDay), after, isRest);
    return [{ until: change.days - gone, hours: change.hours }];
  });
  const weekly = (studyDay: number) =>
    extras.reduce((sum, extra) => sum + (studyDay <= extra.until ? extra.hours : 0), pace);
  return dayOfCompletion({ after, hours, isRest, weekly });
}

/** Hours a week planned on a day: the newest pace that was in force; the first one before that. */
function paceOn(paces: readonly { readonly from: DayNumber; readonly hours: number }[], day: DayNumber): number {
  const pace = paces.findLast(({ from }) => from <= day) ?? paces[0];
  if (!pace) throw new RangeError('A plan needs a pace.');
  return pace.hours;
}

/** The newest: a change takes effect when it is made. */
function currentPace({ paces }: PlanInput): number {
  return paceOn(
    paces.map(({ hours }) => ({ from: 0, hours })),
    0,
  );
}
