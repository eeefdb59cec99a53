import { type GroupChange, type SettingsEdit, undoIdOf } from '../domain/group-change.ts';
import { changedFields, settingsOf } from '../domain/group-settings.ts';
import type { StudyGroup } from '../domain/study-group.ts';
import { readSettings, type WrittenSettings } from '../domain/written-settings.ts';
import { findGroupChange, insertGroupChange } from '../store/group-change-store.ts';
import { findStudyGroup } from '../store/study-group-store.ts';
import type { GroupChangeInput, GroupGone } from './change-group.ts';
import type { Deps } from './deps.ts';
import { saveEdit } from './edit-group.ts';
import { givableRoles } from './enter-group.ts';
import { retryBlocked } from './retry-blocked.ts';

export type UndoEditOutcome =
  | { readonly kind: 'undone'; readonly undone: SettingsEdit }
  | { readonly kind: 'already' }
  | { readonly kind: 'overtaken' }
  | GroupGone;

/** Gives a group the settings back that an edit replaced, unless one of them was changed again since. */
export async function undoEdit(
  deps: Deps,
  { groupId, actorId, now }: GroupChangeInput,
  { id: editId }: Pick<GroupChange, 'id'>,
  undone: SettingsEdit,
): Promise<UndoEditOutcome> {
  const change = readSettings(undone.before);
  const serverId = (await findStudyGroup(deps.db, groupId))?.serverId ?? '';
  const roles = await givableRoles(deps, serverId, change.memberRoleId);
  const outcome = await deps.db.transaction().execute(async (trx): Promise<UndoEditOutcome> => {
    const group = await findStudyGroup(trx, groupId);
    if (!group || group.archivedAt) return { kind: 'not-there' };
    const changeId = undoIdOf(editId);
    if (await findGroupChange(trx, groupId, changeId)) return { kind: 'already' };
    if (!standsAs(group, undone.after)) return { kind: 'overtaken' };
    await saveEdit(deps, trx, { group, change, roles, changeId, now });
    await insertGroupChange(trx, { id: changeId, groupId, actorId, at: now, change: { kind: 'undone', undone } });
    return { kind: 'undone', undone };
  });
  if (outcome.kind !== 'undone') return outcome;
  deps.wake();
  await retryBlocked(deps, { groupId, now }); // Another channel may be what was missing.
  return outcome;
}

function standsAs(group: StudyGroup, written: WrittenSettings): boolean {
  const settings = settingsOf(group);
  return changedFields(settings, { ...settings, ...readSettings(written) }).length === 0;
}
