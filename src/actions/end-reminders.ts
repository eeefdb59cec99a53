import type { ReminderStrength } from '../domain/member.ts';
import type { Temporal } from '../lib/temporal.ts';
import { updateMember } from '../store/member-store.ts';
import { changeReminders } from './change-reminders.ts';
import type { Deps } from './deps.ts';
import { findReminded } from './snooze-reminder.ts';

/** No more reminders, for whoever pressed the button on one. Returns how strong they were; undefined: not theirs. */
export async function endReminders(
  deps: Deps,
  { userId, periodId, now }: { readonly userId: string; readonly periodId: string; readonly now: Temporal.Instant },
): Promise<ReminderStrength | undefined> {
  const member = await findReminded(deps.db, userId, periodId);
  if (!member) return undefined;
  await updateMember(deps.db, member.id, { seenAt: now });
  await changeReminders(deps, { member, reminders: 'off', now });
  return member.reminders;
}
