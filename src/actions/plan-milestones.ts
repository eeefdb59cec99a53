import { isSameMilestone, type Milestone, type MilestoneId } from '../domain/milestone.ts';
import { datesOf, phaseEndsOf } from '../domain/milestone-calendar.ts';
import { replan } from '../domain/milestone-plan.ts';
import type { Roadmap } from '../domain/roadmap.ts';
import type { GroupBreak, GroupSchedule, StudyGroup } from '../domain/study-group.ts';
import type { Temporal } from '../lib/temporal.ts';
import type { Db } from '../store/database.ts';
import { listGroupBreaks } from '../store/group-break-store.ts';
import { listMilestones, saveMilestone } from '../store/milestone-store.ts';
import { planEvents } from './plan-events.ts';

/**
 * Dates the milestones of a group anew, and its scheduled events with them. Call it inside the transaction that changed its schedule, breaks or moves, with
 * the schedule that holds from now on.
 */
export async function planMilestones(
  trx: Db,
  group: StudyGroup,
  roadmap: Roadmap,
  now: Temporal.Instant,
): Promise<void> {
  const { after } = await previewMilestones(trx, group, roadmap, now, {});
  for (const milestone of after) await saveMilestone(trx, milestone);
  await planEvents(trx, group, now);
}

/** What would be different. */
export interface PlannedChange {
  readonly schedule?: GroupSchedule;
  /** One with the id of a break that is there takes its place: so a pause that lasts gets its end. */
  readonly addBreak?: GroupBreak;
  readonly dropBreakId?: string;
  readonly move?: MilestoneId & { readonly to: Temporal.PlainDate };
}

/** How the milestones stand, and how `planMilestones` would leave them after this change. Writes nothing. */
export async function previewMilestones(
  db: Db,
  group: StudyGroup,
  roadmap: Roadmap,
  now: Temporal.Instant,
  { schedule = group.schedule, addBreak, dropBreakId, move }: PlannedChange,
): Promise<{ before: Milestone[]; after: Milestone[] }> {
  const before = await listMilestones(db, group.id);
  const rows = before.map((row) =>
    move && isSameMilestone(row, move) ? { ...row, moved: { to: move.to, at: now } } : row,
  );
  const kept = (await listGroupBreaks(db, group.id)).filter(({ id }) => id !== dropBreakId && id !== addBreak?.id);
  const dates = datesOf({
    schedule,
    phaseEnds: phaseEndsOf(roadmap),
    breaks: addBreak ? [...kept, addBreak] : kept,
    moves: rows.flatMap(({ kind, part, moved }) => (moved ? [{ kind, part, ...moved }] : [])),
  });
  return { before, after: replan(rows, group.id, dates, now) };
}
