import type { GroupReading } from '../domain/group-reading.ts';
import { PARTS } from '../domain/milestone-calendar.ts';
import { catalogueOf } from '../language/languages.ts';
import { shorten } from '../lib/graphemes.ts';
import type { PictureView } from './message.ts';
import { ALT_LENGTH, trailOf } from './progress-picture.ts';
import { trailPicture } from './trail-picture.ts';

/** A member's trail with two marks on it: where they are, and where their group is. */
export function groupPicture(reading: GroupReading): PictureView {
  const { roadmap, progress, place, group } = reading;
  const { picture: words } = catalogueOf(roadmap.language).group;
  const { cairns, legend, phases } = trailOf(reading, 'own');
  const where = whereText(reading);
  const own = progress.current?.step;
  const first = roadmap.steps.find(({ month }) => month === place.part);
  const svg = trailPicture({
    headline: group.name,
    subline: where,
    cairns,
    here: own && { number: own.position, label: words.you },
    group: first && { number: first.position, label: words.group },
    legend,
  });
  const facts = [words.altGroup(where), ...(own ? [words.altYou(own.title)] : [])];
  return { name: 'group.png', svg, alt: shorten(words.alt(facts, phases), ALT_LENGTH) };
}

function whereText({ roadmap, place, group }: GroupReading): string {
  const { picture: words } = catalogueOf(roadmap.language).group;
  if (place.part === 0) return words.before;
  return place.part > PARTS ? words.arrived : words.during(place.part, PARTS, group.schedule.months === PARTS);
}
