import type { Member } from '../domain/member.ts';
import { isPaired, type Partnership } from '../domain/partnership.ts';
import { type DueReminder, planReminders, reminderEntry } from '../domain/reminder-plan.ts';
import type { Temporal } from '../lib/temporal.ts';
import { findCheckInSetting, findPrivateChat } from '../store/check-in-setting-store.ts';
import type { Db } from '../store/database.ts';
import { findMemberById } from '../store/member-store.ts';
import { hasPrivateBacklog } from '../store/outbox-claim-store.ts';
import { insertOutboxEntry } from '../store/outbox-store.ts';
import { listPartnerships } from '../store/partnership-store.ts';
import {
  deleteLook,
  findLook,
  findNextLook,
  listDueLooks,
  type ReminderLook,
  saveLook,
} from '../store/reminder-look-store.ts';
import type { Deps } from './deps.ts';
import { isToBeKept, readOpenResults } from './read-open-results.ts';

/** So many private messages may wait. What leaves in a minute is less, and claiming the next ones stays quick. */
const MOST_WAITING = 3000;

/** Who is to be looked at now, the longest due first. Nobody while what was written before has not left. */
export async function listMembersToRemind(
  { db }: Pick<Deps, 'db'>,
  now: Temporal.Instant,
  limit: number,
): Promise<string[]> {
  return (await hasPrivateBacklog(db, MOST_WAITING)) ? [] : listDueLooks(db, now, limit);
}

/** When somebody is to be looked at next. */
export function findNextReminderLook({ db }: Pick<Deps, 'db'>): Promise<Temporal.Instant | undefined> {
  return findNextLook(db);
}

/** Looks at these members: writes down what they are to be reminded of now, and when to look again. */
export async function remindMembers(
  { db }: Pick<Deps, 'db'>,
  memberIds: readonly string[],
  now: Temporal.Instant,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const memberId of memberIds) {
      const look = await findLook(trx, memberId);
      if (look && look.at.since(now).sign <= 0) await lookAt(trx, look, now);
    }
  });
}

async function lookAt(trx: Db, look: ReminderLook, now: Temporal.Instant): Promise<void> {
  const member = await findMemberById(trx, look.memberId);
  const pair = (await listPartnerships(trx, look.memberId)).find(isPaired);
  if (!member || member.leftAt || (member.reminders === 'off' && !pair)) return deleteLook(trx, look.memberId);
  const results = await readOpenResults(trx, member, now);
  const { quiet, snooze } = await findCheckInSetting(trx, member.id);
  const { due, nextAt } = planReminders({
    periods: results.map(({ period }) => period),
    strength: member.reminders,
    zone: member.pace.zone,
    quiet,
    snooze,
    pairId: pair?.pairId,
    from: look.at,
    now,
  });
  for (const choices of due) {
    const result = results.find(({ period }) => period.id === choices[0]?.period.id);
    if (!result || !(await isToBeKept(trx, result, now))) continue;
    const reminder = await findWanted(trx, choices, member, pair, now);
    if (reminder) await insertOutboxEntry(trx, reminderEntry(reminder, member, now), now);
  }
  await saveLook(trx, { memberId: member.id, at: nextAt });
}

async function findWanted(
  trx: Db,
  choices: readonly DueReminder[],
  member: Member,
  pair: Partnership | undefined,
  now: Temporal.Instant,
): Promise<DueReminder | undefined> {
  for (const one of choices) if (await isWanted(trx, one, member, pair, now)) return one;
  return undefined;
}

/** A nudge is for two of whom neither has checked in for the period that they share, where they can be written to. */
async function isWanted(
  trx: Db,
  { kind, period }: DueReminder,
  { userId }: Member,
  pair: Partnership | undefined,
  now: Temporal.Instant,
): Promise<boolean> {
  if (kind !== 'nudge') return true;
  if ((await findPrivateChat(trx, userId)).closedAt) return false;
  const partner = pair?.partnerId === undefined ? undefined : await findMemberById(trx, pair.partnerId);
  return partner !== undefined && (await isOpenFor(trx, partner, period.id, now));
}

/** Whether this member has neither checked in for that period nor rests, and it is theirs at all. */
export async function isOpenFor(trx: Db, member: Member, periodId: string, now: Temporal.Instant): Promise<boolean> {
  if (member.leftAt) return false;
  const results = await readOpenResults(trx, member, now);
  return results.some(({ period, outcome }) => period.id === periodId && outcome === 'open');
}
