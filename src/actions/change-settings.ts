import type { Member } from '../domain/member.ts';
import { findMember, updateMember } from '../store/member-store.ts';
import type { Deps } from './deps.ts';

/** The settings of a member that `/settings` changes. */
export type SettingsChange = Pick<Member, 'language'> | Pick<Member, 'progressVisibility'>;

export type SettingsOutcome =
  | { readonly kind: 'changed'; readonly member: Member }
  /** It was so already: nothing was written. */
  | { readonly kind: 'unchanged'; readonly member: Member };

/** Sets what is named, for a member who was just found. */
export async function changeSettings(deps: Deps, member: Member, change: SettingsChange): Promise<SettingsOutcome> {
  return deps.db.transaction().execute(async (trx): Promise<SettingsOutcome> => {
    const now = (await findMember(trx, member.serverId, member.userId)) ?? member;
    const changed = { ...now, ...change };
    const isNew = (['language', 'progressVisibility'] as const).some((key) => changed[key] !== now[key]);
    if (!isNew) return { kind: 'unchanged', member: now };
    await updateMember(trx, member.id, change);
    return { kind: 'changed', member: changed };
  });
}
