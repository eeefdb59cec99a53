import type { Milestone } from '../domain/milestone.ts';
import type { Roadmap } from '../domain/roadmap.ts';
import type { GroupBreak, StudyGroup } from '../domain/study-group.ts';
import { catalogueOf } from '../language/languages.ts';
import { momentOf } from './day-of.ts';
import { bulletList, section } from './kit.ts';
import { milestoneTitle } from './milestone-words.ts';
import { dayStamp } from './plan-words.ts';

/** How many dates a screen names that is not about dates alone. */
const SHOWN = 4;

/** The next dates of a group, the earliest first. While a pause lasts there are none, so it is told instead. */
export function comingDates(
  roadmap: Roadmap,
  group: StudyGroup,
  coming: readonly Milestone[],
  pause: GroupBreak | undefined,
): string {
  const { setup } = catalogueOf(roadmap.language);
  const { months } = group.schedule;
  if (pause) return section(setup.nextDates, pausedLine(roadmap.language, group, pause));
  if (coming.length === 0) return section(setup.nextDates, setup.noDates);
  const lines = coming
    .slice(0, SHOWN)
    .map((milestone) => setup.dateLine(milestoneTitle(roadmap, months, milestone), momentOf(milestone.dueAt)));
  const more = coming.length > SHOWN ? [setup.moreDates(coming.length - SHOWN)] : [];
  return section(setup.nextDates, bulletList([...lines, ...more]));
}

/** Since when a group rests, and what ends it. */
export function pausedLine(language: string, { schedule }: StudyGroup, { firstDay }: GroupBreak): string {
  return catalogueOf(language).milestone.paused(dayStamp(firstDay, schedule.zone));
}
