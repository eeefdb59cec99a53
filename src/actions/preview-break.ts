import type { BreakPreview, ResumePreview } from '../domain/group-calendar.ts';
import { movedDates } from '../domain/milestone-plan.ts';
import type { Span } from '../domain/plan-days.ts';
import type { GroupBreak, StudyGroup } from '../domain/study-group.ts';
import type { Temporal } from '../lib/temporal.ts';
import { findOpenPause, listGroupBreaks } from '../store/group-break-store.ts';
import { listMilestones } from '../store/milestone-store.ts';
import type { Deps } from './deps.ts';
import { endedPause, fellInto, pausedDays } from './pause-group.ts';
import { breakOf, hasBreak } from './plan-break.ts';
import { previewMilestones } from './plan-milestones.ts';
import { readRoadmap } from './read-roadmap.ts';

/** What a break would move. Writes nothing. */
export async function previewBreak(
  deps: Deps,
  group: StudyGroup,
  span: Span,
  now: Temporal.Instant,
): Promise<BreakPreview> {
  const isThere = hasBreak(await listGroupBreaks(deps.db, group.id), span);
  return { isThere, moved: isThere ? [] : await movedBy(deps, group, breakOf(group, span, now), now) };
}

/** What ending the pause would do, in both ways; undefined where none lasts. */
export async function previewResume(
  deps: Deps,
  group: StudyGroup,
  now: Temporal.Instant,
): Promise<ResumePreview | undefined> {
  const pause = await findOpenPause(deps.db, group.id);
  if (!pause) return undefined;
  const days = pausedDays(group, pause, now);
  const ended = endedPause(group, pause, now);
  const skipped = fellInto(await listMilestones(deps.db, group.id), pause, now);
  return { pause, days, moved: days === 0 ? [] : await movedBy(deps, group, ended, now), skipped };
}

async function movedBy(deps: Deps, group: StudyGroup, addBreak: GroupBreak, now: Temporal.Instant) {
  const roadmap = readRoadmap(deps, group.language);
  const { before, after } = await previewMilestones(deps.db, group, roadmap, now, { addBreak });
  return movedDates(before, after);
}
