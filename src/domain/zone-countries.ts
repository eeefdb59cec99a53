import { Temporal } from '../lib/temporal.ts';
import { citiesOfZones, otherCountryNames, presentZoneNames } from './zone-places.ts';

export interface Country {
  /** Two letters. */
  readonly code: string;
  /** In English. */
  readonly name: string;
  /** All that it is called: in English, in its own language, and otherwise. */
  readonly names: readonly string[];
  /** IANA names, those with the most cities first. */
  readonly zones: readonly string[];
}

/** Every country that has a time zone, as Intl knows them, those with the most cities first. */
export function listCountries(): Country[] {
  const cities = ({ zones }: Country) => zones.reduce((sum, zone) => sum + sizeOf(zone), 0);
  return unsortedCountries().toSorted((one, other) => cities(other) - cities(one));
}

function unsortedCountries(): Country[] {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  return twoLetterCodes().flatMap((code) => {
    const name = names.of(code);
    const region = new Intl.Locale(`und-${code}`);
    if (name === undefined || region.region !== code) return []; // Unknown, or of a country that is no more.
    const zones = zonesOf(region);
    return zones.length === 0 ? [] : [{ code, name, names: allNames(code, name), zones }];
  });
}

/** One zone for each clock that a country has: of those which always show the same time, the one with most cities. */
export function differentZones({ zones }: Country): string[] {
  const first = new Map<string, string>();
  for (const zone of zones) if (!first.has(clockOf(zone))) first.set(clockOf(zone), zone);
  return [...first.values()];
}

function zonesOf(region: Intl.Locale): string[] {
  const zones = region.getTimeZones?.() ?? [];
  return zones.map((zone) => presentZoneNames[zone] ?? zone).toSorted((one, other) => sizeOf(other) - sizeOf(one));
}

function sizeOf(zone: string): number {
  return citiesOfZones[zone]?.length ?? 0;
}

/** How far a zone is from UTC in January and in July: zones of one country that agree in both show the same time. */
function clockOf(zone: string): string {
  return ['2026-01-15', '2026-07-15'].map((day) => Temporal.PlainDate.from(day).toZonedDateTime(zone).offset).join(' ');
}

function allNames(code: string, name: string): string[] {
  const { language } = new Intl.Locale(`und-${code}`).maximize();
  const own = new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? name;
  return [...new Set([name, own, ...(otherCountryNames[code] ?? [])])];
}

function twoLetterCodes(): string[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  return letters.flatMap((first) => letters.map((second) => `${first}${second}`));
}
