import { type OpenGroup, openGroup } from '../domain/group-place.ts';
import type { StudyGroup } from '../domain/study-group.ts';
import type { Temporal } from '../lib/temporal.ts';
import { findOpenPause } from '../store/group-break-store.ts';
import { findMembership } from '../store/membership-store.ts';
import { listMilestones } from '../store/milestone-store.ts';
import { findStudyGroup, listStudyGroups } from '../store/study-group-store.ts';
import type { Deps } from './deps.ts';

/** The group that a member is in. Undefined where they are in none, and where it was archived: they learn on alone. */
export async function findOwnGroup({ db }: Pick<Deps, 'db'>, memberId: string): Promise<StudyGroup | undefined> {
  const membership = await findMembership(db, memberId);
  const group = membership && (await findStudyGroup(db, membership.groupId));
  return group?.archivedAt === undefined ? group : undefined;
}

/** The groups of a server that can be joined, the oldest first. */
export async function listOpenGroups(
  deps: Pick<Deps, 'db'>,
  serverId: string,
  now: Temporal.Instant,
): Promise<OpenGroup[]> {
  const groups = await listStudyGroups(deps.db, serverId);
  return Promise.all(groups.map((group) => placeGroup(deps, group, now)));
}

/** A group with where it is on its trail. */
export async function placeGroup(deps: Pick<Deps, 'db'>, group: StudyGroup, now: Temporal.Instant): Promise<OpenGroup> {
  const rows = await listMilestones(deps.db, group.id);
  return openGroup(group, rows, now, await findOpenPause(deps.db, group.id));
}
