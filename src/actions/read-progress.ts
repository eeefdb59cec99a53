import type { Member } from '../domain/member.ts';
import type { ProgressReading } from '../domain/progress-outcome.ts';
import { maySeeProgress } from '../domain/progress-sight.ts';
import type { Temporal } from '../lib/temporal.ts';
import { findCheckInSetting } from '../store/check-in-setting-store.ts';
import { findMember } from '../store/member-store.ts';
import type { Deps } from './deps.ts';
import { findOwnGroup } from './find-own-group.ts';
import { readMemberProgress } from './read-member-progress.ts';
import { readPlan } from './read-plan.ts';
import { readRoadmap } from './read-roadmap.ts';
import { readStreak } from './read-streak.ts';

export interface ReadProgressInput {
  readonly member: Member;
  /** Whose progress is asked for. Undefined: the member's own. */
  readonly userId: string | undefined;
  readonly language: string;
  readonly now: Temporal.Instant;
}

/** How far a member is, or somebody else of the same server who allows it. */
export async function readProgress(deps: Deps, input: ReadProgressInput): Promise<ProgressReading> {
  const { member, userId = member.userId, language } = input;
  if (userId === member.userId) {
    const { roadmap, progress, plan, pace } = await readPlan(deps, input);
    const { showsStreak } = await findCheckInSetting(deps.db, member.id);
    const streak = showsStreak ? await readStreak(deps, input) : undefined;
    return { kind: 'own', roadmap, progress, roadEnd: plan.projected, zone: pace.zone, streak };
  }
  const other = await findMember(deps.db, member.serverId, userId);
  if (!other || other.leftAt !== undefined) return { kind: 'hidden', userId };
  if (!maySeeProgress(other, await areInSameGroup(deps, member, other))) return { kind: 'hidden', userId };
  const roadmap = readRoadmap(deps, language);
  return { kind: 'other', userId, roadmap, progress: await readMemberProgress(deps, roadmap, other.id) };
}

async function areInSameGroup(deps: Deps, one: Member, other: Member): Promise<boolean> {
  const [first, second] = await Promise.all([findOwnGroup(deps, one.id), findOwnGroup(deps, other.id)]);
  return first !== undefined && first.id === second?.id;
}
