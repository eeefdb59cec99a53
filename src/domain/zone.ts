import { createFinder, type Finder } from '../lib/finder.ts';
import type { Temporal } from '../lib/temporal.ts';
import { type Country, differentZones, listCountries } from './zone-countries.ts';
import { citiesOfZones } from './zone-places.ts';

/** A time zone to choose. */
export interface ZoneChoice {
  /** IANA name, as it is stored. */
  readonly zone: string;
  /** As people say it: "Munich, Germany". */
  readonly label: string;
}

/**
 * Zones by the name of a city, a country or the zone itself, best first, each zone once. What is meant without doubt
 * is all there is; otherwise typing errors are forgiven. A country gives one zone for each of its clocks.
 */
export function findZones(typed: string, limit: number): readonly ZoneChoice[] {
  const { finder, choicesById, choicesByName } = zoneIndex();
  const wanted = foldLetters(typed);
  const found =
    choicesByName.get(wanted) ?? finder.find(wanted, FOUND_AT_MOST).flatMap(({ id }) => choicesById.get(id) ?? []);
  const known = new Set<string>();
  return found.filter(({ zone }) => !known.has(zone) && known.add(zone)).slice(0, limit);
}

/** What somebody typed as a zone, and the one that it means; undefined: there is none like it. */
export interface TypedZone {
  readonly typed: string;
  readonly zone: string | undefined;
}

/** An IANA name as it is, anything else as a place. */
export function readZone(typed: string): TypedZone {
  return { typed, zone: isZone(typed) ? typed : findZones(typed, 1)[0]?.zone };
}

/** Whether this is the IANA name of a zone that can be reckoned with. An offset such as "+02:00" is none. */
export function isZone(name: string): boolean {
  if (!/^[A-Z][\w+-]*(\/[\w+-]+)*$/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Parts of the world that a locale names in place of a country, and the country there with the most people. */
const biggestCountries: Readonly<Record<string, string>> = { '419': 'MX' }; // "es-419" is Spanish in Latin America.

/** A first guess from a Discord locale such as "de": where most people of that country live. "UTC" without a guess. */
export function zoneOfLocale(locale: string): string {
  try {
    const { region = '' } = new Intl.Locale(locale).maximize();
    return zoneIndex().choicesById.get(biggestCountries[region] ?? region)?.[0]?.zone ?? 'UTC';
  } catch {
    return 'UTC'; // No locale at all.
  }
}

/** What the clock on the wall says there: "19:42". */
export function localTime(now: Temporal.Instant, zone: string): string {
  return now.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' });
}

/** More than are ever shown, because several names lead to one zone. */
const FOUND_AT_MOST = 100;

/** Something that has a name and leads to zones: a city, or a country. */
interface Place {
  readonly id: string;
  readonly names: readonly string[];
  /** Further names that mean it without doubt, and words that only help to find it. */
  readonly fullNames: readonly string[];
  readonly words: string;
  readonly choices: readonly ZoneChoice[];
}

interface ZoneIndex {
  readonly finder: Finder;
  readonly choicesById: ReadonlyMap<string, readonly ZoneChoice[]>;
  /** By a name in small letters without accents. One name may be that of several places. */
  readonly choicesByName: ReadonlyMap<string, readonly ZoneChoice[]>;
}

let made: ZoneIndex | undefined;

/** Made when it is first needed: it takes about a tenth of a second. */
function zoneIndex(): ZoneIndex {
  made ??= indexOf([...listCountries().flatMap((country) => [placeOf(country), ...citiesOf(country)]), utc]);
  return made;
}

function indexOf(places: readonly Place[]): ZoneIndex {
  const named = places.flatMap(({ names, fullNames, choices }) =>
    [...names, ...fullNames].map((name) => ({ name: foldLetters(name), choices })),
  );
  const findables = places.map(({ id, names, words }) => ({
    id,
    title: [...new Set(names.map(foldLetters))].join(' '),
    words: foldLetters(words),
  }));
  return {
    finder: createFinder(findables),
    choicesById: new Map(places.map(({ id, choices }) => [id, choices])),
    choicesByName: new Map(
      [...Map.groupBy(named, ({ name }) => name)].map(([name, all]) => [name, all.flatMap(({ choices }) => choices)]),
    ),
  };
}

const utc: Place = { id: 'UTC', names: ['UTC'], fullNames: [], words: 'GMT', choices: [{ zone: 'UTC', label: 'UTC' }] };

function placeOf(country: Country): Place {
  const choices = differentZones(country).map((zone) => ({
    zone,
    label: `${cityNames(zone)[0]?.[0]}, ${country.name}`,
  }));
  return { id: country.code, names: country.names, fullNames: [], words: country.code, choices };
}

function citiesOf({ zones, name, names }: Country): Place[] {
  return zones.flatMap((zone) =>
    cityNames(zone).map((city) => {
      const label = `${city[0]}, ${name}`;
      const words = `${names.join(' ')} ${zone}`;
      return { id: `${zone} ${label}`, names: city, fullNames: [label, zone], words, choices: [{ zone, label }] };
    }),
  );
}

/** The cities of a zone, each with all its names, the usual one first. */
function cityNames(zone: string): string[][] {
  return (citiesOfZones[zone] ?? [cityInName(zone)]).map((city) => city.split(' | '));
}

/** "Port-au-Prince" of "America/Port-au-Prince". */
function cityInName(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

const ownLetters: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe' };

/** The text in small letters without accents: nobody types them on a foreign keyboard. */
function foldLetters(text: string): string {
  const plain = text.trim().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  return plain.replace(/[łøđıßæœ]/g, (letter) => ownLetters[letter] ?? letter);
}
