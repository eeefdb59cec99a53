import type { PersonOptions } from '../../people/joining.ts';
import type { Person } from '../../people/person.ts';
import type { Playground } from '../../start.ts';

/** Somebody whom one can be in the page. */
export interface CastMember extends PersonOptions {
  readonly name: string;
  /** A few words that help to choose, e.g. "learns Go, three months in". */
  readonly note?: string;
}

/** Who is there unless somebody else is asked for. The first one is who the page opens as. */
export const usualCast: readonly CastMember[] = [
  { name: 'Robin', note: 'new here', locale: 'en-GB', timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone },
  { name: 'Mara', note: 'runs the group', moderator: true, locale: 'de', timeZone: 'Europe/Berlin' },
  { name: 'Kofi', note: 'new here, too', timeZone: 'Africa/Lagos' },
  { name: 'Yuki', note: 'new here, too', locale: 'ja', timeZone: 'Asia/Tokyo' },
  { name: 'Noor', note: 'is in no server', server: null, locale: 'en-GB', timeZone: 'Asia/Kolkata' },
];

/** Lets them join, or finds them by name. */
export function assemble(playground: Playground, cast: readonly CastMember[]): Map<string, string> {
  const notes = new Map<string, string>();
  for (const { name, note, ...options } of cast) {
    const person = playground.person(name, options);
    if (note !== undefined) notes.set(person.id, note);
  }
  return notes;
}

export function findPerson(playground: Playground, id: string): Person | undefined {
  return playground.people.find((person) => person.id === id);
}
