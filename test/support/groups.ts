import type { Deps } from '../../src/actions/deps.ts';
import type { GroupSchedule, StudyGroup } from '../../src/domain/study-group.ts';
import { Temporal } from '../../src/lib/temporal.ts';
import { insertStudyGroup } from '../../src/store/study-group-store.ts';
import { instant } from './builders.ts';

/** From Monday, 2 March 2026, for 8 months, at 18:00 in Berlin. */
export function aSchedule(overrides: Partial<GroupSchedule> = {}): GroupSchedule {
  return {
    validFrom: instant('2026-02-20T12:00Z'),
    zone: 'Europe/Berlin',
    startDay: Temporal.PlainDate.from('2026-03-02'),
    months: 8,
    postTime: Temporal.PlainTime.from('18:00'),
    rhythm: 'weekly',
    ...overrides,
  };
}

/** Early birds in Study hall: no roles, nobody pinged. */
export function aGroup(overrides: Partial<StudyGroup> = {}): StudyGroup {
  return {
    id: 'early',
    serverId: 'study-hall',
    name: 'Early birds',
    channelId: 'study',
    channelKind: 'text',
    forumTagId: undefined,
    language: 'en',
    moderatorRoleId: undefined,
    memberRoleId: undefined,
    pingRoleId: undefined,
    noticeChannelId: undefined,
    showsEvents: false,
    actorId: 'moderator',
    createdAt: instant('2026-02-20T12:00Z'),
    archivedAt: undefined,
    schedule: aSchedule(),
    ...overrides,
  };
}

/** The same, in the database. */
export async function groupSetUp(deps: Deps, overrides: Partial<StudyGroup> = {}): Promise<StudyGroup> {
  const group = aGroup(overrides);
  await insertStudyGroup(deps.db, group);
  return group;
}
