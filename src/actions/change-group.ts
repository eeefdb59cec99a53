import type { ChangeOfGroup } from '../domain/group-change.ts';
import type { Roadmap } from '../domain/roadmap.ts';
import type { StudyGroup } from '../domain/study-group.ts';
import type { Temporal } from '../lib/temporal.ts';
import type { Db } from '../store/database.ts';
import { insertGroupChange } from '../store/group-change-store.ts';
import { findStudyGroup } from '../store/study-group-store.ts';
import type { Deps } from './deps.ts';
import { planMilestones } from './plan-milestones.ts';
import { readRoadmap } from './read-roadmap.ts';

/** Who changes which group, and when. Whether they may was asked before. */
export interface GroupChangeInput {
  readonly groupId: string;
  readonly actorId: string;
  readonly now: Temporal.Instant;
}

/** What a change has to work with, inside its transaction. */
export interface GroupChangeParts {
  readonly trx: Db;
  /** As it stands now. */
  readonly group: StudyGroup;
  readonly roadmap: Roadmap;
  /** Of the entry in the log, by which the change can be taken back. */
  readonly changeId: string;
}

export interface Decision<Outcome> {
  readonly outcome: Outcome;
  /** For the log; undefined where nothing was changed. */
  readonly change?: ChangeOfGroup;
  /** Of its entry in the log, where that says something; a new one otherwise. */
  readonly entryId?: string;
}

/** The group was archived meanwhile. */
export interface GroupGone {
  readonly kind: 'not-there';
}

/**
 * Decides and writes in one transaction; what changed is logged and dates the milestones anew in the same one, and
 * wakes the delivery after it. The write lock is taken first: of two at once the second sees what the first did.
 */
export async function changeGroup<Outcome>(
  deps: Deps,
  { groupId, actorId, now }: GroupChangeInput,
  decide: (parts: GroupChangeParts) => Promise<Decision<Outcome>>,
): Promise<Outcome | GroupGone> {
  const decision = await deps.db.transaction().execute(async (trx) => {
    const group = await findStudyGroup(trx, groupId);
    if (!group || group.archivedAt) return undefined;
    const roadmap = readRoadmap(deps, group.language);
    const changeId = deps.newId();
    const decided = await decide({ trx, group, roadmap, changeId });
    if (decided.change) {
      await planMilestones(trx, group, roadmap, now);
      const { change, entryId = changeId } = decided;
      await insertGroupChange(trx, { id: entryId, groupId, actorId, at: now, change });
    }
    return decided;
  });
  if (decision?.change) deps.wake();
  return decision ? decision.outcome : { kind: 'not-there' };
}
