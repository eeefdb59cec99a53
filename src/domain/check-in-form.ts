import { isVisible } from '../lib/visible.ts';
import { type CheckInContent, DID_LENGTH, NEXT_LENGTH, OBSTACLE_LENGTH } from './check-in.ts';
import type { Span } from './plan-days.ts';

/** What stands in the fields of the form. */
export interface TypedCheckIn {
  readonly did: string;
  readonly next: string;
  readonly obstacle: string;
  readonly hours: string;
}

/** Why a form is refused. */
export type CheckInProblem =
  /** Nothing that anybody could see. */
  | 'nothing-said'
  | 'too-long'
  /** Not a number of hours. */
  | 'no-hours'
  /** More hours than the period has. */
  | 'too-many-hours';

export type CheckInReading =
  | { readonly kind: 'read'; readonly words: Pick<CheckInContent, 'did' | 'next' | 'obstacle' | 'hours'> }
  | { readonly kind: 'refused'; readonly problem: CheckInProblem };

/** Reads what was typed. Blanks around it do not count; a field without anything to see is empty. */
export function readCheckIn(typed: TypedCheckIn, period: Span): CheckInReading {
  const did = wordsOf(typed.did);
  const next = wordsOf(typed.next);
  const obstacle = wordsOf(typed.obstacle);
  if (did === undefined) return { kind: 'refused', problem: 'nothing-said' };
  const isTooLong =
    did.length > DID_LENGTH || (next ?? '').length > NEXT_LENGTH || (obstacle ?? '').length > OBSTACLE_LENGTH;
  if (isTooLong) return { kind: 'refused', problem: 'too-long' };
  const hours = readHours(typed.hours);
  if (hours === 'no-hours') return { kind: 'refused', problem: 'no-hours' };
  if (hours !== undefined && hours > mostHours(period)) return { kind: 'refused', problem: 'too-many-hours' };
  return { kind: 'read', words: { did, next, obstacle, hours } };
}

/** As many hours as a period has. */
export function mostHours({ firstDay, lastDay }: Span): number {
  return 24 * (firstDay.until(lastDay).days + 1);
}

/** "3", "3.5", "3,5 h", "3:30", "3h30", "3 h 30 min", "90 min". Undefined for an empty field. In hours, to the minute. */
function readHours(typed: string): number | undefined | 'no-hours' {
  const text = wordsOf(typed)?.toLowerCase();
  if (text === undefined) return undefined;
  const [, whole, minutes] = /^(\d{1,3})(?::|\s?h(?:ours?)?\s?)([0-5]?\d)\s?(?:m(?:in(?:utes?)?)?)?$/.exec(text) ?? [];
  if (whole && minutes) return toTheMinute(Number(whole) * 60 + Number(minutes));
  const [, alone] = /^(\d{1,4})\s?m(?:in(?:utes?)?)?$/.exec(text) ?? [];
  if (alone) return toTheMinute(Number(alone));
  const [, decimal] = /^(\d{1,3}(?:[.,]\d{1,2})?)\s?(?:h(?:ours?)?)?$/.exec(text) ?? [];
  return decimal ? toTheMinute(Number(decimal.replace(',', '.')) * 60) : 'no-hours';
}

function toTheMinute(minutes: number): number {
  return Math.round(minutes) / 60;
}

/** What was typed, without the blanks around it. Undefined where nobody could see anything of it. */
export function wordsOf(typed: string): string | undefined {
  const text = typed.trim();
  return isVisible(text) ? text : undefined;
}
