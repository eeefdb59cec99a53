import { Temporal } from '../../src/lib/temporal.ts';
import type { CastMember } from '../page/server/cast.ts';
import type { Playground } from '../start.ts';
import { courseEvenings } from './course-evenings.ts';
import type { Scene } from './scene.ts';

const zone = 'Europe/Berlin';
/** The group is in its third month, and its newest post a few days old. */
const daysSinceStart = 66;

const cast: readonly CastMember[] = [
  { name: 'Robin', note: 'new here', locale: 'en-GB', timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone },
  { name: 'Mara', note: 'runs the group', moderator: true, locale: 'de', timeZone: zone },
  { name: 'Ada', note: 'learns Go, month three, on time', locale: 'en-GB', timeZone: 'Europe/London' },
  {
    name: 'Kofi',
    note: 'learns Python, eight hours a week, a little behind',
    locale: 'en-US',
    timeZone: 'Africa/Lagos',
  },
  { name: 'Yuki', note: 'learns Java, two steps ahead', locale: 'ja', timeZone: 'Asia/Tokyo' },
  { name: 'Sam', note: 'learns Node.js, back after three weeks away', timeZone: 'America/New_York' },
  { name: 'Noor', note: 'is in no server', server: null, locale: 'en-GB', timeZone: 'Asia/Kolkata' },
];

/** A study group in its third month, told in the evenings that led there. */
export const courseUnderWay: Scene = {
  id: 'course-under-way',
  name: 'A course already under way',
  description:
    'A study group in its third month: its posts, its people with their tracks and plans, and you, new here.',
  cast,
  beginsAt: (now) => startOf(now) + eveningMs(courseEvenings[0]),
  async prepare({ playground, travelTo }, now) {
    const start = startOf(now);
    for (const evening of courseEvenings) {
      await travelTo(start + eveningMs(evening));
      await evening.happens(peopleOf(playground));
    }
    await travelTo(now);
  },
};

/** Midnight of the Monday on which the group sets out. */
function startOf(now: number): number {
  const day = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).startOfDay();
  const about = day.subtract({ days: daysSinceStart });
  return about.subtract({ days: about.dayOfWeek - 1 }).epochMilliseconds;
}

function eveningMs({ day = 0, hour = 0 }: { readonly day?: number; readonly hour?: number } = {}): number {
  return (day * 24 + hour) * 3_600_000;
}

function peopleOf(playground: Playground) {
  return (name: string) => playground.person(name);
}
