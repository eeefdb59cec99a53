import type { CalendarReading } from '../domain/group-calendar.ts';
import { isSameMilestone, type MilestoneId, milestoneCode, milestoneMark } from '../domain/milestone.ts';
import { companionsOf } from '../domain/milestone-order.ts';
import { milestonePost } from '../domain/milestone-post.ts';
import type { MilestonePost } from '../domain/post-reading.ts';
import type { StudyGroup } from '../domain/study-group.ts';
import { isAfter } from '../lib/is-after.ts';
import type { Temporal } from '../lib/temporal.ts';
import { findOpenPause } from '../store/group-break-store.ts';
import { listMilestones } from '../store/milestone-store.ts';
import { findOutboxRecord, listOutboxRecords } from '../store/outbox-store.ts';
import type { Deps } from './deps.ts';
import { readRoadmap } from './read-roadmap.ts';

/** The whole calendar of a group. */
export async function readMilestones(deps: Deps, group: StudyGroup): Promise<CalendarReading> {
  const records = await listOutboxRecords(deps.db, group.id, 'milestones');
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
  /** Whether it was posted before and is to be posted once more. */
  readonly isExtra: boolean;
  /** Whether it is to appear at once, and not at its hour. */
  readonly isNow: boolean;
  readonly now: Temporal.Instant;
}

/** The post of a milestone as it will be, with what comes in the same one. Undefined for one that there is not. */
export async function previewPost(deps: Deps, input: PreviewPostInput): Promise<MilestonePost | undefined> {
  const { group, id, note, isExtra, isNow, now } = input;
  const rows = await listMilestones(deps.db, group.id);
  const row = rows.find((one) => isSameMilestone(one, id));
  if (!row) return undefined;
  const record = row.postKey === undefined ? undefined : await findOutboxRecord(deps.db, row.postKey);
  const codes = record?.order.kind === 'milestones' ? record.order.codes : companionsOf(rows, id).map(milestoneCode);
  const roadmap = readRoadmap(deps, group.language);
  const isAhead = isAfter(row.dueAt, now);
  const at = row.fate === 'planned' && isAhead && !isNow ? row.dueAt : now;
  // What was posted is shown as it looked at its hour.
  const shownAt = row.fate === 'posted' && !isExtra ? row.dueAt : at;
  return milestonePost({
    group,
    roadmap,
    rows,
    pause: await findOpenPause(deps.db, group.id),
    codes,
    marks: [milestoneMark(group.id, id)],
    isExtra,
    note,
    at: shownAt,
  });
}
