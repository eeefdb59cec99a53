import type { CalendarReading } from '../domain/group-calendar.ts';
import { isSameMilestone, type MilestoneId, milestoneCode, milestoneMark } from '../domain/milestone.ts';
import { companionsOf } from '../domain/milestone-order.ts';
import { milestonePost } from '../domain/milestone-post.ts';
import type { MilestonePost } from '../domain/post-reading.ts';
import type { StudyGroup } from '../domain/study-group.ts';
import { listMilestones } from '../store/milestone-store.ts';
import { findOutboxRecord, listOutboxRecords } from '../store/outbox-store.ts';
import type { Deps } from './deps.ts';
import { findOpenPause } from './pause-group.ts';
import { readRoadmap } from './read-roadmap.ts';

/** The whole calendar of a group. */
export async function readMilestones(deps: Deps, group: StudyGroup): Promise<CalendarReading> {
  const records = await listOutboxRecords(deps.db, group.id);
  const milestones = await listMilestones(deps.db, group.id);
  return {
    group,
    entries: milestones.map((milestone) => ({
      milestone,
      record: records.find(({ key }) => key === milestone.postKey),
    })),
    pause: await findOpenPause(deps.db, group.id),
  };
}

export interface PreviewPostInput {
  readonly group: StudyGroup;
  readonly id: MilestoneId;
  readonly note: string | undefined;
  readonly isExtra: boolean;
}

/** The post of a milestone as it would be now, with what comes in the same one. */
export async function previewPost(deps: Deps, { group, id, note, isExtra }: PreviewPostInput): Promise<MilestonePost> {
  const rows = await listMilestones(deps.db, group.id);
  const row = rows.find((one) => isSameMilestone(one, id));
  const record = row?.postKey === undefined ? undefined : await findOutboxRecord(deps.db, row.postKey);
  const codes = record?.order.kind === 'milestones' ? record.order.codes : companionsOf(rows, id).map(milestoneCode);
  const roadmap = readRoadmap(deps, group.language);
  const marks = [milestoneMark(group.id, id)];
  return milestonePost({ group, roadmap, rows, codes, marks, isLate: false, isExtra, note });
}
