import type { Milestone, MilestoneId } from '../../src/domain/milestone.ts';
import { milestoneCode, parseMilestoneCode } from '../../src/domain/milestone.ts';
import type { CalendarInput, DatedMilestone } from '../../src/domain/milestone-calendar.ts';
import type { GroupBreak, GroupSchedule, StudyGroup } from '../../src/domain/study-group.ts';
import { Temporal } from '../../src/lib/temporal.ts';
import { aPhase, aRoadmap, instant } from './builders.ts';
import { day } from './plans.ts';

export const time = (text: string): Temporal.PlainTime => Temporal.PlainTime.from(text);

/** "p3" as a milestone. */
export function milestoneOf(code: string): MilestoneId {
  const id = parseMilestoneCode(code);
  if (!id) throw new Error(`"${code}" is no milestone.`);
  return id;
}

/** Eight months in Berlin from Monday 5 January 2026, posts at 18:00. */
export function aSchedule(overrides: Partial<GroupSchedule> = {}): GroupSchedule {
  return {
    validFrom: instant('2025-12-01T12:00Z'),
    zone: 'Europe/Berlin',
    startDay: day('2026-01-05'),
    months: 8,
    postTime: time('18:00'),
    rhythm: 'weekly',
    ...overrides,
  };
}

/** A group in server-1 that posts into a text channel, has no roles and pings nobody. */
export function aStudyGroup(overrides: Partial<StudyGroup> = {}): StudyGroup {
  return {
    id: 'group1',
    serverId: 'server-1',
    name: 'Backend beginners',
    channelId: 'channel-1',
    channelKind: 'text',
    forumTagId: undefined,
    language: 'en',
    moderatorRoleId: undefined,
    memberRoleId: undefined,
    pingRoleId: undefined,
    noticeChannelId: undefined,
    showsEvents: false,
    actorId: 'mia',
    createdAt: instant('2025-12-01T12:00Z'),
    archivedAt: undefined,
    schedule: aSchedule(),
    ...overrides,
  };
}

/** A break of group1 that shifts, recorded before everything else. Its id follows its days. */
export function aBreak(firstDay: string, lastDay: string, overrides: Partial<GroupBreak> = {}): GroupBreak {
  return {
    id: `${firstDay}/${lastDay}`,
    groupId: 'group1',
    kind: 'break',
    firstDay: day(firstDay),
    lastDay: day(lastDay),
    shifts: true,
    recordedAt: instant('2025-12-01T12:00Z'),
    ...overrides,
  };
}

/** A calendar of four phases that end with the parts 1, 4, 6 and 8, as those of the real roadmap do. */
export function aCalendarInput(overrides: Partial<CalendarInput> = {}): CalendarInput {
  const { validFrom: startSetAt } = aSchedule();
  return { schedule: aSchedule(), phaseEnds: [1, 4, 6, 8], startSetAt, breaks: [], moves: [], ...overrides };
}

/** A row of group1, planned for 2 February 2026. */
export function aMilestone(code: string, overrides: Partial<Milestone> = {}): Milestone {
  return {
    ...milestoneOf(code),
    groupId: 'group1',
    dueAt: instant('2026-02-02T17:00Z'),
    moved: undefined,
    fate: 'planned',
    postKey: undefined,
    ...overrides,
  };
}

/** A small roadmap whose four phases end as those of the real one do. */
export function aRoadmapOfFourPhases() {
  const months = [[1], [2, 3, 4], [5, 6], [6, 7, 8]];
  return aRoadmap({ phases: months.map((own, index) => aPhase({ id: `phase-${index + 1}`, months: own })) });
}

/** Every milestone on a line of its own, such as "p3 2026-03-05", in the order given. */
export function linesOf(dates: readonly DatedMilestone[]): string[] {
  return dates.map((one) => `${milestoneCode(one)} ${one.day}`);
}

/** The day of each milestone by its code. */
export function daysOf(dates: readonly DatedMilestone[]): Record<string, string> {
  return Object.fromEntries(dates.map((one) => [milestoneCode(one), one.day.toString()]));
}
