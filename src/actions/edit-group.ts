import { isShownOnEvents } from '../domain/event-plan.ts';
import { changedFields, type GroupSettings, isOfSchedule, settingsOf, withSettings } from '../domain/group-settings.ts';
import { isSameMilestone } from '../domain/milestone.ts';
import { type MovedDate, movedDates } from '../domain/milestone-plan.ts';
import type { StudyGroup } from '../domain/study-group.ts';
import { writeSettings } from '../domain/written-settings.ts';
import type { Temporal } from '../lib/temporal.ts';
import type { Db } from '../store/database.ts';
import { insertGroupChange } from '../store/group-change-store.ts';
import { findStudyGroup, insertSchedule, updateStudyGroup } from '../store/study-group-store.ts';
import type { Deps } from './deps.ts';
import { givableRoles } from './enter-group.ts';
import { planEvents } from './plan-events.ts';
import { planMilestones, previewMilestones } from './plan-milestones.ts';
import { readRoadmap } from './read-roadmap.ts';
import { retryBlocked } from './retry-blocked.ts';
import { swapMemberRole } from './swap-member-role.ts';

export interface EditGroupInput {
  readonly groupId: string;
  /** Only what is to differ. */
  readonly change: Partial<GroupSettings>;
  readonly actorId: string;
  readonly now: Temporal.Instant;
}

export type EditOutcome =
  | {
      readonly kind: 'edited';
      readonly group: StudyGroup;
      readonly fields: readonly (keyof GroupSettings)[];
      /** Of the entry in the log, by which the change can be taken back. */
      readonly changeId: string;
    }
  /** It is so already: the same change pressed twice. */
  | { readonly kind: 'unchanged'; readonly group: StudyGroup }
  | { readonly kind: 'not-there' };

/** Saves changed settings. Another schedule is a new version from now on; what was posted stays as it is. */
export async function editGroup(deps: Deps, { groupId, change, actorId, now }: EditGroupInput): Promise<EditOutcome> {
  const serverId = (await findStudyGroup(deps.db, groupId))?.serverId ?? '';
  const roles = await givableRoles(deps, serverId, change.memberRoleId);
  const outcome = await deps.db.transaction().execute(async (trx): Promise<EditOutcome> => {
    const group = await findStudyGroup(trx, groupId);
    if (!group || group.archivedAt) return { kind: 'not-there' };
    const changeId = deps.newId();
    const { edited, fields } = await saveEdit(deps, trx, { group, change, roles, changeId, now });
    if (fields.length === 0) return { kind: 'unchanged', group };
    const [before, after] = [group, edited].map((one) => writeSettings(settingsOf(one), fields));
    const logged = { kind: 'edited', fields, before: before ?? {}, after: after ?? {} } as const;
    await insertGroupChange(trx, { id: changeId, groupId, actorId, at: now, change: logged });
    return { kind: 'edited', group: edited, fields, changeId };
  });
  if (outcome.kind !== 'edited') return outcome;
  deps.wake();
  await retryBlocked(deps, { groupId, now }); // Another channel may be what was missing.
  return outcome;
}

export interface SettingsChange {
  /** As it stands now. */
  readonly group: StudyGroup;
  readonly change: Partial<GroupSettings>;
  /** See `givableRoles`. */
  readonly roles: ReadonlySet<string>;
  /** Of the entry in the log. */
  readonly changeId: string;
  readonly now: Temporal.Instant;
}

/** Saves settings with all that follows from them, and names those that differ: none where it is so already. */
export async function saveEdit(
  deps: Deps,
  trx: Db,
  { group, change, roles, changeId, now }: SettingsChange,
): Promise<{ readonly edited: StudyGroup; readonly fields: readonly (keyof GroupSettings)[] }> {
  const settings = { ...settingsOf(group), ...change };
  const fields = changedFields(settingsOf(group), settings);
  const edited = withSettings(group, settings, now);
  if (fields.length > 0) await saveGroup(deps, trx, edited, fields, now);
  if (fields.includes('memberRoleId')) await swapMemberRole(trx, { group, edited, roles, changeId, now });
  return { edited, fields };
}

async function saveGroup(
  deps: Deps,
  trx: Db,
  edited: StudyGroup,
  fields: readonly (keyof GroupSettings)[],
  now: Temporal.Instant,
): Promise<void> {
  await updateStudyGroup(trx, edited, {});
  const isReworded = fields.some(isShownOnEvents);
  if (!fields.some(isOfSchedule)) return planEvents(trx, edited, now, isReworded);
  await insertSchedule(trx, edited.id, edited.schedule);
  await planMilestones(trx, edited, readRoadmap(deps, edited.language), now, isReworded);
}

/** `isDropped`: it then lies in the past, so it is not posted. */
export type ForeseenMove = MovedDate & { readonly isDropped: boolean };

export interface EditPreview {
  readonly fields: readonly (keyof GroupSettings)[];
  /** Dates that come at another day or hour, the earliest first. */
  readonly moved: readonly ForeseenMove[];
}

/** What a change would do, without doing it. */
export async function previewEdit(
  deps: Deps,
  group: StudyGroup,
  change: Partial<GroupSettings>,
  now: Temporal.Instant,
): Promise<EditPreview> {
  const settings = { ...settingsOf(group), ...change };
  const { schedule } = withSettings(group, settings, now);
  const roadmap = readRoadmap(deps, group.language);
  const { before, after } = await previewMilestones(deps.db, group, roadmap, now, { schedule });
  const moved = movedDates(before, after).map((move) => {
    const row = after.find((one) => isSameMilestone(one, move));
    return { ...move, isDropped: row?.fate === 'before-cairn' };
  });
  return { fields: changedFields(settingsOf(group), settings), moved };
}
