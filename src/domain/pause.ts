import { Temporal } from '../lib/temporal.ts';
import type { Pause } from './member.ts';
import { type DayContext, readDay } from './pause-days.ts';
import type { Span } from './plan-days.ts';

/** What a member typed: the first and the last day of their rest. */
export interface TypedPause {
  readonly from: string;
  readonly to: string;
}

export type PauseReading =
  | { readonly kind: 'read'; readonly span: Span }
  /** This text is no day. */
  | { readonly kind: 'no-day'; readonly typed: string }
  | { readonly kind: 'ends-before-start' }
  | { readonly kind: 'too-long' }
  /** It lies wholly before the member joined, or years away. */
  | { readonly kind: 'out-of-reach' };

/** The longest pause, in days, that is not over yet. Whoever rests longer adds another one; an absence is as long as it was. */
export const LONGEST_PAUSE = 366;

/** How many years ahead a pause may begin. */
const YEARS_AHEAD = 2;

/** Reads a pause that a person typed. Its last day is on or after the first: "Dec 24" to "Jan 6" spans two years. */
export function readPause(
  typed: TypedPause,
  context: DayContext & { readonly joinedOn: Temporal.PlainDate },
): PauseReading {
  const firstDay = readDay(typed.from, context);
  if (!firstDay) return { kind: 'no-day', typed: typed.from };
  const lastDay = readDay(typed.to, { ...context, from: firstDay });
  if (!lastDay) return { kind: 'no-day', typed: typed.to };
  return checkPause({ firstDay, lastDay }, context);
}

function checkPause(
  span: Span,
  { today, joinedOn }: { readonly today: Temporal.PlainDate; readonly joinedOn: Temporal.PlainDate },
): PauseReading {
  const { firstDay, lastDay } = span;
  if (compare(lastDay, firstDay) < 0) return { kind: 'ends-before-start' };
  if (daysOf(span) > LONGEST_PAUSE && compare(lastDay, today) > 0) return { kind: 'too-long' };
  const isTooLate = compare(firstDay, today.add({ years: YEARS_AHEAD })) > 0;
  if (isTooLate || compare(lastDay, joinedOn) < 0) return { kind: 'out-of-reach' };
  return { kind: 'read', span };
}

/** Both ends included. */
export function daysOf({ firstDay, lastDay }: Span): number {
  return firstDay.until(lastDay).days + 1;
}

/** The pause that covers exactly these days, where there is one: the same form sent twice adds nothing. */
export function findSamePause(pauses: readonly Pause[], { firstDay, lastDay }: Span): Pause | undefined {
  return pauses.find((pause) => pause.firstDay.equals(firstDay) && pause.lastDay.equals(lastDay));
}

const compare = Temporal.PlainDate.compare;
