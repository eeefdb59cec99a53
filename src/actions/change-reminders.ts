import type { Member, ReminderStrength } from '../domain/member.ts';
import type { Temporal } from '../lib/temporal.ts';
import { findPrivateChat, savePrivateChat } from '../store/check-in-setting-store.ts';
import { findMember, updateMember } from '../store/member-store.ts';
import { wantLook } from '../store/reminder-look-store.ts';
import type { SettingsOutcome } from './change-settings.ts';
import type { Deps } from './deps.ts';

export interface ChangeRemindersInput {
  readonly member: Member;
  readonly reminders: ReminderStrength;
  readonly now: Temporal.Instant;
}

/** How strongly a member is reminded from now on. Whoever turns reminders on is written to again, if they were not. */
export async function changeReminders(
  { db }: Pick<Deps, 'db'>,
  { member, reminders, now }: ChangeRemindersInput,
): Promise<SettingsOutcome> {
  return db.transaction().execute(async (trx): Promise<SettingsOutcome> => {
    const found = (await findMember(trx, member.serverId, member.userId)) ?? member;
    if (found.reminders === reminders) return { kind: 'unchanged', member: found };
    await updateMember(trx, member.id, { reminders });
    if (reminders !== 'off') {
      const chat = await findPrivateChat(trx, member.userId);
      if (chat.closedAt) await savePrivateChat(trx, member.userId, { ...chat, closedAt: undefined, toldAt: undefined });
      await wantLook(trx, member.id, now);
    }
    return { kind: 'changed', member: { ...found, reminders } };
  });
}
