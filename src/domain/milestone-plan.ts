import { Temporal } from '../lib/temporal.ts';
import { isSameMilestone, type Milestone, type MilestoneFate, type MilestoneId } from './milestone.ts';
import type { DatedMilestone } from './milestone-calendar.ts';

/**
 * How the rows must stand now, in the order of `dates`. What is posted stays as it is; everything else gets its date
 * anew. What thereby lies in the past was never promised and becomes `before-cairn`; what was due already and only
 * waits to be bound to a post goes on waiting.
 *
 * @param heldSince When the pause began that lasts: what is due since then waits for its end.
 */
export function replan(
  rows: readonly Milestone[],
  groupId: string,
  dates: readonly DatedMilestone[],
  now: Temporal.Instant,
  heldSince?: Temporal.Instant,
): Milestone[] {
  return dates.map(({ kind, part, dueAt }) => {
    const row = rows.find((one) => isSameMilestone(one, { kind, part }));
    if (row?.fate === 'posted') return row;
    const fate = fateAt(dueAt, row, now, heldSince);
    return { groupId, kind, part, dueAt, moved: row?.moved, fate, postKey: undefined };
  });
}

function fateAt(
  dueAt: Temporal.Instant,
  row: Milestone | undefined,
  now: Temporal.Instant,
  heldSince: Temporal.Instant | undefined,
): MilestoneFate {
  if (row?.fate === 'skipped') return 'skipped';
  if (compare(dueAt, now) >= 0) return 'planned';
  if (row?.fate === 'missed') return 'missed';
  if (heldSince && compare(dueAt, heldSince) >= 0) return 'planned';
  const wasDue = row?.fate === 'planned' && compare(row.dueAt, now) <= 0;
  return wasDue ? 'planned' : 'before-cairn';
}

/** A milestone that comes at another day or hour than before. */
export interface MovedDate extends MilestoneId {
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
}

/** What moves between two plans, for a preview, in the order of `after`. What lay before Cairn and still does is no news. */
export function movedDates(before: readonly Milestone[], after: readonly Milestone[]): MovedDate[] {
  return after.flatMap((row) => {
    const { kind, part, dueAt, fate } = row;
    const old = before.find((one) => isSameMilestone(one, row));
    if (!old || old.dueAt.equals(dueAt)) return [];
    if (old.fate === 'before-cairn' && fate === 'before-cairn') return [];
    return [{ kind, part, from: old.dueAt, to: dueAt }];
  });
}

const compare = Temporal.Instant.compare;
