import type { StudyGroup } from '../domain/study-group.ts';
import type { Temporal } from '../lib/temporal.ts';
import { insertGroupChange } from '../store/group-change-store.ts';
import { dropGroupEntries, restoreGroupEntries } from '../store/outbox-drop-store.ts';
import { savePeriodLook } from '../store/period-look-store.ts';
import { findStudyGroup, updateStudyGroup } from '../store/study-group-store.ts';
import type { Deps } from './deps.ts';
import { planEvents } from './plan-events.ts';

export interface ArchiveGroupInput {
  readonly groupId: string;
  readonly actorId: string;
  readonly now: Temporal.Instant;
}

export type ArchiveOutcome =
  | { readonly kind: 'changed'; readonly group: StudyGroup }
  /** It is so already, or there is no such group. */
  | { readonly kind: 'unchanged' };

/** Ends a group: nothing more is posted. Nothing is deleted, and `reviveGroup` undoes it. */
export async function archiveGroup(deps: Deps, { groupId, actorId, now }: ArchiveGroupInput): Promise<ArchiveOutcome> {
  const outcome = await deps.db.transaction().execute(async (trx): Promise<ArchiveOutcome> => {
    const group = await findStudyGroup(trx, groupId);
    if (!group || group.archivedAt) return { kind: 'unchanged' };
    const archived = { ...group, archivedAt: now };
    await updateStudyGroup(trx, archived, {});
    await dropGroupEntries(trx, groupId, now);
    await planEvents(trx, archived, now);
    await insertGroupChange(trx, { id: deps.newId(), groupId, actorId, at: now, change: { kind: 'archived' } });
    return { kind: 'changed', group: archived };
  });
  if (outcome.kind === 'changed') deps.wake();
  return outcome;
}

/** Takes an archived group up again, with what was waiting when it was archived. What is due meanwhile counts as late. */
export async function reviveGroup(deps: Deps, { groupId, actorId, now }: ArchiveGroupInput): Promise<ArchiveOutcome> {
  const outcome = await deps.db.transaction().execute(async (trx): Promise<ArchiveOutcome> => {
    const group = await findStudyGroup(trx, groupId);
    if (!group?.archivedAt) return { kind: 'unchanged' };
    const revived = { ...group, archivedAt: undefined };
    await updateStudyGroup(trx, revived, {});
    await restoreGroupEntries(trx, groupId);
    await savePeriodLook(trx, groupId, now);
    await planEvents(trx, revived, now);
    await insertGroupChange(trx, { id: deps.newId(), groupId, actorId, at: now, change: { kind: 'revived' } });
    return { kind: 'changed', group: revived };
  });
  if (outcome.kind === 'changed') deps.wake();
  return outcome;
}
