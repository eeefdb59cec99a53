import { type OpenGroup, openGroup } from '../domain/group-place.ts';
import { countSteps, dayOfPart, type GroupReading, restOn } from '../domain/group-reading.ts';
import type { Member } from '../domain/member.ts';
import type { Temporal } from '../lib/temporal.ts';
import { findOpenPause, listGroupBreaks } from '../store/group-break-store.ts';
import { countMemberships } from '../store/membership-store.ts';
import { listMilestones } from '../store/milestone-store.ts';
import { listSharedRecords } from '../store/progress-store.ts';
import type { Deps } from './deps.ts';
import { listModeratedGroups, type Moderator } from './find-moderated-group.ts';
import { findOwnGroup, listOpenGroups } from './find-own-group.ts';
import { readMemberProgress } from './read-member-progress.ts';
import { readRoadmap } from './read-roadmap.ts';

export interface ReadGroupInput extends Moderator {
  readonly member: Member;
  readonly language: string;
  readonly now: Temporal.Instant;
}

/** The member's own group. Undefined for whoever is in none. */
export async function readGroup(deps: Deps, input: ReadGroupInput): Promise<GroupReading | undefined> {
  const { member, language, now } = input;
  const group = await findOwnGroup(deps, member.id);
  if (!group) return undefined;
  const roadmap = readRoadmap(deps, language);
  const rows = await listMilestones(deps.db, group.id);
  const pause = await findOpenPause(deps.db, group.id);
  const open = openGroup(group, rows, now, pause);
  const stepIds = roadmap.steps.flatMap((step) => [step.id, ...step.was]);
  return {
    ...open,
    roadmap,
    progress: await readMemberProgress(deps, roadmap, member.id),
    members: await countMemberships(deps.db, group.id),
    day: dayOfPart(rows, open.place.part, group.schedule, pause?.recordedAt ?? now),
    rest: restOn(await listGroupBreaks(deps.db, group.id), now.toZonedDateTimeISO(group.schedule.zone).toPlainDate()),
    counts: countSteps(roadmap, await listSharedRecords(deps.db, group.id, roadmap.id, stepIds)),
    moderated: await listModeratedGroups(deps, input),
  };
}

/** Groups that a member could join or change to: those of the server without their own. */
export async function listOtherGroups(deps: Deps, member: Member, now: Temporal.Instant): Promise<OpenGroup[]> {
  const own = await findOwnGroup(deps, member.id);
  const groups = await listOpenGroups(deps, member.serverId, now);
  return groups.filter(({ group }) => group.id !== own?.id);
}
