import type { RenderContext } from './context.ts';
import { words } from './words.ts';

export type Place = Pick<RenderContext, 'locale' | 'timeZone' | 'now'>;

/** Discord's styles (docs: Message Formatting, Timestamp Styles). `R` is relative to now. */
const styles: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { year: 'numeric', month: '2-digit', day: '2-digit' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
  s: { dateStyle: 'short', timeStyle: 'short' },
  S: { dateStyle: 'short', timeStyle: 'medium' },
};

const units: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

const formats = new Map<string, Intl.DateTimeFormat>();

/** @param ms milliseconds since 1970 */
export function dateText(ms: number, style: string, { locale, timeZone }: Pick<Place, 'locale' | 'timeZone'>): string {
  const key = `${locale} ${timeZone} ${style}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...(styles[style] ?? styles.f), timeZone });
  formats.set(key, format);
  return format.format(ms);
}

export function relativeText(unix: number, { locale, now }: Pick<Place, 'locale' | 'now'>): string {
  const seconds = Math.round(unix - now / 1_000);
  const [unit, size] = units.find(([, least]) => Math.abs(seconds) >= least) ?? (['second', 1] as const);
  return new Intl.RelativeTimeFormat(locale).format(Math.trunc(seconds / size), unit);
}

/** When a message was sent, as its header says it: by the day when that is near. */
export function sentText(ms: number, place: Place): string {
  const day = (moment: number) => dateText(moment, 'd', place);
  const time = dateText(ms, 't', place);
  if (day(ms) === day(place.now)) return words.today(time);
  return day(ms) === day(place.now - 86_400_000) ? words.yesterday(time) : dateText(ms, 's', place);
}
