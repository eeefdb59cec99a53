import type { CheckInSetting } from '../domain/check-in-setting.ts';
import type { Member } from '../domain/member.ts';
import type { Temporal } from '../lib/temporal.ts';
import { findCheckInSetting, saveCheckInSetting } from '../store/check-in-setting-store.ts';
import { hastenLook } from '../store/reminder-look-store.ts';
import type { Deps } from './deps.ts';

/** What a member decided about check-ins. */
export function readCheckInSetting({ db }: Pick<Deps, 'db'>, memberId: string): Promise<CheckInSetting> {
  return findCheckInSetting(db, memberId);
}

export interface ChangeCheckInSettingInput {
  readonly member: Pick<Member, 'id'>;
  readonly change: Partial<Pick<CheckInSetting, 'showsStreak' | 'helpsOthers' | 'quiet'>>;
  readonly now: Temporal.Instant;
}

/** Sets what is named, and only that. Other quiet hours may bring a reminder forward. */
export async function changeCheckInSetting(
  { db }: Pick<Deps, 'db'>,
  { member, change, now }: ChangeCheckInSettingInput,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await saveCheckInSetting(trx, member.id, change);
    if ('quiet' in change) await hastenLook(trx, member.id, now);
  });
}
