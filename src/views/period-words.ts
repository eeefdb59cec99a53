import type { Period } from '../domain/period.ts';
import { catalogueOf, sentenceLocale } from '../language/languages.ts';
import type { Temporal } from '../lib/temporal.ts';

/** What a period is called, in plain words: "Week of 2 March", "2 March to 4 March". For titles and lists, too. */
export function periodName(language: string, { rhythm, firstDay, lastDay }: NamedPeriod): string {
  const { checkIn } = catalogueOf(language);
  if (rhythm === 'weekly') return checkIn.weekOf(dayName(firstDay, language));
  if (firstDay.equals(lastDay)) return dayName(firstDay, language);
  return checkIn.spanOf(dayName(firstDay, language), dayName(lastDay, language));
}

/** What a member can answer who did nothing in it. */
export function nothingIn(language: string, { rhythm }: Pick<Period, 'rhythm'>): string {
  const { checkIn } = catalogueOf(language);
  return rhythm === 'weekly' ? checkIn.nothingThisWeek : checkIn.nothingThisTime;
}

/** As much of a period as its name needs. */
export type NamedPeriod = Pick<Period, 'rhythm' | 'firstDay' | 'lastDay'>;

function dayName(day: Temporal.PlainDate, language: string): string {
  return day.toLocaleString(sentenceLocale(language), { day: 'numeric', month: 'long' });
}
