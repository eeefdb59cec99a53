import type { Member } from '../domain/member.ts';
import type { Temporal } from '../lib/temporal.ts';
import { findCheckInSetting, saveCheckInSetting } from '../store/check-in-setting-store.ts';
import type { Db } from '../store/database.ts';

/**
 * Whether reminders are to be offered to this member now: once, after the first check-in, and never to whoever has
 * them already. True notes it, so call it in the transaction that wrote the check-in.
 */
export async function offerReminders(
  trx: Db,
  { id, reminders }: Pick<Member, 'id' | 'reminders'>,
  now: Temporal.Instant,
): Promise<boolean> {
  if (reminders !== 'off') return false;
  const { offeredAt } = await findCheckInSetting(trx, id);
  if (offeredAt) return false;
  await saveCheckInSetting(trx, id, { offeredAt: now });
  return true;
}
