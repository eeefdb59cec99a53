import type { DateRange } from '../domain/plan.ts';
import { noonOf } from '../domain/plan-days.ts';
import type { PlanReading } from '../domain/plan-reading.ts';
import { nextItem } from '../domain/progress.ts';
import { catalogueOf, sentenceLocale } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import type { Temporal } from '../lib/temporal.ts';
import { dayOf } from './day-of.ts';
import type { ButtonParts } from './kit.ts';
import { openItemId } from './place-id.ts';

/** A day in a text: Discord writes it in its reader's language. */
export function dayStamp(date: Temporal.PlainDate, zone: string): string {
  return dayOf(noonOf(date, zone));
}

/** Both ends of a range, for a text. */
export function rangeStamps({ early, late }: DateRange, zone: string): [early: string, late: string] {
  return [dayStamp(early, zone), dayStamp(late, zone)];
}

/** A day written out, for lists to choose from, where no timestamp works: "24 Dec 2026". */
export function dayText(date: Temporal.PlainDate, language: string): string {
  return date.toLocaleString(sentenceLocale(language), {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
}

/** Hours a week as people say them: halves at most. */
export function roundHours(hours: number): number {
  return Math.max(Math.round(hours * 2) / 2, 0.5);
}

/** What to do next: tonight's topic, or the home screen at the end of the road. */
export function onwardButton({ roadmap, progress }: PlanReading): ButtonParts {
  const { plan: words, common } = catalogueOf(roadmap.language);
  const item = nextItem(progress);
  if (!item) return { label: common.home, id: customId('help', 'open', 'home'), style: 'primary' };
  return { label: words.tonight, id: openItemId(item), style: 'primary' };
}
