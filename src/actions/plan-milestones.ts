import { compareMilestones, isSameMilestone, type Milestone, type MilestoneId } from '../domain/milestone.ts';
import { datesOf, phaseEndsOf, startSetAt } from '../domain/milestone-calendar.ts';
import { replan } from '../domain/milestone-plan.ts';
import type { Roadmap } from '../domain/roadmap.ts';
import { type GroupBreak, type GroupSchedule, isOpenPause, type StudyGroup } from '../domain/study-group.ts';
import type { Temporal } from '../lib/temporal.ts';
import type { Db } from '../store/database.ts';
import { listGroupBreaks } from '../store/group-break-store.ts';
import { listMilestones, saveMilestone } from '../store/milestone-store.ts';
import { listSchedules } from '../store/study-group-store.ts';
import { planEvents } from './plan-events.ts';

/**
 * Dates the milestones of a group anew, and its scheduled events with them. Call it inside the transaction that changed
 * its schedule, breaks or moves, with the schedule that holds from now on. `isReworded`: see `planEvents`.
 */
export async function planMilestones(
  trx: Db,
  group: StudyGroup,
  roadmap: Roadmap,
  now: Temporal.Instant,
  isReworded = false,
): Promise<void> {
  const { after } = await previewMilestones(trx, group, roadmap, now, {});
  for (const milestone of after) await saveMilestone(trx, milestone);
  await planEvents(trx, group, now, isReworded);
}

/** What would be different. */
export interface PlannedChange {
  readonly schedule?: GroupSchedule;
  /** A new one, or a pause that lasts with the end that it would get: until then it shifts nothing. */
  readonly addBreak?: GroupBreak;
  readonly dropBreakId?: string;
  readonly move?: MilestoneId & { readonly to: Temporal.PlainDate };
}

/**
 * How the milestones stand, and how `planMilestones` would leave them after this change, the earliest first. Writes
 * nothing. Without a group in the database there is nothing before.
 */
export async function previewMilestones(
  db: Db,
  group: StudyGroup,
  roadmap: Roadmap,
  now: Temporal.Instant,
  { schedule = group.schedule, addBreak, dropBreakId, move }: PlannedChange,
): Promise<{ before: Milestone[]; after: Milestone[] }> {
  const before = await listMilestones(db, group.id);
  const rows = before.map((row) => (move && isSameMilestone(row, move) ? movedTo(move.to, row, now) : row));
  const kept = (await listGroupBreaks(db, group.id)).filter(({ id }) => id !== dropBreakId);
  const breaks = addBreak ? [...kept.filter(({ id }) => id !== addBreak.id), addBreak] : kept;
  const pause = breaks.find(isOpenPause);
  const dates = datesOf({
    schedule,
    phaseEnds: phaseEndsOf(roadmap),
    startSetAt: startSetAt([...(await listSchedules(db, group.id)), schedule]),
    breaks,
    moves: rows.flatMap(({ kind, part, moved }) => (moved ? [{ kind, part, ...moved }] : [])),
  });
  return { before, after: replan(rows, group.id, dates, now, pause?.recordedAt).toSorted(compareMilestones) };
}

function movedTo(to: Temporal.PlainDate, row: Milestone, at: Temporal.Instant): Milestone {
  return row.fate === 'posted' ? row : { ...row, moved: { to, at } };
}
