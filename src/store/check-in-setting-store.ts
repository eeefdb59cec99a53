import type { Selectable } from 'kysely';
import {
  type CheckInSetting,
  defaultCheckInSetting,
  type MissedMessage,
  type PrivateChat,
} from '../domain/check-in-setting.ts';
import { fromStoredInstant, toStoredInstant } from '../lib/stored-instant.ts';
import { Temporal } from '../lib/temporal.ts';
import type { CheckInSettingTable, Db } from './database.ts';

/** The defaults where the member has never decided anything. */
export async function findCheckInSetting(db: Db, memberId: string): Promise<CheckInSetting> {
  const row = await db.selectFrom('check_in_setting').selectAll().where('member_id', '=', memberId).executeTakeFirst();
  return row ? toSetting(row) : defaultCheckInSetting;
}

/** Sets what is named in `change`, and only that. Call it in a transaction. */
export async function saveCheckInSetting(trx: Db, memberId: string, change: Partial<CheckInSetting>): Promise<void> {
  const setting = { ...(await findCheckInSetting(trx, memberId)), ...change };
  const values = {
    shows_streak: setting.showsStreak ? 1 : 0,
    helps_others: setting.helpsOthers ? 1 : 0,
    quiet_from: setting.quiet ? timeText(setting.quiet.from) : null,
    quiet_to: setting.quiet ? timeText(setting.quiet.to) : null,
    snoozed_until: setting.snooze ? toStoredInstant(setting.snooze.until) : null,
    snoozed_period_id: setting.snooze?.periodId ?? null,
    offered_at: setting.offeredAt ? toStoredInstant(setting.offeredAt) : null,
  };
  await trx
    .insertInto('check_in_setting')
    .values({ member_id: memberId, ...values })
    .onConflict((conflict) => conflict.column('member_id').doUpdateSet(values))
    .execute();
}

/** Of a person who was never written to: nothing is known. */
export async function findPrivateChat(db: Db, userId: string): Promise<PrivateChat> {
  const row = await db.selectFrom('private_chat').selectAll().where('user_id', '=', userId).executeTakeFirst();
  return {
    channelId: row?.channel_id ?? undefined,
    closedAt: row?.closed_at ? fromStoredInstant(row.closed_at) : undefined,
    toldAt: row?.told_at ? fromStoredInstant(row.told_at) : undefined,
    missed: row?.missed ? (JSON.parse(row.missed) as MissedMessage[]) : [],
  };
}

/** Keeps what is known of a private chat now. */
export async function savePrivateChat(trx: Db, userId: string, chat: PrivateChat): Promise<void> {
  const values = {
    channel_id: chat.channelId ?? null,
    closed_at: chat.closedAt ? toStoredInstant(chat.closedAt) : null,
    told_at: chat.toldAt ? toStoredInstant(chat.toldAt) : null,
    missed: chat.missed.length > 0 ? JSON.stringify(chat.missed) : null,
  };
  await trx
    .insertInto('private_chat')
    .values({ user_id: userId, ...values })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet(values))
    .execute();
}

/** Notes that a person is told what could not be delivered: it is not told again. */
export async function noteToldOfClosedChat(trx: Db, userId: string, now: Temporal.Instant): Promise<void> {
  await trx
    .updateTable('private_chat')
    .set({ told_at: toStoredInstant(now), missed: null })
    .where('user_id', '=', userId)
    .execute();
}

function toSetting(row: Selectable<CheckInSettingTable>): CheckInSetting {
  const { quiet_from, quiet_to, snoozed_until, snoozed_period_id, offered_at } = row;
  return {
    showsStreak: row.shows_streak === 1,
    helpsOthers: row.helps_others === 1,
    quiet:
      quiet_from === null || quiet_to === null
        ? undefined
        : { from: Temporal.PlainTime.from(quiet_from), to: Temporal.PlainTime.from(quiet_to) },
    snooze:
      snoozed_until === null || snoozed_period_id === null
        ? undefined
        : { until: fromStoredInstant(snoozed_until), periodId: snoozed_period_id },
    offeredAt: offered_at === null ? undefined : fromStoredInstant(offered_at),
  };
}

function timeText(time: Temporal.PlainTime): string {
  return time.toString({ smallestUnit: 'minute' });
}
