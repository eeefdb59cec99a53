import type { Milestone } from '../domain/milestone.ts';
import type { Roadmap } from '../domain/roadmap.ts';
import type { GroupMonths } from '../domain/study-group.ts';
import { catalogueOf } from '../language/languages.ts';
import { momentOf } from './day-of.ts';
import { bulletList, section } from './kit.ts';
import { milestoneTitle } from './milestone-words.ts';

/** How many dates a screen names that is not about dates alone. */
const SHOWN = 4;

/** The next dates of a group, the earliest first. */
export function comingDates(roadmap: Roadmap, months: GroupMonths, coming: readonly Milestone[]): string {
  const { setup } = catalogueOf(roadmap.language);
  if (coming.length === 0) return section(setup.nextDates, setup.noDates);
  const lines = coming
    .slice(0, SHOWN)
    .map((milestone) => setup.dateLine(milestoneTitle(roadmap, months, milestone), momentOf(milestone.dueAt)));
  const more = coming.length > SHOWN ? [setup.moreDates(coming.length - SHOWN)] : [];
  return section(setup.nextDates, bulletList([...lines, ...more]));
}
