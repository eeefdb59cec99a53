import type { MilestoneId } from '../domain/milestone.ts';
import { PARTS } from '../domain/milestone-calendar.ts';
import { partReached } from '../domain/milestone-place.ts';
import type { Roadmap } from '../domain/roadmap.ts';
import type { GroupMonths } from '../domain/study-group.ts';
import { catalogueOf, sentenceLocale } from '../language/languages.ts';
import type { Temporal } from '../lib/temporal.ts';

/** "Month 3 of 8" in a group of 8 months; in a slower one a part is no month. */
export function stretchLabel(language: string, months: GroupMonths, part: number): string {
  const { post } = catalogueOf(language);
  return months === PARTS ? post.month(part, PARTS) : post.part(part, PARTS);
}

/** What a milestone is called in titles and lists. */
export function milestoneTitle(roadmap: Roadmap, months: GroupMonths, { kind, part }: MilestoneId): string {
  const { post } = catalogueOf(roadmap.language);
  switch (kind) {
    case 'week-before':
      return post.weekBefore;
    case 'kick-off':
      return post.kickOff;
    case 'part':
      return post.titled(stretchLabel(roadmap.language, months, part), stretchTitle(roadmap, part));
    case 'phase-end':
      return post.phaseEnd(phaseTitle(roadmap, part));
    case 'half-way':
      return post.halfWay;
    case 'graduation':
      return post.graduation;
  }
}

/** What a post calls the milestone that comes next: an end is told by what begins with it. */
export function comingTitle(roadmap: Roadmap, months: GroupMonths, next: MilestoneId): string {
  if (next.kind !== 'phase-end' && next.kind !== 'half-way') return milestoneTitle(roadmap, months, next);
  const part = partReached(roadmap, next);
  return milestoneTitle(roadmap, months, part > PARTS ? { kind: 'graduation', part: 0 } : { kind: 'part', part });
}

/** The title of the page about a part. */
export function stretchTitle(roadmap: Roadmap, part: number): string {
  return roadmap.months.find(({ number }) => number === part)?.title ?? '';
}

/** Phases are counted from 1. */
export function phaseTitle(roadmap: Roadmap, number: number): string {
  return roadmap.phases[number - 1]?.title ?? '';
}

/** A day of the group written out: "Monday 2 March". Phones do not resolve timestamps in notifications. */
export function weekdayText(date: Temporal.PlainDate, language: string): string {
  return date.toLocaleString(sentenceLocale(language), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  });
}
