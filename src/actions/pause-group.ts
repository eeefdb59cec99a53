import { type Milestone, milestoneCode } from '../domain/milestone.ts';
import { localDate } from '../domain/plan-days.ts';
import type { GroupBreak, StudyGroup } from '../domain/study-group.ts';
import { Temporal } from '../lib/temporal.ts';
import { cancelGroupBreak, endGroupPause, findOpenPause, insertGroupBreak } from '../store/group-break-store.ts';
import { listMilestones, saveMilestone } from '../store/milestone-store.ts';
import { changeGroup, type GroupChangeInput, type GroupGone } from './change-group.ts';
import type { Deps } from './deps.ts';

export type PauseOutcome =
  | { readonly kind: 'paused'; readonly changeId: string }
  /** It has rested since then. */
  | { readonly kind: 'already'; readonly since: Temporal.PlainDate }
  | GroupGone;

/** The group rests from today until somebody resumes. */
export async function pauseGroup(deps: Deps, input: GroupChangeInput): Promise<PauseOutcome> {
  const { now } = input;
  return changeGroup<PauseOutcome>(deps, input, async ({ trx, group, changeId }) => {
    const open = await findOpenPause(trx, group.id);
    if (open) return { outcome: { kind: 'already', since: open.firstDay } };
    const breakId = deps.newId();
    const firstDay = localDate(now, group.schedule.zone);
    const pause = {
      id: breakId,
      groupId: group.id,
      kind: 'pause',
      firstDay,
      lastDay: undefined,
      shifts: false,
    } as const;
    await insertGroupBreak(trx, { ...pause, recordedAt: now });
    return { outcome: { kind: 'paused', changeId }, change: { kind: 'paused', breakId } };
  });
}

export interface ResumeInput extends GroupChangeInput {
  /** Whether everything to come moves by the length of the pause. */
  readonly shifts: boolean;
}

export type ResumeOutcome =
  | {
      readonly kind: 'resumed';
      readonly changeId: string;
      readonly days: number;
      /** What fell into the pause, where the dates are kept. */
      readonly skipped: readonly Milestone[];
    }
  | { readonly kind: 'not-paused' }
  | GroupGone;

/** Ends the pause with yesterday. Without shifting, what fell into it is skipped: no burst of what is past. */
export async function resumeGroup(deps: Deps, input: ResumeInput): Promise<ResumeOutcome> {
  const { shifts, now } = input;
  return changeGroup<ResumeOutcome>(deps, input, async ({ trx, group, changeId }) => {
    const pause = await findOpenPause(trx, group.id);
    if (!pause) return { outcome: { kind: 'not-paused' } };
    const days = pausedDays(group, pause, now);
    if (days === 0) await cancelGroupBreak(trx, pause.id, now);
    else await endGroupPause(trx, pause.id, { lastDay: lastDayOf(pause, days), shifts, recordedAt: now });
    const skipped = shifts ? [] : fellInto(await listMilestones(trx, group.id), pause, now);
    for (const row of skipped) await saveMilestone(trx, { ...row, fate: 'skipped' });
    const codes = skipped.map(milestoneCode);
    return {
      outcome: { kind: 'resumed', changeId, days, skipped },
      change: { kind: 'resumed', breakId: pause.id, since: pause.recordedAt.toString(), shifts, days, skipped: codes },
    };
  });
}

/** How the pause would stand if it ended now, and everything moved by its length. */
export function endedPause(group: StudyGroup, pause: GroupBreak, now: Temporal.Instant): GroupBreak {
  return { ...pause, lastDay: lastDayOf(pause, pausedDays(group, pause, now)), shifts: true, recordedAt: now };
}

function lastDayOf({ firstDay }: GroupBreak, days: number): Temporal.PlainDate {
  return firstDay.add({ days: days - 1 });
}

/** Whole days until yesterday: none on the day on which it began. */
export function pausedDays(group: StudyGroup, pause: GroupBreak, now: Temporal.Instant): number {
  return Math.max(0, pause.firstDay.until(localDate(now, group.schedule.zone)).days);
}

/** What became due while the group rested. What was due before and is only late is not among it. */
export function fellInto(rows: readonly Milestone[], pause: GroupBreak, now: Temporal.Instant): Milestone[] {
  const { compare } = Temporal.Instant;
  return rows.filter(
    ({ fate, dueAt }) => fate === 'planned' && compare(dueAt, pause.recordedAt) >= 0 && compare(dueAt, now) <= 0,
  );
}
