import type { GroupSettings } from '../domain/group-settings.ts';
import { type StudyGroup, shortId } from '../domain/study-group.ts';
import type { Temporal } from '../lib/temporal.ts';
import { insertGroupChange } from '../store/group-change-store.ts';
import { findStudyGroup, insertStudyGroup } from '../store/study-group-store.ts';
import type { Deps } from './deps.ts';
import { planMilestones } from './plan-milestones.ts';
import { readRoadmap } from './read-roadmap.ts';

export interface SetUpGroupInput {
  /** Of the card. It decides the id of the group: a card pressed twice makes one group. */
  readonly draftId: string;
  readonly serverId: string;
  readonly settings: GroupSettings;
  readonly actorId: string;
  readonly now: Temporal.Instant;
}

export type SetUpOutcome =
  | { readonly kind: 'set-up'; readonly group: StudyGroup }
  /** By an earlier press of the same card. It may have been changed or archived since. */
  | { readonly kind: 'already'; readonly group: StudyGroup };

/** Makes the group and its calendar. What lies in the past already is never posted. */
export async function setUpGroup(deps: Deps, input: SetUpGroupInput): Promise<SetUpOutcome> {
  const { draftId, serverId, settings, actorId, now } = input;
  const id = groupIdOf(draftId);
  const { zone, startDay, months, postTime, rhythm, ...place } = settings;
  const schedule = { validFrom: now, zone, startDay, months, postTime, rhythm };
  const group: StudyGroup = { id, serverId, ...place, actorId, createdAt: now, archivedAt: undefined, schedule };
  const roadmap = readRoadmap(deps, group.language);
  const outcome = await deps.db.transaction().execute(async (trx): Promise<SetUpOutcome> => {
    const known = await findStudyGroup(trx, id);
    if (known) return { kind: 'already', group: known };
    await insertStudyGroup(trx, group);
    await planMilestones(trx, group, roadmap, now);
    await insertGroupChange(trx, { id: deps.newId(), groupId: id, actorId, at: now, change: { kind: 'set-up' } });
    return { kind: 'set-up', group };
  });
  deps.wake();
  return outcome;
}

/** The group that a card makes, whether or not it has been made. */
export function groupIdOf(draftId: string): string {
  return shortId(() => draftId);
}
