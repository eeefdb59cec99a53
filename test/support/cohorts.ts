import { planMilestones } from '../../src/actions/plan-milestones.ts';
import type { GroupSchedule, StudyGroup } from '../../src/domain/study-group.ts';
import { Temporal } from '../../src/lib/temporal.ts';
import type { Db } from '../../src/store/database.ts';
import { insertStudyGroup } from '../../src/store/study-group-store.ts';
import { instant } from './builders.ts';
import { realRoadmap } from './real-content.ts';
import { aStudyGroup } from './study-groups.ts';

/** From Monday, 2 March 2026 on, at 18:00 in Berlin. */
export function aSchedule(overrides: Partial<GroupSchedule> = {}): GroupSchedule {
  return {
    validFrom: instant('2026-02-01T12:00Z'),
    zone: 'Europe/Berlin',
    startDay: Temporal.PlainDate.from('2026-03-02'),
    months: 8,
    postTime: Temporal.PlainTime.from('18:00'),
    rhythm: 'weekly',
    ...overrides,
  };
}

/** A group that posts to a text channel and pings nobody. */
export function aCohort(overrides: Partial<StudyGroup> = {}): StudyGroup {
  return aStudyGroup({
    serverId: 'server',
    name: 'Spring cohort',
    channelId: 'channel',
    actorId: undefined,
    createdAt: instant('2026-02-01T12:00Z'),
    schedule: aSchedule(),
    ...overrides,
  });
}

/** A group with its calendar, as setting it up at `now` leaves it. */
export async function insertPlannedGroup(db: Db, group: StudyGroup, now = group.createdAt): Promise<StudyGroup> {
  await db.transaction().execute(async (trx) => {
    await insertStudyGroup(trx, group);
    await planMilestones(trx, group, realRoadmap(), now);
  });
  return group;
}
